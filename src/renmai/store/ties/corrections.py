"""What the owner says ties are: decisions of the kind `tie`, by whomever their anchors mean now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from json import dumps
from typing import Any

from renmai.domain.ties.ties import Correction, Tie, Word, correction_of
from renmai.store.book import decisions
from renmai.store.models import Person
from renmai.store.people.anchors import people_at

KIND = "tie"
SAID, BECAUSE, COUNTS_AT, FINISHED = "said", "because", "counts_at", "finished"
OVERRULED = ("tie_class", "strength", "strength_before")
"""The figures of a tie that the owner's word stands before."""


def corrections(owner_id: int, person_ids: Sequence[int] | None = None) -> dict[int, Correction]:
    """Return what stands of everything said, by person id; of everybody or of some."""
    found = decisions.standing(owner_id, KIND)
    whose = people_at(owner_id, {decision.anchor for decision in found})
    wanted = None if person_ids is None else set(person_ids)
    sayings = defaultdict(list)
    for decision in found:
        person_id = whose.get(decision.anchor)
        if person_id is not None and (wanted is None or person_id in wanted):
            payload = decision.payload
            sayings[person_id].append((payload[SAID], payload.get(BECAUSE, ""), _said_at(decision)))
    return {person_id: correction_of(said) for person_id, said in sayings.items()}


def look_again(owner_id: int, anchor: str) -> None:
    """Have the tie that a decision is about computed anew."""
    whose = people_at(owner_id, {anchor})
    Person.objects.filter(pk__in=whose.values()).update(is_tie_stale=True, tie_look=None)


def packed(tie: Tie) -> str | None:
    """Return what a tie is beside its traces, and what that stands before, as its row keeps it."""
    if tie.is_as_computed:
        return None
    computed = tie.computed and [getattr(tie.computed, name) for name in OVERRULED]
    said = tie.correction and asdict(tie.correction)
    return dumps({SAID: said, FINISHED: tie.finished, "computed": computed})


def unpacked(tie: Tie, kept: Mapping[str, Any]) -> Tie:
    """Return a tie with what `packed` kept beside its figures."""
    said = kept[SAID] and {name: word and Word(**word) for name, word in kept[SAID].items()}
    before = kept["computed"]
    computed = before and replace(tie, **dict(zip(OVERRULED, before, strict=True)))
    correction = Correction(**said) if said else None
    return replace(tie, correction=correction, finished=kept.get(FINISHED, 0), computed=computed)


def _said_at(decision: decisions.StandingDecision) -> int:
    """Return when something was said; the owner may have acted as of another day."""
    counts_at = decision.payload.get(COUNTS_AT)
    said_at = datetime.fromisoformat(counts_at) if counts_at else decision.decided_at
    return int(said_at.timestamp())
