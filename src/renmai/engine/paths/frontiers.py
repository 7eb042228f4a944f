"""Frontiers: the trails that lead so far from one end, and how two of them meet in the middle."""

from typing import NamedTuple

import numpy as np

from renmai.engine.paths.adjacency import Adjacency, Floats, Ints, Nodes

SLACK = 1e-12
"""Products of the same numbers in another order differ by less; nothing is cut off for that."""
SMALL = 2_000
"""Rows of fewer edges in all are read whole: looking for where to stop would cost more."""


class Frontier(NamedTuple):
    """Trails side by side: column by column from the end they began at; the last column is where they meet.

    The person all trails began at stands in no column where they began at one.
    """

    trail: tuple[Nodes, ...]
    chances: Floats

    @property
    def heads(self) -> Nodes:
        """Return where each trail has come to."""
        return self.trail[-1]

    def only(self, which: Ints | np.ndarray) -> "Frontier":
        """Return some of the trails."""
        return Frontier(tuple(column[which] for column in self.trail), self.chances[which])


class Growth(NamedTuple):
    """What growing a frontier by one edge would read: for each of `rows`, edges from `starts` to `ends`."""

    rows: Ints
    starts: Ints
    ends: Ints
    bounds: Floats
    work: int
    is_exact: bool


def step_of(front: Frontier, adjacency: Adjacency, *, cut: float, rest: float, most_rows: float) -> Growth:
    """Return which edges may lead to a path of chance `cut` where the rest of it is at most `rest`.

    With more than `most_rows` trails left the rows are not searched for where to stop, and `work` is an upper
    bound only (`is_exact` is false).
    """
    # nothing is more probable than 1, so most rows are passed over without a look at their best edge
    near = np.flatnonzero(front.chances * rest >= cut * (1 - SLACK))
    best = adjacency.best[front.heads[near]]
    bounds = front.chances[near] * best * rest
    promising = np.flatnonzero((bounds >= cut * (1 - SLACK)) & (best > 0))
    rows, bounds = near[promising], bounds[promising]
    heads = front.heads[rows]
    starts, ends = adjacency.starts[heads], adjacency.starts[heads + 1]
    work = int((ends - starts).sum())
    if cut == 0 or work <= SMALL:
        return Growth(rows, starts, ends, bounds, work, True)
    if len(rows) > most_rows:
        return Growth(rows, starts, ends, bounds, work, False)
    with np.errstate(over="ignore", divide="ignore"):
        least = cut * (1 - SLACK) / (front.chances[rows] * rest)
    ends = adjacency.ends_above(heads, least)
    return Growth(rows, starts, ends, bounds, int((ends - starts).sum()), True)


def grown(
    front: Frontier,
    step: Growth,
    adjacency: Adjacency,
    *,
    blocked: np.ndarray,
    meet: Floats | None = None,
    cut: float = 0.0,
) -> Frontier:
    """Return the trails one edge longer, without those that come back to somebody or to the `blocked`.

    `meet` holds for everybody the best chance of what comes after them, 0 where nothing does; then only
    trails that go on there with a chance of `cut` are returned.
    """
    counts = step.ends - step.starts
    total = int(counts.sum())
    before = np.cumsum(counts) - counts
    edges = np.repeat(step.starts - before, counts) + np.arange(total)
    rows = np.repeat(step.rows, counts)
    nodes = adjacency.nodes[edges]
    chances = front.chances[rows] * adjacency.chances[edges]
    if meet is None:
        is_good = ~blocked[nodes]
    else:
        after = meet[nodes]
        is_good = (after > 0) & (chances * after >= cut * (1 - SLACK))
    for column in front.trail[:-1]:
        is_good &= nodes != column[rows]
    kept = np.flatnonzero(is_good)
    rows = rows[kept]
    return Frontier((*(column[rows] for column in front.trail), nodes[kept]), chances[kept])


def marked(dense: Floats, front: Frontier) -> Floats:
    """Write the best chance of the trails to each head into `dense` and return it."""
    np.maximum.at(dense, front.heads, front.chances)
    return dense


def cleared(dense: Floats, front: Frontier) -> None:
    """Take what `marked` wrote out again."""
    dense[front.heads] = 0.0


def ordered(front: Frontier, *, is_backward: bool, at_most: int) -> Frontier:
    """Return the trails by head, best first, then by the people on them in the order of the path.

    Of more than `at_most` at one head the best stay.
    """
    inner = front.trail[:-1]
    by: tuple[np.ndarray, ...] = inner if is_backward else inner[::-1]
    order = np.lexsort((*by, -front.chances, front.heads))
    heads = front.heads[order]
    first = np.searchsorted(heads, heads)
    return front.only(order[np.arange(len(heads)) - first < at_most])


def partners_of(one: Frontier, other: Frontier) -> tuple[Ints, Ints]:
    """Return for each trail of `one` where its partners in `other`, sorted by head, begin and how many."""
    starts = np.searchsorted(other.heads, one.heads, "left")
    return starts, np.searchsorted(other.heads, one.heads, "right") - starts


def met(one: Frontier, other: Frontier, starts: Ints, counts: Ints) -> Frontier:
    """Return the whole paths of trails and their partners: people after the first one, in order.

    `one` comes from the beginning, `other` from the end; somebody on both is left out.
    """
    rows = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    partners = np.repeat(starts - before, counts) + np.arange(int(counts.sum()))
    is_free = np.ones(len(rows), bool)
    for column in one.trail[:-1]:
        for back in other.trail[:-1]:
            is_free &= column[rows] != back[partners]
    rows, partners = rows[is_free], partners[is_free]
    trail = (
        *(column[rows] for column in one.trail),
        *(column[partners] for column in other.trail[-2::-1]),
    )
    return Frontier(trail, one.chances[rows] * other.chances[partners])
