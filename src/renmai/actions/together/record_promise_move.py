"""Record that a promise is due on another day than was said (P1)."""

from datetime import date, datetime

from renmai.actions.book.noting import NoSuchNote, day_meant
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.book.bulk import writing
from renmai.store.people.notes import change, one
from renmai.store.together import promises
from renmai.store.together.promises import MOVED, PROMISE


class PromiseIsOver(Refused):
    """A promise that was kept or given up has no day any more."""


def record_promise_move(
    viewer: Viewer, promise_id: int, due_on: date | None, *, now: datetime, on: date
) -> int | None:
    """Note another day for a promise, or that none is named; return the decision's id.

    None where it is due on that day already.

    :raises NoSuchNote: if the owner made no promise of that number
    :raises NoSuchDay: if the day lies centuries off
    :raises PromiseIsOver: if it was kept or given up
    """
    owner_id, due = viewer.owner_id, day_meant(due_on)
    with writing(owner_id):
        made = one(owner_id, promise_id, PROMISE)
        promise = promises.one(owner_id, promise_id)
        if made is None or promise is None:
            raise NoSuchNote("no_such_promise", number=promise_id)
        if promise.ended_on is not None:
            raise PromiseIsOver("promise_is_over", what=promise.what, ended_on=promise.ended_on.isoformat())
        if promise.due_on == due:
            return None
        payload: dict[str, object] = {"due_on": due and due.isoformat()}
        return change(owner_id, made, kind=MOVED, payload=payload, on=on, now=now)
