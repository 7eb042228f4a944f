"""Undo a favour, an ask or a wish by its number, however long ago it was noted."""

from datetime import datetime

from renmai.actions.asks.noting import NoSuchExchange
from renmai.actions.book.reports import UndoReport
from renmai.actions.book.undo_decision import undo_by_number
from renmai.domain.book.owners import Viewer
from renmai.store.asks import ledger
from renmai.store.people import notes


def undo_exchange(viewer: Viewer, exchange_id: int, *, now: datetime) -> UndoReport:
    """Take a favour, an ask or a wish back as if it had never been noted, with its thanks or its ending.

    :raises NoSuchExchange: if none of that id stands
    """
    if notes.one(viewer.owner_id, exchange_id, ledger.FAVOUR, ledger.ASK, ledger.WISH) is None:
        raise NoSuchExchange("no_such_exchange", exchange=exchange_id)
    return undo_by_number(viewer, exchange_id, now=now, is_with_rest=True)
