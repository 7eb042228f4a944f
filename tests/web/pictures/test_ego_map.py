"""The map of the network: everybody stands in their circle's sector, nothing covers anything else."""

from math import atan2, hypot, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.queries.network.cards import BrokerCard, CircleCard, Dot, NetworkCard
from renmai.web.pictures.ego_labels import LONGEST, Rim, rim_labels, shortened, width_of
from renmai.web.pictures.ego_map import APART, CENTRE, RIM, ego_map

NAMES = ("顾望舒", "Ada Byron", "欧阳静", "Wolfeschlegelsteinhausenbergerdorff the Elder")


def card(sizes: list[int], apart: int, *, strong_each: int = 1) -> NetworkCard:
    """Return an invented network of circles of some sizes."""
    dots, circles = [], []
    for number, size in [*enumerate(sizes), (None, apart)]:
        group = [
            Dot(
                id=len(dots) + place,
                name=f"{NAMES[place % 4]} {len(dots) + place}",
                mark="strong" if place < strong_each else "weak",
                strength=1 / (1 + place / 3),
                circle=number,
            )
            for place in range(size)
        ]
        dots += group
        if number is not None:
            circles.append(
                CircleCard(
                    number=number, name=f"circle {number}", is_place=True, people=size, strong=strong_each,
                    holders=tuple(group[:2]), holding=0.5,
                )
            )  # fmt: skip
    brokers = [
        BrokerCard(person=circle.holders[0], circles=(0,), effective_size=2.0, constraint=0.4, opens=0)
        for circle in circles[1:3]
    ]
    return NetworkCard(
        ties=len(dots), drawn=tuple(dots), circles=tuple(circles), apart=apart, brokers=tuple(brokers),
        varieties=(), knows=tuple((a.id, b.id, 0.9) for a, b in zip(dots, dots[1:], strict=False)),
        effective_size=3.0, constraint=0.2, because=(),
    )  # fmt: skip


def drawn(card: NetworkCard):
    return ego_map(card, [circle.name for circle in card.circles], "others")


SIZES = st.lists(st.integers(3, 25), max_size=9)


@settings(max_examples=30)
@given(SIZES, st.integers(0, 30), st.integers(0, 3))
def test_everybody_stands_once_within_the_rim_strong_ties_within_the_ring(sizes, apart, strong_each):
    network = card(sizes, apart, strong_each=strong_each)
    if not network.drawn:
        return
    found = drawn(network)
    spots = [*found.dots, *(spot for spot, _ in found.named)]

    assert sorted(spot.person.id for spot in spots) == sorted(dot.id for dot in network.drawn)
    for spot in spots:
        distance = hypot(spot.x - CENTRE[0], spot.y - CENTRE[1])
        assert distance < RIM.radius
        if spot in found.dots:
            assert (distance < found.ring) == (spot.person.mark == "strong")


@settings(max_examples=30)
@given(SIZES, st.integers(0, 30))
def test_sectors_go_round_once_and_hold_their_own_people_only(sizes, apart):
    network = card(sizes, apart)
    if not network.drawn:
        return
    found = drawn(network)
    spots = [*found.dots, *(spot for spot, _ in found.named)]
    angles = {}
    for spot in spots:
        angle = atan2(spot.x - CENTRE[0], CENTRE[1] - spot.y) % (2 * pi)
        angles.setdefault(spot.colour, []).append(angle)
    spans = sorted((min(each), max(each)) for each in angles.values())

    assert all(end < begin for (_, end), (begin, _) in zip(spans, spans[1:], strict=False))
    assert {sector.colour for sector in found.sectors} == set(angles)


@settings(max_examples=30)
@given(SIZES, st.integers(0, 30))
def test_no_label_covers_another_or_leaves_the_map(sizes, apart):
    network = card(sizes, apart)
    if not network.drawn:
        return
    found = drawn(network)
    boxes = [label.box for _, label in found.named if label]

    for place, (left, top, right, bottom) in enumerate(boxes):
        for x in (left, right):
            for y in (top, bottom):
                assert hypot(x - CENTRE[0], y - CENTRE[1]) < RIM.radius
        for other in boxes[:place]:
            assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
    for sector in found.sectors:
        for label in sector.labels:
            left, _, right, _ = label.box
            assert left >= RIM.left - 1 and right <= RIM.right + 1


def test_the_same_network_is_drawn_alike_whatever_the_order_it_comes_in():
    network = card([8, 5, 4], 6)
    turned = NetworkCard(**{
        name: getattr(network, name) if name != "drawn" else network.drawn[::-1]
        for name in NetworkCard.__dataclass_fields__
    })  # fmt: skip

    assert drawn(turned) == drawn(network)


def test_brokers_and_holders_are_named_and_named_marks_can_be_told_apart():
    network = card([20, 12, 9, 5], 10)
    found = drawn(network)
    named = {spot.person.id for spot, _ in found.named}

    assert {broker.person.id for broker in network.brokers} <= named
    assert {circle.holders[0].id for circle in network.circles} <= named
    assert [spot.is_broker for spot, _ in found.named[:2]] == [True, True]
    places = [(spot.x, spot.y) for spot, _ in found.named]
    near = [hypot(a - x, b - y) for n, (a, b) in enumerate(places) for x, y in places[:n]]
    assert min(near) >= APART / 2


def test_one_circle_alone_goes_all_the_way_round():
    (sector,) = drawn(card([7], 0)).sectors

    assert sector.arc.count("A") == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_long_name_is_cut_and_a_wide_one_sooner(name):
    assert width_of(shortened(name, LONGEST)) <= LONGEST * 8.0
    assert shortened("Ada", LONGEST) == "Ada"


def test_a_name_at_the_side_moves_towards_a_corner():
    """At three o'clock there are only a few units beside the rim."""
    rim = Rim(380, 350, 312, left=-60, right=820)
    wide, _ = rim_labels("Somebody with a name", pi / 4, 3 * pi / 4, rim)

    assert wide.box[2] <= rim.right
    assert abs(wide.y - 350) > 100
