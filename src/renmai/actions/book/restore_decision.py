"""Restore an undone decision: it stands again, as if it had never been undone."""

from datetime import datetime

from renmai.actions.book.reports import UndoReport
from renmai.actions.book.undo_decision import (
    SomethingRests,
    decision_of,
    look_anew,
    report_of,
    undo_decision,
)
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.book import decisions
from renmai.store.book.bulk import writing


class NothingUndone(Refused):
    """Nothing was undone that could stand again."""


def restore_decision(viewer: Viewer, decision_id: int | None = None, *, now: datetime) -> UndoReport:
    """Let what was undone stand again; restoring it twice changes nothing.

    A line as it was before it was edited stands again in place of what it became.

    :param decision_id: which one; None for what was undone last
    :raises NothingUndone: if nothing was
    :raises NoSuchDecision: if this owner made none of that id
    :raises SomethingRests: if what it changes or ends is itself undone
    """
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        if decision_id is None:
            decision = decisions.last_undone(owner_id)
            if decision is None:
                raise NothingUndone("nothing_undone")
        else:
            decision = decision_of(owner_id, decision_id)
        later = decisions.later_versions(owner_id, decision)
        if later and later[-1].undone_at is None:
            for each_version in reversed(later):
                undo_decision(viewer, each_version.pk, now=now)
        elif decision.undone_at is not None:
            by = decisions.taken_back_by(owner_id, decision)
            again = [decision.pk] if by is None else decisions.taken_back(by)
            _check_base_stands(owner_id, decision.payload.get(decisions.OF), decision.kind, again)
            if by is not None:
                decisions.undo(owner_id, by.pk, now=now)
            again += [
                each.pk
                for each in decisions.made_with(owner_id, decision)
                if by is None and each.undone_at == decision.undone_at
            ]
            for each in again:
                decisions.restore(owner_id, each)
            for each in decisions.taken_back(decision):
                decisions.undo(owner_id, each, now=now)
            look_anew(cursor, viewer, decision)
    return report_of(owner_id, decision)


def _check_base_stands(owner_id: int, base_id: int | None, kind: str, again: list[int]) -> None:
    """Refuse to restore the change or the end of a note that is itself undone.

    :raises SomethingRests: if it is
    """
    if base_id is None or kind == decisions.TAKEN_BACK or base_id in again:
        return
    base = decisions.one(owner_id, base_id)
    if base is not None and base.undone_at is not None:
        raise SomethingRests("rests_on_undone", base=base_id)
