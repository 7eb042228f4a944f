"""Record what is to be filed later, to whom it belongs, or that it belongs to nobody."""

from datetime import date, datetime

from renmai.actions.book.noting import NoSuchNote, somebody, written
from renmai.domain.book.owners import Viewer
from renmai.domain.people.own_notes import as_written
from renmai.domain.people.unfiled import LONGEST_UNFILED, UnfiledLine
from renmai.store.book.bulk import writing
from renmai.store.people.notes import change, note, one
from renmai.store.people.own_notes import OWN_NOTE
from renmai.store.people.unfiled import FILED, THROWN_AWAY, UNFILED, unfiled_lines


def record_unfiled(viewer: Viewer, text: str, *, now: datetime, on: date) -> int | None:
    """Keep a line for later; return its number, None where just that waits already.

    :raises NothingSaid: if the text is empty
    :raises TextTooLong: if it is longer than may be kept
    """
    owner_id, words = viewer.owner_id, written(text, field="text", most=LONGEST_UNFILED)
    with writing(owner_id):
        if any(each.text == words for each in unfiled_lines(owner_id, until=date.max)):
            return None
        payload: dict[str, object] = {"text": words}
        return note(owner_id, kind=UNFILED, person_id=None, payload=payload, on=on, now=now)


def keep_for_later(viewer: Viewer, text: str, *, now: datetime, on: date) -> int:
    """Keep a line for later inside another act; return its number, that of the same line where it waits.

    :raises NothingSaid: if the text is empty
    :raises TextTooLong: if it is longer than may be kept
    """
    number = record_unfiled(viewer, text, now=now, on=on)
    if number is not None:
        return number
    words = as_written(text)
    return next(each.number for each in unfiled_lines(viewer.owner_id, until=date.max) if each.text == words)


def record_filing(viewer: Viewer, number: int, person_id: int, *, now: datetime) -> int:
    """File a line as a note of somebody, of the day on which it was kept; return the note's number.

    :raises NoSuchNote: if no line of that number waits
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        line = _waiting(owner_id, number)
        somebody(owner_id, person_id)
        payload: dict[str, object] = {"text": line.text, FILED: line.number}
        return note(owner_id, kind=OWN_NOTE, person_id=person_id, payload=payload, on=line.on, now=now)


def record_thrown_away(viewer: Viewer, number: int, *, now: datetime, on: date) -> int:
    """Throw a line away; return the decision's id.

    :raises NoSuchNote: if no line of that number waits
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        _waiting(owner_id, number)
        decision = one(owner_id, number, UNFILED)
        if decision is None:
            raise NoSuchNote("no_such_unfiled", number=number)
        return change(owner_id, decision, kind=THROWN_AWAY, payload={}, on=on, now=now)


def _waiting(owner_id: int, number: int) -> UnfiledLine:
    """Return a line that waits.

    :raises NoSuchNote: if none of that number does
    """
    waiting = unfiled_lines(owner_id, until=date.max)
    line = next((each for each in waiting if each.number == number), None)
    if line is None:
        raise NoSuchNote("no_such_unfiled", number=number)
    return line
