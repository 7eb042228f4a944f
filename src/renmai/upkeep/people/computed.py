"""Computed likely pairs: what the store knows of people, judged by the engine's likelihood."""

from collections.abc import Iterable

from renmai.domain.people.likeness import LikelyPair
from renmai.engine.identity.likely import JudgedPerson, Together, likely_pairs
from renmai.store.people.likely import NamedPerson


def judged_pairs(known: Iterable[NamedPerson], together: Together) -> list[LikelyPair]:
    """Return who of these people is likely somebody else of them, too."""
    people = [JudgedPerson(each.person_id, each.names, each.handles, **each.facts) for each in known]
    return likely_pairs(people, together)
