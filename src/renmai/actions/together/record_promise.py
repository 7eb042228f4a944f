"""Record what the owner promised somebody (P1)."""

from datetime import date, datetime

from renmai.actions.book.noting import day_meant, said, somebody
from renmai.domain.book.owners import Viewer
from renmai.store.book.bulk import writing
from renmai.store.people.notes import note
from renmai.store.together.promises import PROMISE


def record_promise(
    viewer: Viewer, person_id: int, what: str, *, now: datetime, on: date, due_on: date | None = None
) -> int:
    """Note a promise; return the decision's id, which is its number.

    :param due_on: the day by which it is to be kept, where one was named
    :raises NothingSaid: if nothing was promised
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    due = day_meant(due_on)
    payload: dict[str, object] = {"what": said(what, field="what"), "due_on": due and due.isoformat()}
    with writing(viewer.owner_id):
        somebody(viewer.owner_id, person_id)
        return note(viewer.owner_id, kind=PROMISE, person_id=person_id, payload=payload, on=on, now=now)
