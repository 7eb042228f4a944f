"""Search: all paths of up to four edges that can be among the k best, found from both ends at once.

A path is a trail from the first person and a trail from the last that meet (Pohl, Bi-directional search,
1971). Rows are sorted by chance, so of every row only the edges are read that can still lead to a path as
good as the k-th one known. Where none is known yet and much would have to be read, a higher bar is tried
first: if k paths pass it, they are the k best (iterative deepening). A longer path must be better by four
parts in 10¹² than the k-th shorter one to take its place.
"""

from collections.abc import Callable
from math import inf, sqrt

import numpy as np

from renmai.engine.paths.adjacency import Adjacency, Floats
from renmai.engine.paths.frontiers import (
    SLACK,
    Frontier,
    Growth,
    cleared,
    grown,
    marked,
    met,
    ordered,
    partners_of,
    step_of,
)
from renmai.engine.paths.ranking import Ranking

FIRST_WORK, MORE_WORK, MOST_WORK = 30_000, 6, 10_000_000
"""Edges read at most at the first bar, how many times more at each next one, when to stop guessing."""
EDGES_A_ROW = 8
"""How many edges a row is worth: looking for where to stop in it costs as much as reading so many."""
FAINT, NEARLY = 1e-4, 1.001
"""The first bar is looked for from this share of the best upwards, and never nearer to the last than that."""
MOST_PAIRS = 400_000
"""Pairs put together at once; between two lots the bar rises."""


class SearchEnd:
    """One end of the search: its rows of edges, its first frontier, and that by person in `dense`."""

    def __init__(self, adjacency: Adjacency, first: Frontier, dense: Floats) -> None:
        self.adjacency = adjacency
        self.first = first
        self.dense = dense
        self.most = float(first.chances.max()) if len(first.chances) else 0.0
        second = first.chances * adjacency.best[first.heads]
        self.most_second = float(second.max()) if len(second) else 0.0


class TooMuch(Exception):
    """More work than the bar is worth; `bar` is one that promises less."""

    def __init__(self, bar: float) -> None:
        super().__init__(bar)
        self.bar = bar


