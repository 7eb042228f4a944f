"""Undo one decision: what it bound is as if it had never been made."""

from datetime import datetime

from renmai.actions.book.reports import UndoReport
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NotThere, Refused
from renmai.domain.people.likeness import APART
from renmai.queries.capture.adapter import Adapter
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, writing
from renmai.store.book.decisions import AnyDecision
from renmai.store.capture import by_hand
from renmai.store.people import people
from renmai.store.people.anchors import people_at
from renmai.store.people.gone import ARCHIVED, settle_gone
from renmai.store.people.identity import settle
from renmai.store.people.near_mentions import mentions_at
from renmai.store.people.taken import give_back
from renmai.store.ties import corrections
from renmai.store.together.cooperations import COOPERATION, MOVED
from renmai.upkeep.people.likely import count_anew

OF_WHO_IS_WHO = ("merge", "split", APART)
"""After these, other people may count as one."""
MOVES_A_TIE = (corrections.KIND, COOPERATION, MOVED)
"""After these, a tie is to be looked at anew."""


class NoSuchDecision(NotThere):
    """The book holds no decision of that id."""


class SomethingRests(Refused):
    """A later decision rests on this one, or this one on an undone one; that one has to go first."""


def undo_decision(viewer: Viewer, decision_id: int, *, now: datetime) -> UndoReport:
    """Undo a decision in passing; undoing it twice changes nothing.

    What an undo by its number took back stands again once that is undone, as does a line as it was before
    it was edited.

    :raises NoSuchDecision: if this owner made none of that id
    :raises SomethingRests: if a later decision that stands changes or ends it
    """
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        decision = decision_of(owner_id, decision_id)
        if decision.undone_at is None:
            check_nothing_rests(owner_id, decision)
            decisions.undo(owner_id, decision_id, now=now)
            for other in _standing_with(owner_id, decision):
                decisions.undo(owner_id, other.pk, now=now)
            for each in decisions.taken_back(decision):
                decisions.restore(owner_id, each)
            look_anew(cursor, viewer, decision)
    return report_of(owner_id, decision)


def undo_by_number(
    viewer: Viewer, decision_id: int, *, now: datetime, is_with_rest: bool = False
) -> UndoReport:
    """Undo any decision, however old; that is a decision of its own, which can be undone in its turn.

    Whoever undoes next after it undoes it, and not what was decided before.

    :param is_with_rest: take back what rests on it, too
    :raises NoSuchDecision: if this owner made none of that id
    :raises SomethingRests: if a later decision that stands changes or ends it, and is to stay
    """
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        decision = decision_of(owner_id, decision_id)
        if decisions.taken_back(decision):
            return undo_decision(viewer, decision_id, now=now)
        if decision.undone_at is not None:
            return report_of(owner_id, decision)
        beside = [each.pk for each in decisions.resting_on(owner_id, decision)] if is_with_rest else []
        if not is_with_rest:
            check_nothing_rests(owner_id, decision)
        beside += [each.pk for each in _standing_with(owner_id, decision)]
        payload: dict[str, object] = {decisions.OF: decision_id, "name": decisions.name_of(decision)}
        if beside:
            payload[decisions.BESIDE] = beside
        kept = decisions.add(
            owner_id, kind=decisions.TAKEN_BACK, anchor=decision.anchor, payload=payload, now=now
        )
        for each in (decision_id, *beside):
            decisions.undo(owner_id, each, now=now)
        look_anew(cursor, viewer, decision)
    return report_of(owner_id, decision, taken_back_by=kept)


def decision_of(owner_id: int, decision_id: int) -> AnyDecision:
    """Return a decision of this owner.

    :raises NoSuchDecision: if they made none of that id
    """
    decision = decisions.one(owner_id, decision_id)
    if decision is None:
        raise NoSuchDecision("no_such_decision", decision_id=decision_id)
    return decision


def _standing_with(owner_id: int, decision: AnyDecision) -> list[AnyDecision]:
    """Return what was made together with a decision and still stands.

    :raises SomethingRests: if a later decision that stands changes or ends one of them
    """
    standing = [each for each in decisions.made_with(owner_id, decision) if each.undone_at is None]
    for each in standing:
        check_nothing_rests(owner_id, each)
    return standing


def check_nothing_rests(owner_id: int, decision: AnyDecision) -> None:
    """Refuse to undo what a later decision changes or ends.

    :raises SomethingRests: if one does
    """
    if resting := decisions.resting_on(owner_id, decision):
        numbers = ", ".join(str(each.pk) for each in reversed(resting))
        raise SomethingRests("something_rests", decision_id=decision.pk, resting=numbers)


def look_anew(cursor: Cursor, viewer: Viewer, decision: AnyDecision) -> None:
    """Have whatever rests on a decision worked out anew: what was written down, who is who, and ties."""
    owner_id = viewer.owner_id
    taken = filter(None, (decisions.one(owner_id, pk) for pk in decisions.taken_back(decision)))
    about = [decision, *decisions.made_with(owner_id, decision), *taken]
    _follow(cursor, viewer, about)
    for each in about:
        if each.kind == "split" and not decisions.standing_one(owner_id, each.pk, "split"):
            give_back(cursor, owner_id, each.payload)
        if each.kind in decisions.BINDING:
            touched = mentions_at(cursor, owner_id, decisions.anchors_of(each))
            settle(cursor, owner_id, touched | people.beside(cursor, touched))
        if each.kind == ARCHIVED:
            settle_gone(cursor, owner_id, set(people_at(owner_id, [each.anchor]).values()))
        if each.kind in MOVES_A_TIE:
            corrections.look_again(owner_id, each.anchor)
    if any(each.kind in OF_WHO_IS_WHO for each in about):
        count_anew(owner_id)


def _follow(cursor: Cursor, viewer: Viewer, about: list[AnyDecision]) -> None:
    """Let what was written down mean something while a decision that keeps it stands, gone ones first."""
    owner_id = viewer.owner_id
    with_records = [each for each in about if each.payload.get(by_hand.RECORDS)]
    standing = [each for each in with_records if decisions.standing_one(owner_id, each.pk, each.kind)]
    kept = {record for each in standing for record in each.payload[by_hand.RECORDS]}
    for each in with_records:
        if each not in standing:
            gone = [record for record in each.payload[by_hand.RECORDS] if record not in kept]
            each.payload[by_hand.RECORDS] = gone
            by_hand.follow(cursor, owner_id, each, Adapter(viewer), stands=False)
    for each in standing:
        by_hand.follow(cursor, owner_id, each, Adapter(viewer), stands=True)


def report_of(owner_id: int, decision: AnyDecision, *, taken_back_by: int | None = None) -> UndoReport:
    """Return what to say of a decision that was undone, or stands again.

    :param taken_back_by: the decision by which it can be brought back
    """
    about = decision
    if decision.kind == decisions.TAKEN_BACK:
        about = decisions.one(owner_id, int(decision.payload[decisions.OF])) or decision
    return UndoReport(
        kind=decision.kind,
        id=decision.pk,
        name=decisions.name_of(about),
        text=decisions.text_of(about),
        of_kind=about.kind,
        taken_back_by=taken_back_by,
    )
