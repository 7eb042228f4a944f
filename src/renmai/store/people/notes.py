"""Notes: what the owner wrote down of people and of themselves, kept as decisions, by whom they mean now.

A note is one decision; changing or ending it is another that names it. So everything can be undone step by
step, survives merges and rebuilds, and is exported with the decisions. Nothing here is a cache.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from renmai.store.book import decisions
from renmai.store.book.decisions import StandingDecision
from renmai.store.people import people
from renmai.store.people.notebook import MINE, NotebookEntry, notebook_about

OF = "of"
"""The payload's key that names the note which a later decision changes or ends."""
ON = "on"
"""The payload's key of the day a note is about, where it is not the day it was written."""


class Note(NamedTuple):
    """A note with what became of it: `person_id` None where it is the owner's own, `on` the day it is about.

    `changes` are the later decisions about it, oldest first, as (kind, payload, day).
    """

    id: int
    kind: str
    person_id: int | None
    payload: Mapping[str, Any]
    on: date
    changes: tuple[tuple[str, Mapping[str, Any], date], ...]

    @property
    def key(self) -> str:
        """The text under which it is named."""
        return str(self.id)


def note(
    owner_id: int,
    *,
    kind: str,
    person_id: int | None,
    payload: Mapping[str, object],
    on: date,
    now: datetime,
) -> int:
    """Keep a note of a person, or of the owner where `person_id` is None; return its id."""
    anchor = MINE if person_id is None else people.anchor_of(owner_id, person_id)
    name = "" if person_id is None else people.names_of(owner_id, [person_id])[person_id]
    kept: dict[str, object] = {**payload, ON: on.isoformat(), "name": name}
    return decisions.add(owner_id, kind=kind, anchor=anchor, payload=kept, now=now, counts_on=on)


def change(
    owner_id: int, of: StandingDecision, *, kind: str, payload: Mapping[str, object], on: date, now: datetime
) -> int:
    """Keep what became of a note; return the decision's id."""
    kept: dict[str, object] = {**payload, OF: of.pk, ON: on.isoformat(), "name": of.payload.get("name", "")}
    return decisions.add(owner_id, kind=kind, anchor=of.anchor, payload=kept, now=now, counts_on=on)


def one(owner_id: int, note_id: int, *kinds: str) -> StandingDecision | None:
    """Return the decision that a note is, None where this owner has none of that id and kind that stands."""
    return decisions.standing_one(owner_id, note_id, *kinds)


def is_changed(owner_id: int, of: StandingDecision, *kinds: str) -> bool:
    """Tell whether a standing decision of one of these kinds is about a note."""
    return bool(note_of(owner_id, of, kinds).changes)


def note_of(owner_id: int, decision: StandingDecision, changing: Iterable[str]) -> Note:
    """Return the note that a decision is, with everything that became of it, whatever the day."""
    later = decisions.standing(owner_id, *changing, anchors=[decision.anchor])
    return Note(
        id=decision.pk,
        kind=decision.kind,
        person_id=None,
        payload=decision.payload,
        on=_on(decision),
        changes=tuple(
            (each.kind, each.payload, _on(each)) for each in later if each.payload[OF] == decision.pk
        ),
    )


def notes(
    owner_id: int,
    kinds: Iterable[str],
    changing: Iterable[str],
    *,
    until: date,
    person_ids: Sequence[int | None] | None = None,
) -> list[Note]:
    """Return the standing notes of some kinds up to a day, oldest first, with what became of them until then.

    A note about somebody whom no trace names any more is kept, and left out here.

    :param changing: the kinds of decisions that change or end them
    :param person_ids: of these people only, None among them for the owner's own
    """
    own, later = tuple(kinds), tuple(changing)
    asked = notebook_about(owner_id, person_ids)
    found = asked.entries((*own, *later))
    whose = asked.whose(each.anchor for each in found)
    wanted = None if person_ids is None else set(person_ids)
    changes: dict[int, list[tuple[str, Mapping[str, Any], date]]] = {}
    for each in found:
        if each.kind in later and (on := _on(each)) <= until:
            changes.setdefault(each.payload[OF], []).append((each.kind, each.payload, on))
    return [
        Note(
            id=each.pk,
            kind=each.kind,
            person_id=whose.get(each.anchor),
            payload=each.payload,
            on=_on(each),
            changes=tuple(changes.get(each.pk, ())),
        )
        for each in found
        if each.kind in own
        and _on(each) <= until
        and (each.anchor == MINE or each.anchor in whose)
        and (wanted is None or whose.get(each.anchor) in wanted)
    ]


def _on(decision: StandingDecision | NotebookEntry) -> date:
    return date.fromisoformat(decision.payload[ON])
