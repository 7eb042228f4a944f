"""Circles: communities of a graph by Louvain's method, in a fixed order, so that they are always the same.

Blondel, Guillaume, Lambiotte and Lefebvre, Fast unfolding of communities in large networks (2008):
everybody begins alone, moves to the neighbouring circle where modularity gains most, until nobody moves;
then circles are taken for people, and so on. Here people are asked in the order of their weight, heaviest
first, and by their place among equals; a circle is left only for one that gains more.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from renmai.engine.network_graph import Graph

LEAST_GAIN = 1e-12
"""Below it a gain is rounding, and moving for it could go on for ever."""
MOST_ROUNDS = 50


def circles_of(graph: Graph) -> NDArray[np.int64]:
    """Return everybody's circle by number, the circle of most people first, then by its first person.

    Whoever is joined to nobody is a circle of one.
    """
    weights = graph.weights
    member = np.arange(graph.size)
    while True:
        moved = _moved(weights)
        names, folded = np.unique(moved, return_inverse=True)
        member = folded[member]
        if len(names) == weights.shape[0]:
            return _by_size(member)
        weights = _folded(weights, folded, len(names))


def _moved(weights: sparse.csr_array) -> NDArray[np.int64]:
    """Return for each node the circle it ends in, having begun alone."""
    size = weights.shape[0]
    degree = np.asarray(weights.sum(axis=1)).ravel()
    total = degree.sum()
    if not total:
        return np.arange(size)
    circle = list(range(size))
    filled = degree.tolist()
    order = sorted(range(size), key=lambda node: (-degree[node], node))
    starts, ends, values = weights.indptr.tolist(), weights.indices.tolist(), weights.data.tolist()
    for _ in range(MOST_ROUNDS):
        has_moved = False
        for node in order:
            own = circle[node]
            links: dict[int, float] = {own: 0.0}
            for at in range(starts[node], starts[node + 1]):
                if ends[at] != node:
                    links[circle[ends[at]]] = links.get(circle[ends[at]], 0.0) + values[at]
            filled[own] -= degree[node]
            best, most = own, links[own] - filled[own] * degree[node] / total
            for other in sorted(links):
                gain = links[other] - filled[other] * degree[node] / total
                if gain > most + LEAST_GAIN:
                    best, most = other, gain
            filled[best] += degree[node]
            circle[node] = best
            has_moved = has_moved or best != own
        if not has_moved:
            break
    return np.array(circle, dtype=np.int64)


def _folded(weights: sparse.csr_array, circle: NDArray[np.int64], count: int) -> sparse.csr_array:
    """Return the graph of the circles; what joins a circle's own people is its diagonal."""
    rows = np.arange(len(circle))
    into = sparse.csr_array((np.ones(len(circle)), (rows, circle)), shape=(len(circle), count))
    return (into.T @ weights @ into).tocsr()


def _by_size(member: NDArray[np.int64]) -> NDArray[np.int64]:
    if not len(member):
        return member
    names, first, sizes = np.unique(member, return_index=True, return_counts=True)
    order = sorted(range(len(names)), key=lambda place: (-sizes[place], first[place]))
    number = np.empty(len(names), dtype=np.int64)
    number[order] = np.arange(len(names))
    return number[np.searchsorted(names, member)]
