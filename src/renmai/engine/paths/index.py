"""Path index: a network held in memory to be asked for its best paths many times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from renmai.domain.book.refusals import Refused
from renmai.engine.paths.adjacency import Floats, both_ways
from renmai.engine.paths.edges import edges_of, place_of
from renmai.engine.paths.frontiers import Frontier, cleared, marked
from renmai.engine.paths.ranking import MOST_HOPS, Ranking
from renmai.engine.paths.search import Search, SearchEnd
from renmai.engine.paths.through import best_beyond


class NoSuchPath(Refused):
    """A question that has no answer: somebody who is not there, or from somebody to themselves."""


@dataclass(frozen=True, slots=True)
class FoundPath:
    """A path: its people from the first to the last, and the product of the probabilities on it."""

    people: tuple[Any, ...]
    probability: float

    @property
    def hops(self) -> int:
        """Return how many edges it has."""
        return len(self.people) - 1


class PathIndex:
    """Edges in memory, sorted by chance from both ends: about 24 bytes an edge and 70 a person.

    `given` is a Parquet file, a folder of them or an Arrow table with `source`, `target`, `probability`, or
    a sequence of such triples; edges lead one way. Not for two threads at once: the search writes into
    scratch space that it clears again.

    :raises BadEdges: where the table cannot be read.
    """

    def __init__(self, given: object) -> None:
        edges = edges_of(given)
        self.rows = edges.rows
        self.left_out: Mapping[str, int] = edges.left_out
        self.rows_left_out: Mapping[str, Sequence[int]] = edges.rows_left_out
        self._keys = edges.keys
        self._out, self._in = both_ways(edges)
        people = len(edges.keys)
        self._scratch: list[Floats] = [np.zeros(people) for _ in range(3)]
        self._blocked = np.zeros(people, bool)

    def __len__(self) -> int:
        """Return how many people there are."""
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        """Tell whether anybody goes by that key."""
        return place_of(self._keys, key) is not None

    @property
    def bytes_held(self) -> int:
        """Return how much memory the edges and the scratch space take."""
        arrays: list[np.ndarray] = [*self._out, *self._in, *self._scratch, self._blocked]
        return int(sum(array.nbytes for array in arrays) + self._keys.nbytes)

    def paths(self, source: object, *targets: object, k: int = 5, max_hops: int = 4) -> list[FoundPath]:
        """Return the k most probable paths without a loop from `source` to any of `targets`, best first.

        A path has at most `max_hops` edges (1 to 4) and ends at the first target it comes to. Of equally
        probable ones the shorter comes first, then the one whose people come first by key.

        :raises NoSuchPath: if nobody goes by a key, or a target is the source.
        """
        start = self._place(source)
        ends = sorted({self._place(target) for target in targets})
        if start in ends:
            raise NoSuchPath("path_to_oneself", person=source)
        if not 1 <= max_hops <= MOST_HOPS or k < 1:
            raise ValueError(f"max_hops must be 1 to {MOST_HOPS} and k at least 1")
        ranking = Ranking(k)
        self._blocked[[start, *ends]] = True
        try:
            self._rank(start, ends, ranking, max_hops)
        finally:
            self._blocked[[start, *ends]] = False
        return self._told(ranking, start)

    def through(self, source: object, via: object, *, k: int = 3, max_hops: int = 4) -> list[FoundPath]:
        """Return the k people best reached from `source` by way of `via`, best first, each by the best path.

        Nobody is counted, or passed, whom `source` reaches directly. Without an edge to `via` there is none.

        :raises NoSuchPath: if nobody goes by a key, or both are the same.
        """
        start, first = self._place(source), self._place(via)
        if start == first:
            raise NoSuchPath("path_to_oneself", person=source)
        acquainted = set(self._out.row(start)[0].tolist())
        if first not in acquainted or max_hops < 2:
            return []
        paths = best_beyond(
            self._out, (start, first), self._chance(start, first), passed=acquainted, k=k, max_hops=max_hops
        )
        return [self._named(*path) for path in paths]

    def _place(self, key: object) -> int:
        place = place_of(self._keys, key)
        if place is None:
            raise NoSuchPath("nobody_in_edges", person=key)
        return place

    def _rank(self, start: int, ends: Sequence[int], ranking: Ranking, max_hops: int) -> None:
        heads, chances = self._out.row(start)
        all_first = Frontier((heads,), chances)
        is_end = self._blocked[all_first.heads]
        ranking.add(all_first.only(np.flatnonzero(is_end)))
        first, last = all_first.only(np.flatnonzero(~is_end)), self._last(ends)
        there = SearchEnd(self._out, first, marked(self._scratch[0], first))
        back = SearchEnd(self._in, last, marked(self._scratch[1], last))
        search = Search(there, back, ranking, blocked=self._blocked, ends=len(ends), scratch=self._scratch[2])
        try:
            for hops in range(2, max_hops + 1):
                search.run(hops)
        finally:
            cleared(there.dense, first)
            cleared(back.dense, last)

    def _last(self, ends: Sequence[int]) -> Frontier:
        """Return the last edges of all paths: trails of the end and whoever comes before it."""
        rows = [self._in.row(end) for end in ends]
        reached = [np.full(len(row[0]), end, np.int32) for end, row in zip(ends, rows, strict=True)]
        heads = np.concatenate([row[0] for row in rows])
        frontier = Frontier((np.concatenate(reached), heads), np.concatenate([row[1] for row in rows]))
        return frontier.only(np.flatnonzero(~self._blocked[heads]))

    def _told(self, ranking: Ranking, start: int) -> list[FoundPath]:
        pairs: dict[tuple[int, int], float] = {}
        for row in ranking.people.tolist():
            people = [start, *(node for node in row if node >= 0)]
            for pair in zip(people[:-1], people[1:], strict=True):
                if pair not in pairs:
                    pairs[pair] = self._chance(*pair)
        return [self._named(people, chance) for people, chance in ranking.best(pairs, start)]

    def _named(self, people: Sequence[int], probability: float) -> FoundPath:
        return FoundPath(tuple(self._keys[person].as_py() for person in people), probability)

    def _chance(self, one: int, other: int) -> float:
        """Return the probability of an edge, looked for where there are fewer to look through."""
        (heads, chances), sought = min(
            (self._out.row(one), other), (self._in.row(other), one), key=lambda row: len(row[0][0])
        )
        return float(chances[heads == sought][0])
