"""Undo a favour, an ask or a wish by its number, however long ago it was noted."""

from datetime import datetime

from renmai.actions.exchanges import NoSuchExchange
from renmai.actions.reports import UndoReport
from renmai.actions.undo_decision import undo_decision
from renmai.domain.owners import Viewer
from renmai.store import exchanges, notes


def undo_exchange(viewer: Viewer, exchange_id: int, *, now: datetime) -> UndoReport:
    """Take a favour, an ask or a wish back as if it had never been noted.

    :raises NoSuchExchange: if none of that id stands
    """
    if notes.one(viewer.owner_id, exchange_id, exchanges.FAVOUR, exchanges.ASK, exchanges.WISH) is None:
        raise NoSuchExchange("no_such_exchange", exchange=exchange_id)
    return undo_decision(viewer, exchange_id, now=now)
