"""Likely one human: two people whom nothing joins for certain, and how they count until it is decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from renmai.domain.people.names import is_full_name, name_words

APART, UNSURE = "apart", "unsure"
"""Kinds of decisions about two people who looked like one: surely not, and ask me no more."""


class Sameness(StrEnum):
    """What the owner says of two people: one human, two, or that they do not know."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Company(NamedTuple):
    """What two people share: whether a conversation, how many others, whether the owner turned to both."""

    is_in_one_conversation: bool = False
    others: int = 0
    is_known_under_both: bool = False


class LikelyPair(NamedTuple):
    """Two people who are likely one human: the lower id first, how likely, why, and what they share."""

    one: int
    other: int
    probability: float
    because: tuple[tuple[str, float], ...]
    company: Company


class Counting(NamedTuple):
    """What tells with whom a person's acts count: their names, whether something is noted of them, acts."""

    names: tuple[str, ...]
    is_noted: bool
    acts: int


def is_one_name(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether two people go by one full name as it is written, in whatever order.

    What only sounds alike (张燕 and 张艳, 李雷 and Li Lei) is no one name.
    """
    return bool(_written(one) & _written(other))


def _written(names: Iterable[str]) -> set[tuple[str, ...]]:
    return {name_words(name) for name in names if is_full_name(name)}


def counted_together(pairs: Iterable[LikelyPair], candidates: Mapping[int, Counting]) -> dict[int, int]:
    """Return with whom those count who are likely one human in one conversation; others are left out.

    Of whom something is noted comes first, then who took part most, then who was met first.
    """
    likely = [
        (pair.one, pair.other)
        for pair in pairs
        if pair.company.is_in_one_conversation
        and pair.one in candidates
        and pair.other in candidates
        and is_one_name(candidates[pair.one].names, candidates[pair.other].names)
    ]
    counts_with = {}
    for group in grouped(likely):
        first = min(group, key=lambda each: (not candidates[each].is_noted, -candidates[each].acts, each))
        counts_with.update({each: first for each in group if each != first})
    return counts_with


def grouped(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups that pairs make, each in order."""
    parent: dict[int, int] = {}

    def root(each: int) -> int:
        while parent.setdefault(each, each) != each:
            each = parent[each]
        return each

    for one, other in pairs:
        parent[root(max(one, other))] = root(min(one, other))
    groups = defaultdict(list)
    for each in sorted(parent):
        groups[root(each)].append(each)
    return list(groups.values())


def enough_to_ask(pairs: Sequence[LikelyPair]) -> list[LikelyPair]:
    """Return the pairs to ask about: once those are answered with yes, the others are answered, too.

    :param pairs: the likeliest first
    """
    group_of: dict[int, set[int]] = {}
    asked = []
    for pair in pairs:
        one, other = (group_of.setdefault(each, {each}) for each in (pair.one, pair.other))
        if one is not other:
            one |= other
            group_of.update(dict.fromkeys(other, one))
            asked.append(pair)
    return asked
