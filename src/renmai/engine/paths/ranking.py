"""Ranking: the k best of the paths found so far, the more probable first, then the shorter, then by key."""

from decimal import Decimal, localcontext

import numpy as np

from renmai.engine.paths.adjacency import Floats, Nodes
from renmai.engine.paths.frontiers import SLACK, Frontier

MOST_HOPS = 4
DIGITS = 80
"""Four probabilities of seventeen digits multiply without a rounding."""


class Ranking:
    """The best paths so far. `people` has a row a path, those after the first person, then -1."""

    def __init__(self, k: int) -> None:
        self.k = k
        self.chances: Floats = np.zeros(0)
        self.people: Nodes = np.zeros((0, MOST_HOPS), np.int32)

    @property
    def least(self) -> float:
        """Return the chance of the k-th path, 0 while there are fewer."""
        return _least(self.chances, self.k)

    def add(self, paths: Frontier) -> None:
        """Take in paths found; one found before counts once, what cannot be among the k best is let go."""
        # the new ones are all different, so those below their own k-th cannot count
        paths = paths.only(np.flatnonzero(paths.chances >= _least(paths.chances, self.k) * (1 - SLACK)))
        people = np.full((len(paths.chances), MOST_HOPS), -1, np.int32)
        for place, column in enumerate(paths.trail):
            people[:, place] = column
        self.chances = np.concatenate([self.chances, paths.chances])
        self.people = np.concatenate([self.people, people])
        order = np.lexsort(self.people.T[::-1])
        again = (self.people[order[1:]] == self.people[order[:-1]]).all(axis=1)
        self._keep(order[np.concatenate([[True], ~again])] if len(order) else order)
        self._keep(np.flatnonzero(self.chances >= self.least * (1 - SLACK)))
        hops = (self.people >= 0).sum(axis=1)
        self._keep(np.lexsort((*self.people.T[::-1], hops, -self.chances)))
        # of many that are equally probable, the first k are enough
        first = np.searchsorted(-self.chances, -self.chances)
        self._keep(np.flatnonzero(np.arange(len(self.chances)) - first < self.k))

    def _keep(self, rows: np.ndarray) -> None:
        """Keep some of the paths, in this order."""
        self.chances, self.people = self.chances[rows], self.people[rows]

    def best(self, factors: dict[tuple[int, int], float], start: int) -> list[tuple[list[int], float]]:
        """Return the k best paths, each with all its people.

        Probabilities count as the decimal numbers they are written as, so that 0.6 × 0.6 equals 0.9 × 0.4.
        `factors` are the chances of the edges on them.
        """
        ranked = []
        with localcontext() as context:
            context.prec = DIGITS
            for row in self.people.tolist():
                people = [start, *(node for node in row if node >= 0)]
                exact, product = Decimal(1), 1.0
                for pair in zip(people[:-1], people[1:], strict=True):
                    exact *= Decimal(repr(factors[pair]))
                    product *= factors[pair]
                ranked.append((-exact, len(people), people, product))
        return [(people, product) for _, _, people, product in sorted(ranked)[: self.k]]


def _least(chances: Floats, k: int) -> float:
    """Return the k-th best chance, 0 where there are fewer."""
    return float(np.partition(chances, -k)[-k]) if len(chances) >= k else 0.0
