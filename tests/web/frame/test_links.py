"""One-time links: good once, for a short while, and never written down as they are."""

import os
from datetime import timedelta

from renmai.web.frame.links import GOOD_FOR, make_link, redeem


def test_a_link_opens_once(tmp_path, now):
    token = make_link(tmp_path, now=now)
    assert redeem(tmp_path, token, now=now)
    assert not redeem(tmp_path, token, now=now)


def test_a_link_grows_old(tmp_path, now):
    token = make_link(tmp_path, now=now)
    assert not redeem(tmp_path, token, now=now + GOOD_FOR + timedelta(seconds=1))


def test_a_token_is_kept_as_a_digest_that_only_its_owner_may_read(tmp_path, now):
    token = make_link(tmp_path, now=now)
    (path,) = (tmp_path / "links").iterdir()
    assert token not in path.name + path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_links_do_not_disturb_each_other(tmp_path, now):
    first, second = make_link(tmp_path, now=now), make_link(tmp_path, now=now)
    assert redeem(tmp_path, second, now=now)
    assert redeem(tmp_path, first, now=now)


def test_a_path_for_a_token_opens_nothing(tmp_path, now):
    assert not redeem(tmp_path, "../secret_key", now=now)


def test_nothing_but_old_links_is_thrown_away(tmp_path, now):
    links, elsewhere = tmp_path / "links", tmp_path / "elsewhere"
    links.mkdir()
    elsewhere.mkdir()
    (links / "folder").mkdir()
    old = now.timestamp() - 86_400
    for path in (links / "bookmarks.html", elsewhere / ("a" * 64), links / ("b" * 64)):
        path.write_text("0")
        os.utime(path, (old, old))
    (links / ("c" * 64)).symlink_to(elsewhere / ("a" * 64))
    make_link(tmp_path, now=now)
    assert {path.name for path in links.iterdir()} > {"bookmarks.html", "folder", "c" * 64}
    assert not (links / ("b" * 64)).exists()
    assert (elsewhere / ("a" * 64)).exists()


def test_nothing_is_thrown_away_behind_a_symlink(tmp_path, now):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ("a" * 64)).write_text("0")
    os.utime(elsewhere / ("a" * 64), (0, 0))
    (tmp_path / "links").symlink_to(elsewhere)
    make_link(tmp_path, now=now)
    assert (elsewhere / ("a" * 64)).exists()
