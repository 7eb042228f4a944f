"""Record a note of somebody, write it anew, or take it down."""

from datetime import date, datetime

from renmai.actions.book.noting import NoSuchNote, somebody, written
from renmai.domain.book.owners import Viewer
from renmai.domain.people.own_notes import LONGEST_NOTE, OwnNote
from renmai.store.book.bulk import writing
from renmai.store.book.decisions import StandingDecision
from renmai.store.people.notes import change, note, one
from renmai.store.people.own_notes import OWN_NOTE, REMOVED, REWRITTEN, own_notes


def record_own_note(viewer: Viewer, person_id: int, text: str, *, now: datetime, on: date) -> int | None:
    """Keep a note of somebody; return its number, None where just that is noted already.

    :raises NothingSaid: if the text is empty
    :raises TextTooLong: if it is longer than a note may be
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id, words = viewer.owner_id, written(text, field="text", most=LONGEST_NOTE)
    with writing(owner_id):
        somebody(owner_id, person_id)
        if any(each.text == words for each in own_notes(owner_id, until=date.max, person_ids=[person_id])):
            return None
        payload: dict[str, object] = {"text": words}
        return note(owner_id, kind=OWN_NOTE, person_id=person_id, payload=payload, on=on, now=now)


def record_own_note_change(viewer: Viewer, number: int, text: str, *, now: datetime, on: date) -> int | None:
    """Write a note anew; return the decision's id, None where it says that already.

    :raises NoSuchNote: if the owner has no note of that number
    :raises NothingSaid: if the text is empty
    :raises TextTooLong: if it is longer than a note may be
    """
    owner_id, words = viewer.owner_id, written(text, field="text", most=LONGEST_NOTE)
    with writing(owner_id):
        decision, standing = _standing(owner_id, number)
        if standing.text == words:
            return None
        return change(owner_id, decision, kind=REWRITTEN, payload={"text": words}, on=on, now=now)


def record_own_note_removal(viewer: Viewer, number: int, *, now: datetime, on: date) -> int:
    """Take a note down; return the decision's id.

    :raises NoSuchNote: if the owner has no note of that number
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        decision, _standing_note = _standing(owner_id, number)
        return change(owner_id, decision, kind=REMOVED, payload={}, on=on, now=now)


def _standing(owner_id: int, number: int) -> tuple[StandingDecision, OwnNote]:
    """Return a note that was not taken down, with the decision that keeps it.

    :raises NoSuchNote: if there is none of that number
    """
    decision = one(owner_id, number, OWN_NOTE)
    standing = next((each for each in own_notes(owner_id, until=date.max) if each.number == number), None)
    if decision is None or standing is None:
        raise NoSuchNote("no_such_note", number=number)
    return decision, standing
