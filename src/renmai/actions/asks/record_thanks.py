"""Record that thanks were said for a favour received (V6)."""

from datetime import date, datetime

from renmai.actions.asks.noting import NoSuchExchange
from renmai.actions.book.noting import day_happened
from renmai.domain.book.owners import Viewer
from renmai.store.asks import ledger
from renmai.store.book.bulk import writing
from renmai.store.people import notes


def record_thanks(
    viewer: Viewer, favour_id: int, *, now: datetime, on: date, today: date | None = None
) -> int | None:
    """Note that thanks were said; return the decision's id, None where they had been.

    :param favour_id: a favour received, or an ask that was granted
    :param today: the day on which it is noted, where that is not the one of `now`
    :raises NoSuchExchange: if no favour received of that id stands
    :raises NoSuchDay: if the day lies centuries off
    :raises NotYet: if it is still to come
    """
    day_happened(on, today=today or viewer.day_of(int(now.timestamp())))
    owner_id = viewer.owner_id
    with writing(owner_id):
        of = notes.one(owner_id, favour_id, ledger.FAVOUR, ledger.ASK)
        found = ledger.received(owner_id, of) if of else None
        if of is None or found is None:
            raise NoSuchExchange("no_such_favour", favour=favour_id)
        if found.is_thanked:
            return None
        return notes.change(owner_id, of, kind=ledger.THANKED, payload={}, on=on, now=now)
