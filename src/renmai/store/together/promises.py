"""Promises as the owner noted them, with how they ended (P1)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from renmai.domain.today.plan import PlanKind, rests_on
from renmai.domain.together.promises import Promise, basis_of
from renmai.store.people.notes import Note, notes
from renmai.store.people.outcomes import done_items

PROMISE, ENDED, MOVED = "promise", "promise_ended", "promise_moved"
CHANGING = (ENDED, MOVED)


def promises(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> list[Promise]:
    """Return every promise as it stands on a day, oldest first; of everybody or of some.

    What Today reminded of and the owner called done there is kept.
    """
    found = notes(owner_id, [PROMISE], CHANGING, until=until, person_ids=person_ids)
    waiting = {each.person_id for each in found if not _ends(each)}
    called = done_items(owner_id, PlanKind.PROMISE, until=until, person_ids=waiting) if waiting else []
    done = {each.key: each.on for each in called}
    return [_promise(each, each.person_id, done) for each in found if each.person_id is not None]


def one(owner_id: int, promise_id: int) -> Promise | None:
    """Return one promise with whatever became of it, None where none of that number was made."""
    return next((each for each in promises(owner_id, until=date.max) if each.key == str(promise_id)), None)


def _promise(note: Note, person_id: int, done: Mapping[str, date]) -> Promise:
    ended = _ends(note)[-1:]
    days = [_day(note.payload), *(_day(payload) for kind, payload, _ in note.changes if kind == MOVED)]
    bases = [basis_of(note.key), *(basis_of(note.key, day) for day in days[1:])]
    on_today = [
        on for key, on in done.items() if any(rests_on(key, PlanKind.PROMISE, basis) for basis in bases)
    ]
    return Promise(
        key=note.key,
        person_id=person_id,
        what=note.payload["what"],
        made_on=note.on,
        due_on=days[-1],
        is_moved=len(days) > 1,
        ended_on=ended[0][2] if ended else min(on_today, default=None),
        is_kept=bool(ended[0][1].get("is_kept")) if ended else bool(on_today),
    )


def _ends(note: Note) -> list[tuple[str, Mapping[str, Any], date]]:
    return [each for each in note.changes if each[0] == ENDED]


def _day(payload: Mapping[str, Any]) -> date | None:
    due_on = payload.get("due_on")
    return date.fromisoformat(due_on) if due_on else None
