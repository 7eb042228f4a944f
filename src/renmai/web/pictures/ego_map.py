"""The map of the network: where everybody stands around the owner, as coordinates for an SVG.

Angles begin at the top and go clockwise. Strong ties stand within the ring, weak ones beyond it, each the
nearer the stronger; a sector is a circle of people, the last one whoever is in none. Nothing is left to
chance, so the same book is always drawn alike.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

from renmai.domain.ties.ties import TieClass
from renmai.queries.network.cards import Dot, NetworkCard
from renmai.web.pictures.ego_labels import Box, Label, Rim, placed_labels, rim_labels

CENTRE = (380.0, 350.0)
RIM = Rim(*CENTRE, 312.0, left=-60.0, right=820.0)
NEAREST, FARTHEST = 62.0, 292.0
RING_LEAST, RING_MORE = 130.0, 110.0
BESIDE_RING = 13.0
GAP = 0.035  # radians left free on either side of a sector
APART = 25.0
"""Named marks stand at least so far from each other, so that each can be met with a finger."""
COLOURS = 6
MOST_NAMED, MOST_NAMED_A_CIRCLE, MOST_LINES = 18, 4, 60
GOLDEN = (sqrt(5) - 1) / 2
TRIES = 12


class Spot(NamedTuple):
    """Somebody on the map; `size` is the radius of their mark, `colour` the number of their sector's."""

    person: Dot
    x: float
    y: float
    size: float
    colour: int
    is_broker: bool


class Sector(NamedTuple):
    """A circle on the rim: its colour, the arc's path, its name's place on a wide and on a narrow page."""

    colour: int
    arc: str
    labels: tuple[Label, Label]


class Map(NamedTuple):
    """What there is to draw: sectors, the unnamed as dots, the named with labels, acquaintance as curves.

    `ring` is the radius within which strong ties stand, larger where more are strong.
    """

    ring: float
    sectors: tuple[Sector, ...]
    dots: tuple[Spot, ...]
    named: tuple[tuple[Spot, Label | None], ...]
    lines: tuple[str, ...]


def ego_map(card: NetworkCard, names: Sequence[str], others: str) -> Map:
    """Return the map of a network.

    :param names: what each circle is called, by its number
    :param others: what those are called who are in no circle, or in one too small to draw
    """
    groups, ring = _groups(card), _ring(card)
    brokers = {broker.person.id for broker in card.brokers}
    chosen = _chosen(card)
    spots: list[Spot] = []
    sectors: list[Sector] = []
    for (number, people), span in zip(groups, _spans([len(p) for _, p in groups]), strict=True):
        name = others if number is None else names[number]
        colour = colour_of(number)
        sectors.append(Sector(colour, _arc(*span), rim_labels(name, *span, RIM)))
        spots.extend(_placed(people, span, colour, ring, brokers, chosen))
    named = sorted((spot for spot in spots if spot.person.id in chosen), key=lambda spot: not spot.is_broker)
    marks = [(spot.person.name, spot.x, spot.y, spot.size + 4 * spot.is_broker) for spot in named]
    labels = placed_labels(marks, RIM, [_ring_label(ring)])
    return Map(
        ring,
        tuple(sectors),
        tuple(spot for spot in spots if spot.person.id not in chosen),
        tuple(zip(named, labels, strict=True)),
        tuple(_lines(card, {spot.person.id: spot for spot in named})),
    )


def colour_of(circle: int | None) -> int:
    """Return the number of a circle's colour; the small ones and whoever is in none share one."""
    return circle + 1 if circle is not None and circle < COLOURS else 0


def _groups(card: NetworkCard) -> list[tuple[int | None, list[Dot]]]:
    """Return the people of each circle that has a colour of its own, then all others."""
    groups: dict[int | None, list[Dot]] = {}
    for dot in card.drawn:
        groups.setdefault(dot.circle if colour_of(dot.circle) else None, []).append(dot)
    return sorted(groups.items(), key=lambda group: COLOURS if group[0] is None else group[0])


def _spans(sizes: Sequence[int]) -> Iterator[tuple[float, float]]:
    """Yield where each sector begins and ends; a larger one is wider, but not in proportion."""
    widths = [sqrt(size) + 1.2 for size in sizes]
    at, gap = 0.0, GAP if len(widths) > 1 else 0.0
    for width in widths:
        span = 2 * pi * width / sum(widths)
        yield at + gap, at + span - gap
        at += span


