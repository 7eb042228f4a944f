"""Remove the invented network: its import is undone, and so is all that was noted with it."""

from datetime import datetime

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.undo_import import undo_import
from renmai.actions.demo.invent_demo import NAME
from renmai.domain.book.owners import Viewer
from renmai.store.book import decisions
from renmai.store.capture import import_pages, imports


def remove_demo(viewer: Viewer, *, now: datetime) -> int:
    """Take everything invented out of the book; return how many imports were undone (0: there was none)."""
    standing = import_pages.standing_of(viewer.owner_id, NAME)
    invented = [imports.one(viewer.owner_id, import_id) for import_id in standing]
    invented_at = [row.created_at for row in invented if row is not None]
    for import_id in standing:
        undo_import(viewer, import_id, now=now)
    for decision_id in decisions.made_at(viewer.owner_id, invented_at):
        undo_decision(viewer, decision_id, now=now)
    return len(standing)
