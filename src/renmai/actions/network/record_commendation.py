"""Record that somebody spoke of the owner without being asked (T9)."""

from datetime import date, datetime

from renmai.actions.book.noting import said, somebody, worded
from renmai.domain.book.owners import Viewer
from renmai.store.book.bulk import writing
from renmai.store.network.reputation import COMMENDED
from renmai.store.people.notes import note


def record_commendation(
    viewer: Viewer, person_id: int, what: str, *, now: datetime, on: date, to_whom: str = ""
) -> int:
    """Note what somebody said of the owner, and to whom; return the decision's id.

    :raises NothingSaid: if it is not told what was said
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    payload: dict[str, object] = {"what": said(what, field="what"), "to_whom": worded(to_whom)}
    with writing(viewer.owner_id):
        somebody(viewer.owner_id, person_id)
        return note(viewer.owner_id, kind=COMMENDED, person_id=person_id, payload=payload, on=on, now=now)
