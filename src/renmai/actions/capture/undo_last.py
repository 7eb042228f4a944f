"""Undo whatever the owner did last: a decision or an import."""

from datetime import datetime

from renmai.actions.book.reports import UndoReport
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.undo_import import undo_import
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.book import decisions
from renmai.store.capture import imports


class NothingToUndo(Refused):
    """Nothing was decided or imported that still stands."""


def undo_last(viewer: Viewer, *, now: datetime) -> UndoReport:
    """Undo the newest decision or import; of an import and what was said with it, the import first.

    :raises NothingToUndo: if there is neither
    """
    decision = decisions.newest(viewer.owner_id)
    newest = imports.newest(viewer.owner_id)
    if newest is not None and (decision is None or newest.after_decision >= decision.pk):
        return undo_import(viewer, newest.pk, now=now)
    if decision is None:
        raise NothingToUndo("nothing_to_undo")
    return undo_decision(viewer, decision.pk, now=now)
