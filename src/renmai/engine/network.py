"""The network around an owner: circles, brokers, and how varied the people are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from renmai.engine.network_brokers import constraint, effective_size
from renmai.engine.network_circles import circles_of
from renmai.engine.network_graph import Graph, Key, graph_of, with_hub

SURE = 0.5
"""From this probability on two people count as knowing each other, where it must be yes or no."""
JOINED, LEAST_JOINED = 0.15, 2
"""Knowing so large a part of a circle, and two at least, one joins it to one's own."""
LEAST_CIRCLE = 3
"""Fewer people are no circle of their own."""
HUB = object()
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class NetworkPlace:
    """Where somebody stands among the owner's people.

    `circle` is a number, null for whoever belongs to none. `constraint` and `effective_size` (Burt, 1992) are
    taken among the owner's people, the owner apart; null for whoever knows nobody there. `joins` are their
    own circle and those of whose people they surely know a part (`JOINED`). `holding` is the share of the
    weight within their circle that ends in them.
    """

    circle: int | None
    constraint: float | None
    effective_size: float | None
    joins: tuple[int, ...]
    holding: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The places of the owner's people, and the owner's own constraint and effective size.

    `openings` are how many people, strangers to the owner, can be reached through one person alone.
    """

    places: Mapping[Key, NetworkPlace]
    constraint: float | None
    effective_size: float | None
    openings: Mapping[Any, int]


def network_of(ties: Mapping[Key, float], pairs: Sequence[tuple[Key, Key, float]]) -> Network:
    """Return the network of an owner.

    :param ties: the owner's people with the strength of their ties, above 0
    :param pairs: two people each with the probability that they know each other; may name strangers
    """
    graph = graph_of(ties, pairs)
    circles = _large_enough(circles_of(graph))
    alone, sizes = constraint(graph), effective_size(graph)
    whole = with_hub(graph, HUB, [max(strength, 1e-6) for strength in ties.values()])
    return Network(
        places={
            key: NetworkPlace(circle, _known(alone[at]), _known(sizes[at]), joins, holding)
            for at, (key, circle, joins, holding) in enumerate(
                zip(graph.people, circles, _joins(graph, circles), _holding(graph, circles), strict=True)
            )
        },
        constraint=_known(constraint(whole)[0]),
        effective_size=_known(effective_size(whole)[0]),
        openings=_openings(ties, pairs),
    )


def effective_number(counts: Iterable[float]) -> float:
    """Return how many equal parts would be as varied as these; 0 of nothing.

    It is e to the power of Shannon's entropy (Hill, Diversity and Evenness, 1973).
    """
    parts = np.array([count for count in counts if count > 0], dtype=np.float64)
    if not len(parts):
        return 0.0
    shares = parts / parts.sum()
    return float(np.exp(-(shares * np.log(shares)).sum()))


def _large_enough(circles: Numbers) -> list[int | None]:
    """Return everybody's circle; numbers go by size, so the too small ones are the last."""
    sizes = np.bincount(circles) if len(circles) else circles
    return [int(circle) if sizes[circle] >= LEAST_CIRCLE else None for circle in circles]


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _neighbours(graph: Graph, at: int) -> Iterator[tuple[int, float]]:
    span = slice(graph.weights.indptr[at], graph.weights.indptr[at + 1])
    return zip(graph.weights.indices[span].tolist(), graph.weights.data[span].tolist(), strict=True)


def _joins(graph: Graph, circles: Sequence[int | None]) -> list[tuple[int, ...]]:
    sizes = Counter(circles)
    circles_joined = []
    for at in range(graph.size):
        met = Counter(circles[other] for other, weight in _neighbours(graph, at) if weight >= SURE)
        joined = {
            circle for circle, count in met.items() if count >= max(LEAST_JOINED, JOINED * sizes[circle])
        } | {circles[at]}
        circles_joined.append(tuple(sorted(circle for circle in joined if circle is not None)))
    return circles_joined


def _holding(graph: Graph, circles: Sequence[int | None]) -> list[float]:
    within = [
        sum(weight for other, weight in _neighbours(graph, at) if circles[other] == circles[at])
        if circles[at] is not None
        else 0.0
        for at in range(graph.size)
    ]
    totals: dict[int | None, float] = {}
    for circle, weight in zip(circles, within, strict=True):
        totals[circle] = totals.get(circle, 0.0) + weight / 2
    return [
        weight / totals[circle] if totals[circle] else 0.0
        for circle, weight in zip(circles, within, strict=True)
    ]


def _openings(ties: Mapping[Key, float], pairs: Sequence[tuple[Key, Key, float]]) -> Mapping[Key, int]:
    ways: dict[Key, set[Key]] = {}
    for a, b, probability in pairs:
        for friend, stranger in ((a, b), (b, a)):
            if probability >= SURE and friend in ties and stranger not in ties:
                ways.setdefault(stranger, set()).add(friend)
    openings: dict[Key, int] = {}
    for through in ways.values():
        if len(through) == 1:
            only = next(iter(through))
            openings[only] = openings.get(only, 0) + 1
    return openings
