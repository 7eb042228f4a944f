"""A large import settles people in parts, so that others get to write: who is who is the same as at once."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.store.capture import sweep
from renmai.store.models import Mention, Owner
from tests.books import content
from tests.traces import address_book, card, mailbox

ME = "me@example.org"
CLUB = "chess@clubs.example"
LETTERS = "\n".join(
    f"{n} 2026-01-{n:02} P{n % 7} <p{n % 7}@x{n % 3}.example> > {ME}, {CLUB}, P{n} <q{n}@y.example>"
    for n in range(1, 25)
)
CARDS = [
    card(str(n), f"P{n}", f"EMAIL:p{n % 7}@x{n % 3}.example", f"EMAIL:q{n}@y.example") for n in range(1, 9)
]


@pytest.fixture
def files(tmp_path):
    return [mailbox(tmp_path / "a.mbox", LETTERS), address_book(tmp_path / "a.vcf", *CARDS)]


@pytest.fixture
def at_once(viewer, files, now):
    """What a book holds where everybody is settled at once, and who was new; it is gone again."""
    report = import_paths(viewer, files, now=now, me=[ME])
    found = content(viewer)
    Owner.objects.filter(pk=viewer.owner_id).delete()
    Owner.objects.create(
        pk=viewer.owner_id, language="en", time_zone="Asia/Shanghai", region="CN", created_at=now
    )
    return found, report.people_new


@pytest.fixture
def in_parts(monkeypatch):
    """Two mentions at a time, and nobody waits."""
    monkeypatch.setattr(sweep, "SETTLED_AT_ONCE", 2)
    monkeypatch.setattr(sweep, "OTHERS_TURN_S", 0)


def test_parts_settle_the_same_people_as_the_whole(viewer, files, now, at_once, in_parts):
    """TRUST: 400,000 new people at once kept every other writer waiting until it gave up."""
    report = import_paths(viewer, files, now=now, me=[ME])

    assert (content(viewer), report.people_new) == at_once


def test_a_rebuild_in_parts_changes_nobody(viewer, files, now, in_parts):
    import_paths(viewer, files, now=now, me=[ME])
    before = sorted(Mention.objects.values_list("key", "person_id"))
    rebuild_book(viewer, now=now)

    assert sorted(Mention.objects.values_list("key", "person_id")) == before


@pytest.mark.parametrize(("at_a_time", "turns"), [(31, 1), (30, 2)])
def test_others_get_their_turn_between_two_parts(viewer, tmp_path, now, monkeypatch, at_a_time, turns):
    """Of one owner and thirty people: as many as fit into one part keep nobody waiting for more than that."""
    slept = []
    monkeypatch.setattr(sweep, "SETTLED_AT_ONCE", at_a_time)
    monkeypatch.setattr(sweep, "sleep", slept.append)
    letters = "\n".join(f"{n} 2026-01-05 P{n} <p{n}@x.example> > {ME}" for n in range(30))
    import_paths(viewer, [mailbox(tmp_path / "a.mbox", letters)], now=now, me=[ME])

    assert slept == [sweep.OTHERS_TURN_S] * (turns - 1)