def _ring(card: NetworkCard) -> float:
    strong = sum(dot.mark != TieClass.WEAK for dot in card.drawn)
    return round(RING_LEAST + RING_MORE * sqrt(strong / max(1, len(card.drawn))))


def _ring_label(ring: float) -> Box:
    """Return the place of the word that stands on the ring, below the owner."""
    return CENTRE[0] - 24, CENTRE[1] + ring - 9, CENTRE[0] + 24, CENTRE[1] + ring + 9


def _placed(
    people: Iterable[Dot],
    span: tuple[float, float],
    colour: int,
    ring: float,
    brokers: set[int],
    chosen: set[int],
) -> Iterator[Spot]:
    """Yield where the people of a sector stand: spread over its width by the golden section.

    A named one goes on to the next place, and a little outwards, where another named one is too near.
    """
    begin, end = span
    inset = min(0.12, (end - begin) / 6)
    turn, standing = 0, [CENTRE]
    for dot in sorted(people, key=lambda dot: (dot.id not in chosen, -dot.strength, dot.id)):
        is_named, is_strong = dot.id in chosen, dot.mark != TieClass.WEAK
        near, far = (NEAREST, ring - BESIDE_RING) if is_strong else (ring + BESIDE_RING, FARTHEST)
        distance = far - (far - near) * min(1.0, dot.strength)
        for tried in range(TRIES):
            angle = begin + inset + (end - begin - 2 * inset) * ((0.5 + turn * GOLDEN) % 1)
            x, y = _point(angle, distance + APART * (tried // 4) / 2)
            turn += 1
            if not is_named or all(hypot(x - a, y - b) >= APART for a, b in standing):
                break
        if is_named:
            standing.append((x, y))
        size = 5.5 + 4 * dot.strength if is_named else 3.0 if is_strong else 2.2
        yield Spot(dot, x, y, round(size, 1), colour, dot.id in brokers)


def _point(angle: float, distance: float) -> tuple[float, float]:
    return (
        round(CENTRE[0] + distance * sin(angle), 1),
        round(CENTRE[1] - distance * cos(angle), 1),
    )


def _arc(begin: float, end: float) -> str:
    """Return the path of an arc of the rim; a whole turn is two halves."""
    if end - begin > 2 * pi - 0.001:
        return _arc(begin, begin + pi) + _arc(begin + pi, begin + 2 * pi - 0.002)
    (x, y), (to_x, to_y) = _point(begin, RIM.radius), _point(end, RIM.radius)
    return f"M{x} {y}A{RIM.radius:g} {RIM.radius:g} 0 {int(end - begin > pi)} 1 {to_x} {to_y}"


def _chosen(card: NetworkCard) -> set[int]:
    """Return who is named: brokers, each circle's holder, then the strongest, a few of each circle."""
    found = dict.fromkeys(broker.person.id for broker in card.brokers[:5])
    found |= dict.fromkeys(circle.holders[0].id for circle in card.circles[:COLOURS])
    circles = {dot.id: dot.circle for dot in card.drawn}
    taken: dict[int | None, int] = {}
    for person_id in found:
        taken[circles[person_id]] = taken.get(circles[person_id], 0) + 1
    for dot in sorted(card.drawn, key=lambda dot: (-dot.strength, dot.id)):
        if len(found) < MOST_NAMED and dot.id not in found and taken.get(dot.circle, 0) < MOST_NAMED_A_CIRCLE:
            found[dot.id] = None
            taken[dot.circle] = taken.get(dot.circle, 0) + 1
    return set(found)


def _lines(card: NetworkCard, named: dict[int, Spot]) -> Iterator[str]:
    """Yield curves between those of the named who know each other, bent towards the owner."""
    pairs = [(named[a], named[b]) for a, b, _ in card.knows if a in named and b in named]
    for one, other in pairs[:MOST_LINES]:
        bend_x = (one.x + other.x) / 2 * 0.8 + CENTRE[0] * 0.2
        bend_y = (one.y + other.y) / 2 * 0.8 + CENTRE[1] * 0.2
        yield f"M{one.x} {one.y}Q{bend_x:.1f} {bend_y:.1f} {other.x} {other.y}"
