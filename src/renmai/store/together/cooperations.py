"""Cooperations as the owner noted them, with every step they took (V8)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from renmai.domain.today.plan import PlanKind, rests_on
from renmai.domain.together.cooperation import Cooperation, Milestone, Stage
from renmai.store.people.notes import Note, notes
from renmai.store.people.outcomes import done_items

COOPERATION, MOVED = "cooperation", "cooperation_moved"
WORDS = ("title", "my_gain", "their_gain", "need", "others", "next_idea", "next_step")
PLAIN = (*WORDS, "margin_percent", "is_exclusive")
"""What a decision says in the form in which it is kept."""
ANY_DAY = date.max


def cooperations(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> list[Cooperation]:
    """Return every cooperation as it stands on a day, oldest first; of everybody or of some.

    A next step of which Today reminded, and that the owner called done there, is over.
    """
    noted = notes(owner_id, [COOPERATION], [MOVED], until=until, person_ids=person_ids)
    found = [_standing(each) for each in noted]
    due = {each.person_id for each in found if each.due_on}
    done = done_items(owner_id, PlanKind.PROMISE, until=until, person_ids=due) if due else []
    keys = [each.key for each in done]
    return [replace(each, next_step="", due_on=None) if _is_done(each, keys) else each for each in found]


def one(owner_id: int, cooperation_id: int, *, until: date = ANY_DAY) -> Cooperation | None:
    """Return one cooperation as it stands on a day, None where none of that number was noted."""
    return next(
        (each for each in cooperations(owner_id, until=until) if each.key == str(cooperation_id)), None
    )


def finished(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, int]:
    """Return with how many cooperations each person's tie was tried and held, of everybody or of some."""
    wanted = None if person_ids is None else set(person_ids)
    return Counter(
        each.person_id
        for each in cooperations(owner_id, until=until)
        if each.is_finished and each.person_id is not None and (wanted is None or each.person_id in wanted)
    )


def _is_done(cooperation: Cooperation, keys: Sequence[str]) -> bool:
    """Tell whether the step that is due was called done; earlier keys named the day and not the step."""
    if cooperation.due_on is None:
        return False
    bases = (cooperation.step_basis, f"cooperation {cooperation.key} {cooperation.due_on}")
    return any(rests_on(key, PlanKind.PROMISE, basis) for key in keys for basis in bases)


def _standing(note: Note) -> Cooperation:
    found = Cooperation(
        key=note.key,
        person_id=note.person_id,
        title=note.payload["title"],
        stage=Stage.IDEA,
        began_on=note.on,
        moved_on=note.on,
    )
    for payload, on in ((note.payload, note.on), *((payload, on) for _, payload, on in note.changes)):
        found = _moved(found, payload, on)
    return found


def _moved(cooperation: Cooperation, payload: Mapping[str, Any], on: date) -> Cooperation:
    """Return it with what one decision says; what it does not name stays."""
    said = {name: payload[name] for name in PLAIN if name in payload}
    if "due_on" in payload:
        said["due_on"] = date.fromisoformat(payload["due_on"]) if payload["due_on"] else None
    stage = payload.get("stage", cooperation.stage)
    if "stage" in payload:
        said |= {"stage": stage, "moved_on": on}
    is_attempt = bool(payload.get("is_attempt"))
    if is_attempt:
        said["attempts"] = cooperation.attempts + 1
    if is_attempt or "stage" in payload:
        said["milestones"] = (*cooperation.milestones, Milestone(stage, on, is_attempt))
    return replace(cooperation, **said)
