"""Computed network: the engine's circles and brokers of the whole book, as plain values to keep."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from renmai.domain.ties.acquaintances import Acquaintance
from renmai.engine.network import SURE, effective_number, network_of
from renmai.store.network.network import RealTie

MOST_BROKERS = 8
MOST_KNOWS = 400
COMMON = 0.3
"""A circle bears an organisation's name where at least this share of it is there."""


def computed_network(
    ties: Sequence[RealTie],
    pairs: Sequence[Acquaintance],
    organisations: Mapping[int, str],
    channels: Mapping[str, int],
) -> dict[str, Any]:
    """Return circles, brokers and varieties as lists and numbers that JSON can hold."""
    found = network_of(
        {tie.person_id: tie.strength for tie in ties}, [(each.a, each.b, each.probability) for each in pairs]
    )
    circles = {who: place.circle for who, place in found.places.items() if place.circle is not None}
    sizes = Counter(circles.values())
    return {
        "circles": _circles(found, organisations),
        "member": [[who, circle] for who, circle in circles.items()],
        "brokers": _brokers(found),
        "opening": max(found.openings.items(), key=lambda each: (each[1], -each[0]), default=None),
        "varieties": [
            _variety("circles", {str(number): count for number, count in sizes.items()}),
            _variety("organisations", Counter(organisations.values())),
            _variety("channels", channels),
        ],
        "knows": _knows(found.places, pairs),
        "effective_size": found.effective_size,
        "constraint": found.constraint,
    }


def _circles(found: Any, organisations: Mapping[int, str]) -> list[list[Any]]:
    """Return for each circle by number its organisation, its first two holders, how much the first one holds.

    Each organisation names one circle, that in which it has most people.
    """
    members: dict[int, list[Any]] = {}
    for who, place in found.places.items():
        if place.circle is not None:
            members.setdefault(place.circle, []).append(who)
    common = {
        (number, name): count
        for number, people in members.items()
        for name, count in Counter(organisations[who] for who in people if who in organisations).items()
        if count >= max(2, COMMON * len(people))
    }
    names: dict[int, str] = {}
    for (number, name), _ in sorted(common.items(), key=lambda each: (-each[1], each[0])):
        if number not in names and name not in names.values():
            names[number] = name
    holders = {
        number: sorted(people, key=lambda who: (-found.places[who].holding, who))[:2]
        for number, people in members.items()
    }
    return [
        [names.get(number, ""), holders[number], found.places[holders[number][0]].holding]
        for number in sorted(members)
    ]


def _brokers(found: Any) -> list[list[Any]]:
    """Return who knows people in several circles, those first whose people overlap least."""
    joining = []
    for who, place in found.places.items():
        others = [circle for circle in place.joins if circle != place.circle]
        if len(place.joins) > 1:
            opens = found.openings.get(who, 0)
            joining.append([who, others, place.effective_size, place.constraint, opens])
    return sorted(joining, key=lambda each: (-each[2], each[0]))[:MOST_BROKERS]


def _variety(kind: str, counts: Mapping[str, int]) -> list[Any]:
    parts = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [kind, [list(part) for part in parts], effective_number(counts.values())]


def _knows(places: Mapping[Any, Any], pairs: Sequence[Acquaintance]) -> list[list[Any]]:
    sure = [each for each in pairs if each.probability >= SURE and each.a in places and each.b in places]
    sure.sort(key=lambda each: (-each.probability, each.a, each.b))
    return [[each.a, each.b, round(each.probability, 4)] for each in sure[:MOST_KNOWS]]
