"""Reputation (T9): who came to the owner through whom, who speaks of them unasked, what came of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from renmai.domain.ties.ties import TieClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """How the owner met somebody: through whom, None where through nobody; `how` in the owner's words."""

    key: str
    person_id: int
    introducer_id: int | None
    on: date
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commendation:
    """Somebody spoke of the owner without being asked: what they said, and to whom."""

    key: str
    person_id: int
    on: date
    what: str
    to_whom: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """One person of the tree with those who came through them."""

    person_id: int
    below: tuple["Branch", ...] = ()

    def people(self) -> Iterable[int]:
        """Yield everybody below, whoever introduced them."""
        for branch in self.below:
            yield branch.person_id
            yield from branch.people()


@dataclass(frozen=True, slots=True)
class BranchYield:
    """What came of a branch: people below it, weak and strong ties among them, finished cooperations."""

    people: int = 0
    weak: int = 0
    strong: int = 0
    finished: int = 0


def referral_tree(introducers: Mapping[int, int]) -> tuple[Branch, ...]:
    """Return who came through whom, each person once, the widest branches first.

    :param introducers: by person who introduced them; of people who introduced each other in a circle, which
        merges may make, the one of the lowest id stands at the root
    """
    others = {one: other for one, other in introducers.items() if one != other}
    below: dict[int, list[int]] = defaultdict(list)
    for person_id, introducer_id in sorted(others.items()):
        below[introducer_id].append(person_id)
    placed: set[int] = set()

    def branch(person_id: int) -> Branch:
        placed.add(person_id)
        grown = [branch(each) for each in below[person_id] if each not in placed]
        return Branch(person_id, tuple(sorted(grown, key=_widest)))

    roots = [branch(each) for each in sorted(below) if each not in others]
    for each in sorted(below):
        if each not in placed:
            roots.append(branch(min(_circle_above(others, each))))
    return tuple(sorted(roots, key=_widest))


def _circle_above(introducers: Mapping[int, int], person_id: int) -> list[int]:
    """Return the circle that somebody hangs from, or stands in, where nobody above came by themselves."""
    path = [person_id]
    while (above := introducers[path[-1]]) not in path:
        path.append(above)
    return path[path.index(above) :]


def leads_back(introducers: Mapping[int, int], person_id: int, introducer_id: int) -> bool:
    """Tell whether saying that `introducer_id` introduced `person_id` would close a circle."""
    seen: set[int] = set()
    at: int | None = introducer_id
    while at is not None and at not in seen:
        if at == person_id:
            return True
        seen.add(at)
        at = introducers.get(at)
    return False


def branch_yield(branch: Branch, classes: Mapping[int, str], finished: Mapping[int, int]) -> BranchYield:
    """Return what came of a branch, its root left out."""
    people = list(branch.people())
    kinds = [classes.get(each) for each in people]
    return BranchYield(
        people=len(people),
        weak=kinds.count(TieClass.WEAK),
        strong=kinds.count(TieClass.STRONG),
        finished=sum(finished.get(each, 0) for each in people),
    )


def _widest(branch: Branch) -> tuple[int, int]:
    return -sum(1 for _ in branch.people()), branch.person_id
