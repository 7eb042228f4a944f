"""Notes: the owner's word on people, through changes, undo, merge and rebuild (V2, V6, V8)."""

from datetime import date, timedelta

import pytest

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.merge_people import merge_people
from renmai.store.models import Person
from renmai.store.people import notes
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import TODAY, Mailbox

DAY = TODAY.date()
LATER = date(9999, 1, 1)


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", [30])
    box.rounds("Bob Marsh <bob@mill.example>", [40])
    box.rounds("Robert Marsh <bob@home.example>", [50])
    box.imported(viewer, tmp_path)
    return viewer


def note(book, name: str | None, text: str, *, on: date = DAY) -> int:
    person_id = None if name is None else person_called(book, name).pk
    return notes.note(
        book.owner_id, kind="value", person_id=person_id, payload={"text": text}, on=on, now=TODAY
    )


def end(book, note_id: int, *, on: date = DAY) -> int:
    of = notes.one(book.owner_id, note_id, "value")
    return notes.change(book.owner_id, of, kind="value_ended", payload={}, on=on, now=TODAY)


def told(book, *, until: date = LATER, people: list[str] | None = None) -> list[tuple]:
    ids = None if people is None else [person_called(book, name).pk for name in people]
    found = notes.notes(book.owner_id, ["value"], ["value_ended"], until=until, person_ids=ids)
    return [(each.person_id, each.payload["text"], len(each.changes)) for each in found]


def test_a_note_is_of_one_person_or_of_the_owner(book):
    ada = person_called(book, "Ada Byron").pk
    note(book, "Ada Byron", "looks for a printer")
    note(book, None, "can print")

    assert told(book) == [(ada, "looks for a printer", 0), (None, "can print", 0)]
    assert told(book, people=["Ada Byron"]) == [(ada, "looks for a printer", 0)]
    assert told(book, people=["Bob Marsh"]) == []


def test_as_of_an_earlier_day_neither_a_later_note_nor_a_later_change_is_known(book):
    first = note(book, None, "can print", on=DAY - timedelta(days=9))
    note(book, None, "can bind", on=DAY)
    end(book, first, on=DAY)

    assert told(book, until=DAY - timedelta(days=1)) == [(None, "can print", 0)]
    assert told(book) == [(None, "can print", 1), (None, "can bind", 0)]


def test_undoing_a_change_leaves_the_note_undoing_the_note_leaves_nothing(book):
    first = note(book, None, "can print")
    ended = end(book, first)
    undo_decision(book, ended, now=TODAY)
    assert told(book) == [(None, "can print", 0)]

    undo_decision(book, first, now=TODAY)
    assert told(book) == [] and notes.one(book.owner_id, first, "value") is None


def test_a_note_follows_its_person_through_merge_and_rebuild_and_back(book):
    note(book, "Robert Marsh", "has a mill")
    bob, robert = (person_called(book, name).pk for name in ("Bob Marsh", "Robert Marsh"))
    merged = merge_people(book, bob, robert, now=TODAY)
    rebuild_book(book, now=TODAY)
    (standing,) = told(book)
    one = Person.objects.get(pk=standing[0])
    assert one.name in ("Bob Marsh", "Robert Marsh") and told(book, people=[one.name]) == [standing]

    undo_decision(book, merged, now=TODAY)
    assert told(book, people=["Robert Marsh"]) == [(person_called(book, "Robert Marsh").pk, "has a mill", 0)]
    assert told(book, people=["Bob Marsh"]) == []


def test_one_note_is_found_by_id_and_kind_of_this_owner_only(book):
    first = note(book, None, "can print")

    assert notes.one(book.owner_id, first, "value").pk == first
    assert notes.one(book.owner_id, first, "favour") is None
    assert notes.one(book.owner_id + 1, first, "value") is None
