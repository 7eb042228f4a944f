"""Through one person: who is best reached by way of them, found best first."""

from collections.abc import Iterator, Set
from heapq import heappop, heappush
from typing import NamedTuple

from renmai.engine.paths.adjacency import Adjacency


class Next(NamedTuple):
    """What may come next: a trail, the place of its last edge in that row, and the chance before it."""

    minus_chance: float
    hops: int
    people: tuple[int, ...]
    place: int
    before: float


def best_beyond(
    adjacency: Adjacency, begun: tuple[int, ...], chance: float, *, passed: Set[int], k: int, max_hops: int
) -> Iterator[tuple[list[int], float]]:
    """Yield the best trails of at most `max_hops` edges that go on from `begun`, one for each of k people.

    Nobody in `passed` is walked to. Everybody's edges are looked at one by one, the best first, so that only
    what may come next is ever read.
    """
    reached: set[int] = set()
    waiting: list[Next] = []
    _offer(adjacency, waiting, begun, chance, 0)
    while waiting and len(reached) < k:
        best = heappop(waiting)
        *walked, person = best.people
        _offer(adjacency, waiting, tuple(walked), best.before, best.place + 1)
        if person in passed or person in walked:
            continue
        if person not in reached:
            reached.add(person)
            yield list(best.people), -best.minus_chance
        if best.hops < max_hops:
            _offer(adjacency, waiting, best.people, -best.minus_chance, 0)


def _offer(
    adjacency: Adjacency, waiting: list[Next], people: tuple[int, ...], chance: float, place: int
) -> None:
    """Put the edge at a place of the last person's row among what waits."""
    nodes, chances = adjacency.row(people[-1])
    if place < len(nodes):
        trail = (*people, int(nodes[place]))
        heappush(waiting, Next(-chance * float(chances[place]), len(people), trail, place, chance))
