"""Adjacency: everybody's edges side by side in memory, the most probable first."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from renmai.engine.paths.edges import Edges

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Nodes = NDArray[np.int32]


class Adjacency(NamedTuple):
    """Compressed rows: the edges of `node` are `nodes` and `chances` from `starts[node]` to its next.

    Chances fall within a row; `best` is the first of each, 0 for an empty row.
    """

    starts: Ints
    nodes: Nodes
    chances: Floats
    best: Floats

    def row(self, node: int) -> tuple[Nodes, Floats]:
        """Return whom somebody's edges lead to and with what chances, the best first."""
        edges = slice(self.starts[node], self.starts[node + 1])
        return self.nodes[edges], self.chances[edges]

    def ends_above(self, nodes: Nodes, least: Floats) -> Ints:
        """Return for each row where its chances fall below `least`: a binary search in all rows at once."""
        low, high = self.starts[nodes], self.starts[nodes + 1]
        low, high = low.copy(), high.copy()
        open_rows = np.flatnonzero(low < high)
        while len(open_rows):
            at = (low[open_rows] + high[open_rows]) >> 1
            is_enough = self.chances[at] >= least[open_rows]
            low[open_rows[is_enough]] = at[is_enough] + 1
            high[open_rows[~is_enough]] = at[~is_enough]
            open_rows = open_rows[low[open_rows] < high[open_rows]]
        return low


def both_ways(edges: Edges) -> tuple[Adjacency, Adjacency]:
    """Return the edges by source and by target; of edges given twice the most probable counts."""
    number = len(edges.keys)
    order = np.argsort(-edges.probability)
    source, target = edges.source[order], edges.target[order]
    pair = source.astype(np.int64) * number + target
    ordered = np.sort(pair)
    if (ordered[1:] == ordered[:-1]).any():
        first = np.sort(np.unique(pair, return_index=True)[1])
        order, source, target = order[first], source[first], target[first]
    chances = edges.probability[order]
    return _rows(source, target, chances, number), _rows(target, source, chances, number)


def _rows(row: Nodes, column: Nodes, chances: Floats, number: int) -> Adjacency:
    """Return edges that come most probable first, put side by side by `row` without losing that order."""
    count = len(row)
    place = np.arange(count, dtype=np.int32)
    # a sparse matrix with a column for each edge: making it compressed is a stable sort by row in one pass
    stable = coo_array((place, (row, place)), shape=(number, max(1, count))).tocsr()
    starts = np.zeros(number + 1, np.int64)
    starts[1:] = np.cumsum(np.bincount(row, minlength=number))
    sorted_chances = chances[stable.data]
    best = np.zeros(number)
    filled = starts[1:] > starts[:-1]
    best[filled] = sorted_chances[starts[:-1][filled]]
    return Adjacency(starts, column[stable.data], sorted_chances, best)
