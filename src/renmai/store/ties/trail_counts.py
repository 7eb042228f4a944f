"""What passed with each person, counted as acts are read: on which days, and by which of whose mentions."""

from collections.abc import Iterator, Mapping, Sequence
from json import dumps

import numpy as np
from numpy.typing import NDArray

from renmai.domain.capture.interactions import WRITTEN, Nature, Role
from renmai.store.ties.acts import ROLES, ActColumns, PersonColumns

SENDER = ROLES.index(Role.SENDER)
IN_MEETING = (ROLES.index(Role.ORGANISER), ROLES.index(Role.ATTENDEE))
Whole = NDArray[np.int64]


class Trails:
    """Counts acts as they are read.

    A meeting of equals counts for both sides. An act counts once a day and side, whichever mentions took
    part; a way counts it for each pair of mentions of which one wrote or both met.
    """

    def __init__(self, who: PersonColumns, midnights: Sequence[int], first_day: int) -> None:
        self.who, self.midnights, self.first_day = who, np.asarray(midnights), first_day
        self.recent: list[tuple[Whole, ...]] = []
        self.pairs: list[tuple[Whole, ...]] = []

    def add(self, acts: ActColumns, kinds: Mapping[str, int]) -> None:
        """Count some acts."""
        indirect = [n for kind, n in kinds.items() if kind in (Nature.MASS, Nature.AUTOMATIC)]
        written = [n for kind, n in kinds.items() if kind in WRITTEN]
        person = self.who.others[acts.them]
        is_mine, is_theirs = acts.my_role == SENDER, acts.their_role == SENDER
        is_direct = (person > 0) & ~np.isin(acts.kind, indirect)
        met = np.isin(acts.my_role, IN_MEETING) & np.isin(acts.their_role, IN_MEETING)
        chosen = np.flatnonzero(is_direct & (is_mine | is_theirs | met))
        self.pairs.append((acts.them[chosen], acts.me[chosen], acts.at[chosen]))
        is_shared = ~np.isin(acts.kind, written) & ~is_mine & ~is_theirs
        is_telling = is_direct & (is_mine | is_theirs | is_shared)
        chosen = np.flatnonzero(is_telling & (acts.at >= self.midnights[0]) & (acts.at < self.midnights[-1]))
        day = np.searchsorted(self.midnights, acts.at[chosen], side="right") - 1
        sides = ((is_mine | is_shared)[chosen], (is_theirs | is_shared)[chosen])
        self.recent.append((person[chosen], acts.act[chosen], day, *sides))

    def found(self) -> Iterator[tuple[int, str, str]]:
        """Yield for each person with whom something passed their days and ways, as text."""
        days, ways = dict(self._days()), dict(self._ways())
        for person_id in sorted(days.keys() | ways.keys()):
            yield person_id, dumps(days.get(person_id, [])), dumps(ways.get(person_id, []))

    def _days(self) -> Iterator[tuple[int, list[int]]]:
        if not self.recent:
            return
        person, act, day, mine, theirs = (np.concatenate(column) for column in zip(*self.recent, strict=True))
        order = np.lexsort((act, person))
        person, act, day = person[order], act[order], day[order]
        once = _starts(person, act)
        if not len(once):
            return
        mine, theirs = (np.logical_or.reduceat(side[order], once) for side in (mine, theirs))
        person, day = person[once], day[once]
        order = np.lexsort((day, person))
        person, day = person[order], day[order]
        starts = _starts(person, day)
        mine, theirs = (np.add.reduceat(side[order].astype(np.int64), starts) for side in (mine, theirs))
        cells = np.stack([day[starts] + self.first_day, mine, theirs], axis=1)
        yield from _by_person(person[starts], cells)

    def _ways(self) -> Iterator[tuple[int, list[int]]]:
        if not self.pairs:
            return
        them, me, at = (np.concatenate(column) for column in zip(*self.pairs, strict=True))
        order = np.lexsort((me, them))
        them, me, at = them[order], me[order], at[order]
        starts = _starts(them, me)
        if not len(starts):
            return
        acts = np.diff(np.r_[starts, len(them)])
        ends = np.minimum.reduceat(at, starts), np.maximum.reduceat(at, starts)
        cells = np.stack([me[starts], them[starts], acts, *ends], axis=1)
        person = self.who.others[them[starts]]
        order = np.argsort(person, kind="stable")
        yield from _by_person(person[order], cells[order])


def _starts(*columns: Whole) -> Whole:
    """Return where each run of equal values begins."""
    if not len(columns[0]):
        return np.zeros(0, np.int64)
    is_other = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return np.flatnonzero(np.r_[True, is_other])


def _by_person(person: Whole, cells: Whole) -> Iterator[tuple[int, list[int]]]:
    """Yield each person with their cells in one list of numbers; a person's cells stand together."""
    starts = _starts(person)
    ends = np.r_[starts[1:], len(person)]
    for person_id, start, end in zip(person[starts].tolist(), starts.tolist(), ends.tolist(), strict=True):
        yield person_id, cells[start:end].ravel().tolist()