class Search:
    """One question: from one person to any of some others, who are all `blocked` on the way.

    `scratch` holds a zero for everybody, and does so again after each step.
    """

    def __init__(
        self,
        there: SearchEnd,
        back: SearchEnd,
        ranking: Ranking,
        *,
        blocked: np.ndarray,
        ends: int,
        scratch: Floats,
    ) -> None:
        self.there = there
        self.back = back
        self.ranking = ranking
        self.blocked = blocked
        self.scratch = scratch
        self.at_most = ranking.k + ends + 1

    def run(self, hops: int) -> None:
        """Take all paths of so many edges (2 to 4) that can be among the k best into the ranking."""
        if not (len(self.there.first.chances) and len(self.back.first.chances)):
            return
        look = {2: self._two, 3: self._three, 4: self._four}[hops]
        # a longer path must be better than the k-th one, which has fewer edges
        cut = self.ranking.least * (1 + 4 * SLACK)
        work: float = FIRST_WORK
        while True:
            bar = self._looked(look, cut, work)
            least = self.ranking.least
            if bar <= cut or least >= bar:
                return
            cut = max(cut, least * (1 - SLACK))
            work = work * MORE_WORK if work * MORE_WORK <= MOST_WORK else inf

    def _looked(self, look: Callable[[float, float], None], bar: float, work: float) -> float:
        """Look for paths above a bar, raised until that costs no more than `work`; return the bar."""
        while True:
            try:
                look(bar, work)
            except TooMuch as much:
                bar = much.bar
            else:
                return bar

    def _two(self, bar: float, work: float) -> None:
        there, back = self.there, self.back
        after = back.dense[there.first.heads]
        is_good = (after > 0) & (there.first.chances * after >= bar * (1 - SLACK))
        self._join(there, there.first.only(np.flatnonzero(is_good)), back.first, bar)

    def _three(self, bar: float, work: float) -> None:
        near, far, step = self._cheaper(bar, work, self.back.most, self.there.most)
        self._join(near, self._grown(near, near.first, step, far.dense, bar), far.first, bar)

    def _four(self, bar: float, work: float) -> None:
        near, far, step = self._cheaper(bar, work, self.back.most_second, self.there.most_second)
        second = self._grown(near, near.first, step, None, bar)
        if not len(second.chances):
            return
        across = self._step(far, far.first, bar, float(second.chances.max()), work)
        further = self._step(near, second, bar, far.most, work)
        if further.work < across.work:
            _afford(further, work, bar)
            self._join(near, self._grown(near, second, further, far.dense, bar), far.first, bar)
            return
        _afford(across, work, bar)
        try:
            other = self._grown(far, far.first, across, marked(self.scratch, second), bar)
        finally:
            cleared(self.scratch, second)
        self._join(far, other, second, bar)

    def _cheaper(
        self, bar: float, work: float, rest_there: float, rest_back: float
    ) -> tuple[SearchEnd, SearchEnd, Growth]:
        """Return the side from which the next edge costs less to look at, the other, and that step."""
        onward = self._step(self.there, self.there.first, bar, rest_there, work)
        homeward = self._step(self.back, self.back.first, bar, rest_back, work)
        is_onward = onward.work <= homeward.work
        step = onward if is_onward else homeward
        _afford(step, work, bar)
        return (self.there, self.back, step) if is_onward else (self.back, self.there, step)

    def _step(self, side: SearchEnd, front: Frontier, bar: float, rest: float, work: float) -> Growth:
        return step_of(front, side.adjacency, cut=bar, rest=rest, most_rows=work / EDGES_A_ROW)

    def _grown(
        self, side: SearchEnd, front: Frontier, step: Growth, meet: Floats | None, bar: float
    ) -> Frontier:
        return grown(front, step, side.adjacency, blocked=self.blocked, meet=meet, cut=bar)

    def _join(self, side: SearchEnd, ends: Frontier, others: Frontier, bar: float) -> None:
        """Put the trails of a side together with those they meet, the most promising places first."""
        try:
            before = marked(self.scratch, ends)[others.heads]
        finally:
            cleared(self.scratch, ends)
        others = others.only(np.flatnonzero((before > 0) & (others.chances * before >= bar * (1 - SLACK))))
        one, other = (ends, others) if side is self.there else (others, ends)
        one = ordered(one, is_backward=False, at_most=self.at_most)
        other = ordered(other, is_backward=True, at_most=self.at_most)
        starts, counts = partners_of(one, other)
        best = np.zeros(len(counts))
        some = np.flatnonzero(counts)
        best[some] = one.chances[some] * other.chances[starts[some]]
        left = some[np.argsort(-best[some], kind="stable")]
        while len(left):
            size = max(1, int(np.searchsorted(np.cumsum(counts[left]), MOST_PAIRS, "right")))
            lot, left = left[:size], left[size:]
            least = max(bar, self.ranking.least) * (1 - SLACK)
            lot = lot[best[lot] >= least]
            paths = met(one.only(lot), other, starts[lot], counts[lot])
            self.ranking.add(paths.only(np.flatnonzero(paths.chances >= least)))


def _afford(step: Growth, work: float, bar: float) -> None:
    """Let a step be taken that costs no more than `work`; else name a bar above which it may.

    :raises TooMuch: where a higher bar leaves less to read; where all is equally probable, none does.
    """
    if step.work <= work:
        return
    top = float(step.bounds.max())
    if step.is_exact:
        raised = sqrt(max(bar, top * FAINT) * top)
    else:
        raised = float(np.partition(step.bounds, -int(work / EDGES_A_ROW))[-int(work / EDGES_A_ROW)])
    if bar * NEARLY < raised:
        raise TooMuch(raised)
