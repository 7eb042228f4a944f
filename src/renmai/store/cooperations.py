"""Cooperations as the owner noted them, with every step they took (V8)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from renmai.domain.cooperation import Cooperation, Stage
from renmai.store.notes import Note, notes

COOPERATION, MOVED = "cooperation", "cooperation_moved"
WORDS = ("title", "my_gain", "their_gain", "need", "next_idea")


def cooperations(owner_id: int, *, until: date) -> list[Cooperation]:
    """Return every cooperation as it stands on a day, oldest first."""
    return [_standing(each) for each in notes(owner_id, [COOPERATION], [MOVED], until=until)]


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
    said = {name: payload[name] for name in (*WORDS, "margin_percent", "is_exclusive") if name in payload}
    if "due_on" in payload:
        said["due_on"] = date.fromisoformat(payload["due_on"]) if payload["due_on"] else None
    if "stage" in payload:
        said |= {"stage": payload["stage"], "moved_on": on}
    if payload.get("is_attempt"):
        said["attempts"] = cooperation.attempts + 1
    return replace(cooperation, **said)
