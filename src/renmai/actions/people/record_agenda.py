"""Record what is to be raised with somebody next time, and that it was."""

from datetime import date, datetime

from renmai.actions.book.noting import NoSuchNote, somebody, written
from renmai.domain.book.owners import Viewer
from renmai.domain.people.agenda import LONGEST_POINT, AgendaPoint
from renmai.store.book.bulk import writing
from renmai.store.people.agenda import AGENDA, ALONG, RAISED, agenda_points
from renmai.store.people.notes import change, note, one


def record_agenda(viewer: Viewer, person_id: int, text: str, *, now: datetime, on: date) -> int | None:
    """Keep something to raise with somebody; return its number, None where just that is open already.

    :raises NothingSaid: if the text is empty
    :raises TextTooLong: if it is longer than a point may be
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id, words = viewer.owner_id, written(text, field="text", most=LONGEST_POINT)
    with writing(owner_id):
        somebody(owner_id, person_id)
        if any(each.text == words for each in _open(owner_id, person_id)):
            return None
        payload: dict[str, object] = {"text": words}
        return note(owner_id, kind=AGENDA, person_id=person_id, payload=payload, on=on, now=now)


def record_agenda_raised(viewer: Viewer, number: int, *, now: datetime, on: date) -> int | None:
    """Close one point; return the decision's id, None where it is closed already.

    :raises NoSuchNote: if the owner has no point of that number
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        point = next(
            (each for each in agenda_points(owner_id, until=date.max) if each.number == number), None
        )
        if point is None:
            raise NoSuchNote("no_such_agenda", number=number)
        return _close(owner_id, [point], now=now, on=on) if point.is_open else None


def record_agenda_raised_with(viewer: Viewer, person_id: int, *, now: datetime, on: date) -> int | None:
    """Close all that was open by the day of a talk with somebody; return the decision's id, None for nothing.

    :param on: the day of the talk: what was noted only after it is still to be raised
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        points = [each for each in _open(owner_id, person_id) if each.on <= on]
        return _close(owner_id, points, now=now, on=on) if points else None


def _open(owner_id: int, person_id: int) -> list[AgendaPoint]:
    return [each for each in agenda_points(owner_id, until=date.max, person_ids=[person_id]) if each.is_open]


def _close(owner_id: int, points: list[AgendaPoint], *, now: datetime, on: date) -> int:
    decision = one(owner_id, points[0].number, AGENDA)
    if decision is None:
        raise NoSuchNote("no_such_agenda", number=points[0].number)
    payload: dict[str, object] = {"text": points[0].text, ALONG: [each.number for each in points[1:]]}
    return change(owner_id, decision, kind=RAISED, payload=payload, on=on, now=now)
