"""Remove the invented network: its import is undone and its addresses are nobody's own any more."""

from datetime import datetime

from renmai.actions.invent_demo import NAME, invented_network
from renmai.actions.undo_decision import undo_decision
from renmai.actions.undo_import import undo_import
from renmai.domain.owners import Viewer
from renmai.store import decisions, runs


def remove_demo(viewer: Viewer, *, now: datetime) -> int:
    """Take everything invented out of the book; return how many imports were undone (0: there was none)."""
    standing = runs.standing_of(viewer.owner_id, NAME)
    for import_id in standing:
        undo_import(viewer, import_id, now=now)
    invented = {f"mailto:{mail}" for mail in invented_network()["me"]["mails"]}
    for decision in decisions.standing(viewer.owner_id, "me"):
        if decision.anchor in invented:
            undo_decision(viewer, decision.pk, now=now)
    return len(standing)
