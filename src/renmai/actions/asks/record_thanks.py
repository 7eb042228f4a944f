"""Record that thanks were said for a favour received (V6)."""

from datetime import date, datetime

from renmai.actions.asks.noting import NoSuchExchange
from renmai.domain.book.owners import Viewer
from renmai.store.asks import ledger
from renmai.store.book.bulk import writing
from renmai.store.people import notes


def record_thanks(viewer: Viewer, favour_id: int, *, now: datetime, on: date) -> int | None:
    """Note that thanks were said; return the decision's id, None where they had been.

    :param favour_id: a favour received, or an ask that was granted
    :raises NoSuchExchange: if no favour received of that id stands
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        of = notes.one(owner_id, favour_id, ledger.FAVOUR, ledger.ASK)
        found = ledger.received(owner_id, of) if of else None
        if of is None or found is None:
            raise NoSuchExchange("no_such_favour", favour=favour_id)
        if found.is_thanked:
            return None
        return notes.change(owner_id, of, kind=ledger.THANKED, payload={}, on=on, now=now)
