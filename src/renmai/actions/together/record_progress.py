"""Record what became of a cooperation: another stage, other terms, an attempt in vain (V8)."""

from datetime import date, datetime

from renmai.actions.book.noting import NoSuchNote
from renmai.actions.together.terms import CooperationTerms, NoSuchMove, kept, new, stage_meant
from renmai.domain.book.owners import Viewer
from renmai.domain.together.cooperation import may_follow
from renmai.store.book.bulk import writing
from renmai.store.people.notes import change, one
from renmai.store.ties import corrections
from renmai.store.together import cooperations
from renmai.store.together.cooperations import COOPERATION, MOVED, PLAIN


def record_progress(
    viewer: Viewer,
    cooperation_id: int,
    *,
    now: datetime,
    on: date,
    stage: str | None = None,
    terms: CooperationTerms | None = None,
    is_attempt: bool = False,
) -> int | None:
    """Note what became of a cooperation; return the decision's id, None where nothing new was said.

    :param stage: where it is now
    :param terms: what is other than it was
    :param is_attempt: whether it was proposed in vain once more
    :raises NoSuchNote: if the owner has no cooperation of that number
    :raises NoSuchStage: if there is no such stage
    :raises NoSuchMove: if it cannot go there from where it is
    """
    owner_id = viewer.owner_id
    wanted = None if stage is None else stage_meant(stage)
    said = kept(terms or {})
    with writing(owner_id):
        begun = one(owner_id, cooperation_id, COOPERATION)
        known = cooperations.one(owner_id, cooperation_id)
        if begun is None or known is None:
            raise NoSuchNote("no_such_cooperation", number=cooperation_id)
        plain: dict[str, object] = {name: getattr(known, name) for name in PLAIN}
        payload = new(said, {**plain, "due_on": known.due_on and known.due_on.isoformat()})
        if wanted is not None and wanted != known.stage:
            if not may_follow(known.stage, wanted):
                raise NoSuchMove("no_such_move", title=known.title, stage=known.stage, wanted=str(wanted))
            payload["stage"] = str(wanted)
        if is_attempt:
            payload["is_attempt"] = True
        if not payload:
            return None
        decision_id = change(owner_id, begun, kind=MOVED, payload=payload, on=on, now=now)
        corrections.look_again(owner_id, begun.anchor)
    return decision_id
