"""Paths found by trying every one, with probabilities multiplied exactly, to hold the engine against."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

Edge = tuple[object, object, float]


def all_paths(edges: Sequence[Edge], source: object, targets: set, max_hops: int) -> list[tuple]:
    """Return every path without a loop to the first target it comes to, best first, with its probability."""
    best: dict[tuple, float] = {}
    for one, other, probability in edges:
        if one != other and 0 < probability <= 1:
            best[one, other] = max(probability, best.get((one, other), 0.0))
    rows: dict[object, list] = {}
    for (one, other), probability in best.items():
        rows.setdefault(one, []).append((other, probability))

    def walk(path: tuple, exact: Fraction, product: float) -> Iterator[tuple]:
        for other, probability in rows.get(path[-1], ()):
            if other in path:
                continue
            longer = ((*path, other), exact * Fraction(Decimal(repr(probability))), product * probability)
            if other in targets:
                yield longer
            elif len(path) < max_hops:
                yield from walk(*longer)

    found = sorted(walk((source,), Fraction(1), 1.0), key=lambda path: (-path[1], len(path[0]), path[0]))
    return [(people, product) for people, _, product in found]


def best_beyond(edges: Sequence[Edge], source: object, via: object, max_hops: int) -> list[tuple]:
    """Return everybody the source reaches only by way of `via`, and the best product that leads there."""
    known = {other for one, other, probability in edges if one == source and 0 < probability <= 1}
    if via not in known:
        return []
    sound = [edge for edge in edges if edge[0] == source or edge[1] not in known | {source}]
    beyond = {edge[1] for edge in edges} - known - {source}
    best = {}
    for person in beyond:
        through = [
            path
            for path in all_paths(sound, source, {person}, max_hops)
            if path[0][1] == via and not known & set(path[0][2:])
        ]
        if through:
            best[person] = through[0][1]
    return sorted(best.values(), reverse=True)
