"""Which mentions stand together: groups of which every two are likely one person on the whole."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from renmai.engine.identity.words import Floats, Ints

CUT = -0.5
"""Groups are joined as long as the pairs between them have, on average, more log-odds than this."""
UNSEEN, REFUSED, MOST_EVIDENCE = -1.5, -3.0, 8.0
"""What a pair that shares no key counts, or one of which little is known; and the most that one pair may."""
CONTRADICTED, CONTRADICTION, OVERCOME = -12.0, 3.0, 1.0
"""What a pair counts whose birthdays or full names contradict each other; from how many log-odds against on
they do; how many all evidence must come to for the contradiction to be taken for an error."""
LARGEST = 200
"""A net of likely pairs with more mentions than this is taken apart at its weakest pairs first."""
STEP = 0.5
FEW = 4
"""Among so few mentions no contradiction is outvoted."""


def clustered(
    groups: Ints, one: Ints, other: Ints, log_odds: Floats, contradiction: Floats
) -> NDArray[np.int64]:
    """Return for each mention the first mention of its cluster.

    Average linkage over log-odds: a chain A~B~C falls apart where A and C speak against each other. What is
    certain (`groups`) is one from the start and stands for its likeliest pair, less its worst contradiction.

    :param groups: for each mention the first mention of its certain group
    """
    count = len(groups)
    a, b = np.minimum(groups[one], groups[other]), np.maximum(groups[one], groups[other])
    is_open = a != b
    pair, place = np.unique(a[is_open] * count + b[is_open], return_inverse=True)
    most, worst = np.full(len(pair), -np.inf), np.zeros(len(pair))
    np.maximum.at(most, place, log_odds[is_open] + contradiction[is_open])
    np.maximum.at(worst, place, contradiction[is_open])
    a, b, joint = pair // count, pair % count, most - worst
    contradicts = (worst >= CONTRADICTION) & (joint < OVERCOME)
    refused = np.clip(joint, CONTRADICTED, REFUSED)
    joint = np.where(contradicts, refused, np.clip(joint, UNSEEN, MOST_EVIDENCE))
    first = np.arange(count, dtype=np.int64)
    for members, matrix, differ in _nets(a, b, joint, contradicts, count):
        for part in _parts(matrix, differ):
            first[members[part]] = members[part].min()
    top = first[groups]
    lowest = np.full(count, count, dtype=np.int64)
    np.minimum.at(lowest, top, np.arange(count))
    return lowest[top]


def _parts(matrix: Floats, differ: NDArray[np.bool_]) -> Iterator[Ints]:
    """Yield the groups of a net; in a small one a contradiction decides, in a large one it is outvoted."""
    for part in _linked(matrix):
        among = np.ix_(part, part)
        if 2 < len(part) <= FEW and differ[among].any():
            yield from (
                part[again] for again in _linked(np.where(differ[among], CONTRADICTED, matrix[among]))
            )
        else:
            yield part


def _linked(matrix: Floats) -> list[Ints]:
    """Return the groups of average linkage; where every pair is above the cut, so is every mean of them."""
    if matrix.min() > CUT:
        return [np.arange(len(matrix))]
    distance = squareform(MOST_EVIDENCE - matrix, checks=False)
    label = fcluster(linkage(distance, "average"), MOST_EVIDENCE - CUT, "distance")
    return [np.flatnonzero(label == part) for part in range(1, label.max() + 1)]


def _nets(
    a: Ints, b: Ints, log_odds: Floats, contradicts: NDArray[np.bool_], count: int
) -> Iterator[tuple[Ints, Floats, NDArray[np.bool_]]]:
    """Yield each net of likely pairs: members in order, the log-odds of every two, which two contradict."""
    net = _net_of(a, b, log_odds, count)
    inside = np.flatnonzero((net[a] == net[b]) & (net[a] >= 0))
    inside = inside[np.lexsort((b[inside], a[inside], net[a[inside]]))]
    a, b, log_odds, contradicts = a[inside], b[inside], log_odds[inside], contradicts[inside]
    everybody = np.argsort(net, kind="stable")
    begins = np.searchsorted(net[everybody], np.arange(net.max(initial=-1) + 2))
    starts = np.flatnonzero(np.diff(net[a], prepend=-1))
    for start, end in zip(starts, [*starts[1:], len(a)][: len(starts)], strict=True):
        x, y, number = a[start:end], b[start:end], net[a[start]]
        members = everybody[begins[number] : begins[number + 1]]
        if len(members) == 2:
            yield members, np.full((2, 2), MOST_EVIDENCE), np.zeros((2, 2), dtype=np.bool_)
            continue
        matrix = np.full((len(members), len(members)), UNSEEN)
        left, right = np.searchsorted(members, x), np.searchsorted(members, y)
        matrix[left, right] = matrix[right, left] = log_odds[start:end]
        np.fill_diagonal(matrix, MOST_EVIDENCE)
        differ = np.zeros(matrix.shape, dtype=np.bool_)
        differ[left, right] = differ[right, left] = contradicts[start:end]
        yield members, matrix, differ


def _net_of(a: Ints, b: Ints, log_odds: Floats, count: int) -> Ints:
    """Return the number of each mention's net, -1 where it has none."""
    net = np.full(count, -1, dtype=np.int64)
    level, given = CUT, 0
    is_likely = log_odds > level
    while is_likely.any():
        a, b, log_odds = a[is_likely], b[is_likely], log_odds[is_likely]
        nets, label = connected_components(
            coo_matrix((np.ones(len(a)), (a, b)), shape=(count, count)), directed=False
        )
        size = np.bincount(label, minlength=nets)[label]
        fits = (size > 1) & (size <= LARGEST)
        net[fits] = label[fits] + given
        given += nets
        level += STEP
        is_likely = (size[a] > LARGEST) & (log_odds > level)
    return net
