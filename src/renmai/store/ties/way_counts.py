"""By which of whose mentions something passed with each person, counted as acts are read."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from renmai.domain.capture.interactions import Nature, Role
from renmai.store.ties.acts import ROLES, ActColumns, PersonColumns

SENDER = ROLES.index(Role.SENDER)
IN_MEETING = (ROLES.index(Role.ORGANISER), ROLES.index(Role.ATTENDEE))
Whole = NDArray[np.int64]


class WayCounts:
    """Counts direct acts as they are read, for each pair of mentions of which one wrote or both met."""

    def __init__(self, who: PersonColumns) -> None:
        self.who = who
        self.pairs: list[tuple[Whole, ...]] = []

    def add(self, acts: ActColumns, kinds: Mapping[str, int]) -> None:
        """Count some acts."""
        indirect = [n for kind, n in kinds.items() if kind in (Nature.MASS, Nature.AUTOMATIC)]
        is_direct = (self.who.others[acts.them] > 0) & ~np.isin(acts.kind, indirect)
        met = np.isin(acts.my_role, IN_MEETING) & np.isin(acts.their_role, IN_MEETING)
        chosen = np.flatnonzero(is_direct & ((acts.my_role == SENDER) | (acts.their_role == SENDER) | met))
        self.pairs.append((acts.them[chosen], acts.me[chosen], acts.at[chosen]))

    def found(self) -> Iterator[tuple[int, list[int]]]:
        """Yield for each person their ways in fives: my mention, theirs, acts, the first and last moment."""
        if not self.pairs:
            return
        them, me, at = (np.concatenate(column) for column in zip(*self.pairs, strict=True))
        order = np.lexsort((me, them))
        them, me, at = them[order], me[order], at[order]
        starts = starts_of(them, me)
        if not len(starts):
            return
        acts = np.diff(np.r_[starts, len(them)])
        ends = np.minimum.reduceat(at, starts), np.maximum.reduceat(at, starts)
        cells = np.stack([me[starts], them[starts], acts, *ends], axis=1)
        person = self.who.others[them[starts]]
        order = np.argsort(person, kind="stable")
        yield from by_person(person[order], cells[order])


def starts_of(*columns: Whole) -> Whole:
    """Return where each run of equal values begins."""
    if not len(columns[0]):
        return np.zeros(0, np.int64)
    is_other = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return np.flatnonzero(np.r_[True, is_other])


def by_person(person: Whole, cells: Whole) -> Iterator[tuple[int, list[int]]]:
    """Yield each person with their cells in one list of numbers; a person's cells stand together."""
    starts = starts_of(person)
    ends = np.r_[starts[1:], len(person)]
    for person_id, start, end in zip(person[starts].tolist(), starts.tolist(), ends.tolist(), strict=True):
        yield person_id, cells[start:end].ravel().tolist()
