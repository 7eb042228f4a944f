"""Undo one decision: what it bound is as if it had never been made."""

from datetime import datetime

from renmai.actions.book.reports import UndoReport
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NotThere
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people import people
from renmai.store.people.identity import settle
from renmai.store.people.near_mentions import mentions_at
from renmai.store.ties import corrections
from renmai.store.together.cooperations import COOPERATION, MOVED

MOVES_A_TIE = (corrections.KIND, COOPERATION, MOVED)
"""After these, a tie is to be looked at anew."""


class NoSuchDecision(NotThere):
    """The book holds no decision of that id."""


def undo_decision(viewer: Viewer, decision_id: int, *, now: datetime) -> UndoReport:
    """Undo a decision; undoing it twice changes nothing.

    :raises NoSuchDecision: if this owner made none of that id
    """
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        decision = decisions.one(owner_id, decision_id)
        if decision is None:
            raise NoSuchDecision("no_such_decision", decision_id=decision_id)
        if decision.undone_at is None:
            decisions.undo(owner_id, decision_id, now=now)
            if decision.kind in decisions.BINDING:
                touched = mentions_at(cursor, owner_id, decisions.anchors_of(decision))
                settle(cursor, owner_id, touched | people.beside(cursor, touched))
            if decision.kind in MOVES_A_TIE:
                corrections.look_again(owner_id, decision.anchor)
    return UndoReport(
        kind=decision.kind,
        id=decision_id,
        name=decisions.name_of(decision),
        text=decisions.text_of(decision),
    )
