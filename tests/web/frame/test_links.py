"""One-time links: good once, for a short while, and never written down as they are."""

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
