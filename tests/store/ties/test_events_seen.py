"""Seen acts: everything direct in the book as events between persons, others among themselves included."""

import pytest

from renmai.actions.capture.import_paths import import_paths
from renmai.store.models import Handle, Interaction, Person
from renmai.store.ties import events_seen as room
from renmai.store.ties.events_seen import SCHEMA, seen_acts
from renmai.store.ties.kept_ties import my_ids
from tests.books import FOREVER
from tests.traces import mailbox

ME = "me@example.org"


@pytest.fixture
def read(viewer, tmp_path, now):
    def read(text: str):
        import_paths(viewer, [mailbox(tmp_path / "l.mbox", text)], now=now, me=[ME, "me@work.example"])
        return viewer

    return read


def seen(viewer, until_epoch_s=FOREVER):
    """Return the events with people named by the name of their first address."""
    names = {
        person.pk: Handle.objects.filter(carriers__mention__person=person).order_by("value")[0].value
        for person in Person.objects.filter(owner_id=viewer.owner_id)
    }
    table = seen_acts(viewer.owner_id, until_epoch_s, me=min(my_ids(viewer.owner_id)))
    assert table.schema == SCHEMA
    return sorted(
        (names[e["sender"]].split("@")[0], names[e["recipient"]].split("@")[0], e["audience"], e["role"])
        for e in table.to_pylist()
    )


def test_all_recipients_of_what_i_saw_are_there_and_what_passed_between_others_too(read):
    viewer = read(
        f"1 2026-01-05 ada@example.org > {ME}, ben@example.org\n"
        "2 2026-01-06 ben@example.org > eve@example.org"
    )

    assert seen(viewer) == [
        ("ada", "ben", 2, "to"),
        ("ada", "me", 2, "to"),
        ("ben", "eve", 1, "to"),
    ]


def test_i_am_one_however_many_addresses_i_have_and_lists_and_robots_are_nobody(read):
    viewer = read(f"1 2026-01-05 {ME} > ada@example.org, me@work.example, info@acme.example")

    assert seen(viewer) == [("me", "ada", 3, "to")]


def test_mass_and_automatic_mail_and_what_comes_later_are_left_out(read):
    viewer = read(
        f"1 2026-01-05 ada@example.org > {ME} | Auto-Submitted: auto-replied\n"
        f"2 2026-01-05 ben@example.org > {ME} | List-Unsubscribe: <https://x.example> | Precedence: bulk\n"
        f"3 2026-01-05 {ME} > ada@example.org\n"
        f"4 2026-01-07 {ME} > ada@example.org"
    )
    fourth = Interaction.objects.get(external_id="4@example.org").at_epoch_s

    assert seen(viewer, fourth) == [("me", "ada", 1, "to")]


@pytest.mark.parametrize("at_once", [1, 2, 3, 4, 100])
def test_it_is_the_same_however_the_rows_fall_into_parts(read, monkeypatch, at_once):
    viewer = read(
        f"1 2026-01-05 ada@example.org > {ME}, ben@example.org, eve@example.org\n"
        f"2 2026-01-06 {ME} > ada@example.org\n3 2026-01-07 ben@example.org > {ME}, ada@example.org"
    )
    monkeypatch.setattr(room, "ROWS_AT_ONCE", at_once)

    assert len(seen(viewer)) == 6


def test_of_a_very_large_book_the_latest_acts_are_taken(read, monkeypatch):
    viewer = read(f"1 2026-01-05 {ME} > ada@example.org\n2 2026-01-06 {ME} > ben@example.org")
    monkeypatch.setattr(room, "MOST_ACTS", 1)

    assert seen(viewer) == [("me", "ben", 1, "to")]


def test_an_act_before_too_many_is_left_out(read):
    many = ", ".join(f"p{n}@example.org" for n in range(101))

    assert seen(read(f"1 2026-01-05 {ME} > {many}")) == []


def test_an_empty_book_gives_no_events(viewer):
    assert seen_acts(viewer.owner_id, FOREVER, me=1).num_rows == 0
