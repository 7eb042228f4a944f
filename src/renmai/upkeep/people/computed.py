"""Computed likely pairs: what the store knows of people, judged by the engine's likelihood."""

from collections.abc import Sequence

from renmai.domain.people.likeness import LikelyPair
from renmai.engine.identity.likely import JudgedPerson, likely_pairs
from renmai.store.people import likely
from renmai.store.people.likely import NamedPerson


def computed_pairs(owner_id: int) -> list[LikelyPair]:
    """Return everybody in the book who is likely somebody else, too."""
    return likely_pairs(
        entries_of(likely.everybody(owner_id)), lambda pairs: likely.together(owner_id, pairs)
    )


def entries_of(known: Sequence[NamedPerson]) -> list[JudgedPerson]:
    """Return people as likelihood takes them."""
    return [JudgedPerson(each.person_id, each.names, each.handles, **each.facts) for each in known]
