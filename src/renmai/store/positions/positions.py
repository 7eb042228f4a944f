"""Positions as the owner noted them, for themselves and for people (T6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from renmai.domain.positions.positions import Position
from renmai.store.people.notes import Note, notes

POSITION, ENDED, DISMISSED = "position", "position_ended", "position_dismissed"
PROPOSAL = "proposal"
"""The payload's key of the proposal that a note accepts or dismisses."""
REPLACES = "replaces"
"""The payload's key of the position that a new one in the same place follows."""
UNTIL = "until"


def positions(
    owner_id: int, *, until: date, person_ids: Sequence[int | None] | None = None
) -> tuple[Position, ...]:
    """Return the positions known up to a day, as last noted; mine are those without a person.

    :param person_ids: of these people only, None among them for the owner's own
    """
    found = [
        (_position(each), each.payload.get(REPLACES, ""))
        for each in notes(owner_id, [POSITION], [ENDED], until=until, person_ids=person_ids)
    ]
    followed = {
        replaced: (each.since or each.noted_on) - timedelta(days=1) for each, replaced in found if replaced
    }
    return tuple(
        replace(each, until=followed[each.key]) if each.until is None and each.key in followed else each
        for each, _ in found
    )


def dismissed(
    owner_id: int, *, until: date, person_ids: Sequence[int | None] | None = None
) -> dict[int | None, set[str]]:
    """Return the keys of proposals the owner dismissed, by whom they are about."""
    gone: dict[int | None, set[str]] = {}
    for each in notes(owner_id, [DISMISSED], [], until=until, person_ids=person_ids):
        gone.setdefault(each.person_id, set()).add(each.payload[PROPOSAL])
    return gone


def _position(note: Note) -> Position:
    payload = note.payload
    ends = note.changes[-1][1].get(UNTIL) if note.changes else payload.get(UNTIL)
    return Position(
        key=note.key,
        person_id=note.person_id,
        organisation=payload["organisation"],
        title=payload.get("title", ""),
        host=payload.get("host", ""),
        since=_day(payload.get("since")),
        until=_day(ends),
        source=payload["source"],
        line=payload.get("line", ""),
        noted_on=note.on,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
