"""Needs, offers and achievements as the owner noted them (V1, V2)."""

from collections.abc import Iterable, Sequence
from datetime import date

from renmai.domain.values import Achievement, Value
from renmai.store.notes import Note, notes

VALUE, VALUE_ENDED = "value", "value_ended"
ACHIEVEMENT, ACHIEVEMENT_ENDED = "achievement", "achievement_ended"
REVIEWED = "values_reviewed"


def values(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> list[Value]:
    """Return every need and offer that stands, the owner's own among them, oldest first; or some people's."""
    return [_value(each) for each in _standing(owner_id, VALUE, VALUE_ENDED, until, person_ids)]


def achievements(owner_id: int, *, until: date) -> list[Achievement]:
    """Return what the owner achieved, and is building, oldest first."""
    return [_achievement(each) for each in _standing(owner_id, ACHIEVEMENT, ACHIEVEMENT_ENDED, until)]


def reviewed_on(owner_id: int, *, until: date) -> date | None:
    """Return when the owner last looked through what they offer, None for never."""
    return max((each.on for each in notes(owner_id, [REVIEWED], [], until=until)), default=None)


def _standing(
    owner_id: int, kind: str, ended: str, until: date, person_ids: Sequence[int] | None = None
) -> Iterable[Note]:
    found = notes(owner_id, [kind], [ended], until=until, person_ids=person_ids)
    return (each for each in found if not each.changes)


def _value(note: Note) -> Value:
    payload = note.payload
    ends = payload.get("until")
    return Value(
        key=note.key,
        person_id=note.person_id,
        side=payload["side"],
        text=payload["text"],
        noted_on=note.on,
        origin=payload["origin"],
        importance=payload["importance"],
        until=date.fromisoformat(ends) if ends else None,
        interaction_id=payload.get("interaction_id"),
        sentence=payload.get("sentence", ""),
    )


def _achievement(note: Note) -> Achievement:
    payload = note.payload
    return Achievement(
        key=note.key,
        text=payload["text"],
        on=note.on,
        proof=payload.get("proof", ""),
        witness_id=note.person_id,
        is_growing=bool(payload.get("is_growing")),
    )
