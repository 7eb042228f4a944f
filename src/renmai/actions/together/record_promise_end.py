"""Record how a promise ended: kept, or given up (P1)."""

from datetime import date, datetime

from renmai.actions.book.noting import NoSuchNote
from renmai.domain.book.owners import Viewer
from renmai.store.book.bulk import writing
from renmai.store.people.notes import change, is_changed, one
from renmai.store.together.promises import ENDED, PROMISE


def record_promise_end(
    viewer: Viewer, promise_id: int, *, now: datetime, on: date, is_kept: bool = True
) -> int | None:
    """Note that a promise is kept, or that the owner gives it up; return the decision's id.

    None where it had ended already.

    :raises NoSuchNote: if the owner made no promise of that number
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        made = one(owner_id, promise_id, PROMISE)
        if made is None:
            raise NoSuchNote("no_such_promise", number=promise_id)
        if is_changed(owner_id, made, ENDED):
            return None
        return change(owner_id, made, kind=ENDED, payload={"is_kept": is_kept}, on=on, now=now)
