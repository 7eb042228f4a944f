"""The capture inbox: kept now, filed later as a note of somebody or thrown away, each undone (CAPTURE 1)."""

from datetime import timedelta

import pytest

from renmai.actions.book.noting import NobodyToNote, NoSuchNote, NothingSaid
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.erase_from_book import erase_from_tables
from renmai.actions.people.record_unfiled import record_filing, record_thrown_away, record_unfiled
from renmai.queries.pages.frame import frame_card
from renmai.queries.people.notes import note_cards
from renmai.queries.people.unfiled import unfiled_cards
from renmai.store.models import Decision, Person
from tests.books import person_called
from tests.queries.books import TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}


@pytest.fixture
def ada(viewer, tmp_path):
    box = Mailbox()
    box.rounds("Ada Brook <ada@mill.example>", (90, 60, 30))
    box.imported(viewer, tmp_path)
    return person_called(viewer, "Ada Brook").pk


def waiting(viewer) -> list[str]:
    return [card.text for card in unfiled_cards(viewer, today=DAY)]


def test_what_is_kept_waits_is_counted_in_the_rail_and_not_kept_twice(viewer, ada):
    record_unfiled(viewer, "green umbrella\n knows a printer ", **WHEN)
    assert record_unfiled(viewer, "green umbrella\nknows a printer", **WHEN) is None
    record_unfiled(viewer, "call the mill", **WHEN)
    assert waiting(viewer) == ["call the mill", "green umbrella\nknows a printer"]
    assert frame_card(viewer, today=DAY).unfiled_total == 2
    with pytest.raises(NothingSaid):
        record_unfiled(viewer, " \n", **WHEN)


def test_what_is_filed_is_a_note_of_the_day_it_was_kept_and_waits_again_once_undone(viewer, ada):
    number = record_unfiled(viewer, "knows a printer", now=TODAY, on=DAY - timedelta(days=4))
    filed = record_filing(viewer, number, ada, now=TODAY)
    [note] = note_cards(viewer, today=DAY, person_id=ada)
    assert (note.text, note.on, waiting(viewer)) == ("knows a printer", DAY - timedelta(days=4), [])
    with pytest.raises(NoSuchNote):
        record_filing(viewer, number, ada, now=TODAY)
    undo_decision(viewer, filed, now=TODAY)
    assert waiting(viewer) == ["knows a printer"]
    assert note_cards(viewer, today=DAY) == ()


def test_what_is_thrown_away_waits_again_once_undone(viewer, ada):
    number = record_unfiled(viewer, "nothing", **WHEN)
    thrown = record_thrown_away(viewer, number, **WHEN)
    assert waiting(viewer) == []
    with pytest.raises(NoSuchNote):
        record_thrown_away(viewer, number, **WHEN)
    undo_decision(viewer, thrown, now=TODAY)
    assert waiting(viewer) == ["nothing"]
    with pytest.raises(NobodyToNote):
        record_filing(viewer, number, Person.objects.get(is_me=True).pk, now=TODAY)


def test_erasing_somebody_takes_along_what_was_filed_to_them(viewer, ada):
    kept = record_unfiled(viewer, "knows a printer", **WHEN)
    record_unfiled(viewer, "stays", **WHEN)
    record_filing(viewer, kept, ada, now=TODAY)
    erase_from_tables(viewer, ada, now=TODAY)
    assert waiting(viewer) == ["stays"]
    assert not Decision.objects.filter(payload__icontains="printer").exists()
