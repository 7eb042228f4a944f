"""Outreaches as the owner noted them, with every attempt and sign that was ticked (R6)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from renmai.domain.reach.outreach import Attempt, Outreach, SignOfLife
from renmai.domain.today.plan import PlanKind, rests_on
from renmai.store.people.notes import Note, notes
from renmai.store.people.outcomes import DoneItem, done_items

OUTREACH = "outreach"
ATTEMPT, SIGN, RESTED, CHANGED, ENDED = (
    "outreach_attempt", "outreach_sign", "outreach_rested", "outreach_changed", "outreach_ended",
)  # fmt: skip
CHANGING = (ATTEMPT, SIGN, RESTED, CHANGED, ENDED)


def outreaches(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> list[Outreach]:
    """Return every outreach as it was noted up to a day, oldest first; of everybody or of some.

    Traces of letters are not in it yet.
    """
    found = notes(owner_id, [OUTREACH], CHANGING, until=until, person_ids=person_ids)
    return [_standing(each, each.person_id) for each in found if each.person_id is not None]


def one(owner_id: int, outreach_id: int, *, until: date = date.max) -> Outreach | None:
    """Return one outreach as it was noted up to a day, None where none of that number was begun."""
    return next((each for each in outreaches(owner_id, until=until) if each.key == str(outreach_id)), None)


def called_done(owner_id: int, person_ids: Sequence[int], *, until: date) -> list[DoneItem]:
    """Return what Today reminded of and the owner called done there, about some people."""
    return done_items(owner_id, PlanKind.REACH, until=until, person_ids=person_ids) if person_ids else []


def is_done(item: DoneItem, outreach: Outreach) -> bool:
    """Tell whether a reminder that was called done is the one of an outreach as it stands."""
    return item.person_id == outreach.person_id and rests_on(item.key, PlanKind.REACH, outreach.step_basis)


def _standing(note: Note, person_id: int) -> Outreach:
    found = Outreach(
        key=note.key,
        person_id=person_id,
        goal=note.payload["goal"],
        began_on=note.on,
        deadline_on=_day(note.payload, "deadline_on"),
        least_percent=float(note.payload["least_percent"]),
    )
    for kind, payload, on in note.changes:
        found = _moved(found, kind, payload, on)
    return found


def _moved(outreach: Outreach, kind: str, payload: Mapping[str, Any], on: date) -> Outreach:
    """Return it with what one decision says; another attempt or a sign ends its rest."""
    if kind == ATTEMPT:
        attempt = Attempt(at_epoch_s=payload["at_epoch_s"], on=on, way=payload["way"], news=payload["news"])
        return replace(outreach, attempts=(*outreach.attempts, attempt), rests_until_on=None)
    if kind == SIGN:
        sign = SignOfLife(at_epoch_s=payload["at_epoch_s"], on=on, words=payload["words"])
        return replace(outreach, signs=(*outreach.signs, sign), rests_until_on=None)
    if kind == RESTED:
        return replace(outreach, rests_until_on=_day(payload, "until_on"))
    if kind == ENDED:
        return replace(outreach, end=payload["end"], ended_on=on)
    said: dict[str, Any] = {name: payload[name] for name in ("goal", "least_percent") if name in payload}
    if "deadline_on" in payload:
        said["deadline_on"] = _day(payload, "deadline_on")
    return replace(outreach, **said)


def _day(payload: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(payload[name]) if payload.get(name) else None
