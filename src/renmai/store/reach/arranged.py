"""Meetings that were arranged by hand: each is a note of one person, moved and called off by later ones."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from renmai.domain.reach.meetings import Appointment
from renmai.store.people.notes import Note, notes

MEETING, MOVED, OFF = "meeting", "meeting_moved", "meeting_off"
CHANGING = (MOVED, OFF)
DAY, HOUR = "day", "hour"


def arranged(
    owner_id: int, *, until: date, person_ids: Sequence[int] | None = None
) -> tuple[Appointment, ...]:
    """Return every meeting as it stands on a day, with one person each; of everybody or of some."""
    found = notes(owner_id, [MEETING], CHANGING, until=until, person_ids=person_ids)
    return tuple(
        _meeting(each, each.person_id)
        for each in found
        if each.person_id is not None and not any(kind == OFF for kind, _, _ in each.changes)
    )


def _meeting(note: Note, person_id: int) -> Appointment:
    moved: Sequence[Mapping[str, Any]] = [payload for kind, payload, _ in note.changes if kind == MOVED]
    last = moved[-1] if moved else note.payload
    return Appointment(
        person_ids=(person_id,),
        on=date.fromisoformat(last[DAY]),
        at=time.fromisoformat(last[HOUR]) if last[HOUR] else None,
        what=note.payload["what"],
        place=note.payload["place"],
        numbers=(note.id,),
        arranged_on=note.on,
    )
