"""A graph of people: who they are, by number, with the symmetric weights of what joins them."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Key = Hashable


@dataclass(frozen=True, slots=True)
class Graph:
    """People in the order of their keys; `weights` is a symmetric sparse matrix without a diagonal."""

    people: tuple[Key, ...]
    weights: sparse.csr_array

    @property
    def size(self) -> int:
        """Return how many people there are."""
        return len(self.people)

    @property
    def degrees(self) -> NDArray[np.float64]:
        """Return the sum of everybody's weights."""
        return np.asarray(self.weights.sum(axis=1)).ravel()


def graph_of(people: Iterable[Key], pairs: Iterable[tuple[Key, Key, float]]) -> Graph:
    """Return the graph of some people and those of the pairs that join two of them.

    A pair given twice counts once, with its greater weight; weights of zero or less, and somebody paired with
    themselves, join nobody.
    """
    ordered = tuple(dict.fromkeys(people))
    place = {key: number for number, key in enumerate(ordered)}
    best: dict[tuple[int, int], float] = {}
    for a, b, weight in pairs:
        if a in place and b in place and a != b and weight > 0:
            ends = (min(place[a], place[b]), max(place[a], place[b]))
            best[ends] = max(weight, best.get(ends, 0.0))
    return Graph(ordered, _matrix(best, len(ordered)))


def _matrix(best: dict[tuple[int, int], float], size: int) -> sparse.csr_array:
    ends = np.array(list(best), dtype=np.int64).reshape(-1, 2)
    values = np.array(list(best.values()), dtype=np.float64)
    rows, columns = np.r_[ends[:, 0], ends[:, 1]], np.r_[ends[:, 1], ends[:, 0]]
    return sparse.csr_array((np.r_[values, values], (rows, columns)), shape=(size, size))


def with_hub(graph: Graph, hub: Key, ties: Sequence[float]) -> Graph:
    """Return the graph with one more person, first, who is joined to each by `ties`."""
    column = sparse.csr_array(np.asarray(ties, dtype=np.float64).reshape(-1, 1))
    whole = sparse.block_array([[None, column.T], [column, graph.weights]], format="csr")
    return Graph((hub, *graph.people), whole)
