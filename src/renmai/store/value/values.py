"""Needs, offers and achievements as the owner noted them (V1, V2)."""

from collections.abc import Iterable, Sequence
from datetime import date

from renmai.domain.value.values import Achievement, Value
from renmai.store.models import Decision
from renmai.store.people.anchors import people_at
from renmai.store.people.notebook import MINE
from renmai.store.people.notes import Note, notes

VALUE, VALUE_CHANGED, VALUE_ENDED = "value", "value_changed", "value_ended"
ACHIEVEMENT, ACHIEVEMENT_ENDED = "achievement", "achievement_ended"
REVIEWED = "values_reviewed"
PROPOSAL_DISMISSED = "proposal_dismissed"
PROPOSAL = "proposal"
"""The payload's key of the proposal that a note accepts or puts aside."""
FIELDS = ("text", "side", "origin", "importance", "until")
"""What a later decision may say otherwise."""


def values(owner_id: int, *, until: date, person_ids: Sequence[int | None] | None = None) -> list[Value]:
    """Return the needs and offers that stand, oldest first: all, or of some people, None the owner."""
    found = notes(owner_id, [VALUE], [VALUE_CHANGED, VALUE_ENDED], until=until, person_ids=person_ids)
    return [_value(each) for each in found if not _is_over(each)]


def values_with(owner_id: int, keys: Iterable[str], *, until: date) -> dict[str, Value]:
    """Return those of some needs and offers that stand, by key, looking at nobody else's."""
    wanted = set(keys)
    mine = Decision.objects.filter(owner_id=owner_id, kind=VALUE, pk__in=[int(key) for key in wanted])
    anchors = set(mine.values_list("anchor", flat=True))
    whose: list[int | None] = list(set(people_at(owner_id, anchors - {MINE}).values()))
    if MINE in anchors:
        whose.append(None)
    found = values(owner_id, until=until, person_ids=whose) if whose else []
    return {each.key: each for each in found if each.key in wanted}


def count(owner_id: int) -> int:
    """Return how many needs and offers were ever noted of others and not taken back."""
    noted = Decision.objects.filter(owner_id=owner_id, kind=VALUE, undone_at=None)
    return noted.exclude(anchor=MINE).count()


def achievements(owner_id: int, *, until: date) -> list[Achievement]:
    """Return what the owner achieved, and is building, oldest first."""
    found = notes(owner_id, [ACHIEVEMENT], [ACHIEVEMENT_ENDED], until=until)
    return [_achievement(each) for each in found if not each.changes]


def reviewed_on(owner_id: int, *, until: date) -> date | None:
    """Return when the owner last looked through what they offer, None for never."""
    return max((each.on for each in notes(owner_id, [REVIEWED], [], until=until)), default=None)


def _is_over(note: Note) -> bool:
    return any(kind == VALUE_ENDED for kind, _, _ in note.changes)


def _value(note: Note) -> Value:
    """Return a note as a value, the latest word on each of its fields."""
    payload = dict(note.payload)
    for _, changed, _ in note.changes:
        payload |= {name: changed[name] for name in FIELDS if name in changed}
    ends = payload.get("until")
    return Value(
        key=note.key,
        person_id=note.person_id,
        side=payload["side"],
        text=payload["text"],
        noted_on=max([note.on, *(on for kind, _, on in note.changes if kind == VALUE_CHANGED)]),
        origin=payload["origin"],
        importance=payload["importance"],
        until=date.fromisoformat(ends) if ends else None,
        act=payload.get("act", ""),
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
