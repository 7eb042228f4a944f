"""The network: circles, constraint, effective size, beside plain Python after the texts."""

import math
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renmai.engine.network import effective_number, network_of
from renmai.engine.network_brokers import constraint, effective_size
from renmai.engine.network_circles import circles_of
from renmai.engine.network_graph import graph_of, with_hub

SEEDS = st.integers(0, 10_000)


def random_pairs(seed: int, size: int = 14, chance: float = 0.3) -> list[tuple[int, int, float]]:
    choose = random.Random(seed)
    return [
        (a, b, round(choose.uniform(0.05, 1), 6))
        for a in range(size)
        for b in range(a + 1, size)
        if choose.random() < chance
    ]


def weight_of(pairs):
    return {frozenset(pair[:2]): pair[2] for pair in pairs}


def plain_constraint(people, pairs, one) -> float:
    """Burt's formula as it is written, one person at a time."""
    weight = weight_of(pairs)
    near = {a: [b for b in people if frozenset((a, b)) in weight and a != b] for a in people}

    def share(a, b):
        return (
            weight.get(frozenset((a, b)), 0.0) / sum(weight[frozenset((a, c))] for c in near[a])
            if a != b
            else 0.0
        )

    return sum(
        (share(one, other) + sum(share(one, q) * share(q, other) for q in near[one] if q != other)) ** 2
        for other in near[one]
    )


def plain_effective_size(people, pairs, one) -> float:
    weight = weight_of(pairs)
    near = {a: [b for b in people if frozenset((a, b)) in weight and a != b] for a in people}
    total = sum(weight[frozenset((one, c))] for c in near[one])
    found = 0.0
    for other in near[one]:
        top = max(weight[frozenset((other, c))] for c in near[other])
        overlap = sum(
            weight[frozenset((one, q))] / total * weight.get(frozenset((other, q)), 0.0) / top
            for q in near[one]
            if q != other
        )
        found += 1 - overlap
    return found


def plain_modularity(people, pairs, circle) -> float:
    total = 2 * sum(weight for _, _, weight in pairs)
    degree = {one: sum(weight for a, b, weight in pairs if one in (a, b)) for one in people}
    weight = weight_of(pairs)
    return sum(
        (weight.get(frozenset((a, b)), 0.0) if a != b else 0.0) / total - degree[a] * degree[b] / total**2
        for a in people
        for b in people
        if circle[a] == circle[b]
    )


@settings(max_examples=25)
@given(SEEDS)
def test_constraint_and_effective_size_are_those_of_the_texts(seed):
    pairs = random_pairs(seed)
    people = range(14)
    graph = graph_of(people, pairs)
    tight, size = constraint(graph), effective_size(graph)
    for one in people:
        if not any(one in pair[:2] for pair in pairs):
            assert math.isnan(tight[one]) and math.isnan(size[one])
            continue
        assert tight[one] == pytest.approx(plain_constraint(people, pairs, one))
        assert size[one] == pytest.approx(plain_effective_size(people, pairs, one))


def test_a_star_is_free_and_a_clique_is_bound():
    """Four joined to one alone: constraint 1/4, size 4; all joined with all: size 1 (Borgatti, 1997)."""
    star = graph_of(range(5), [(0, other, 1.0) for other in range(1, 5)])
    clique = graph_of(range(5), [(a, b, 1.0) for a in range(5) for b in range(a)])

    assert constraint(star)[0] == pytest.approx(0.25) and effective_size(star)[0] == pytest.approx(4)
    assert effective_size(clique)[0] == pytest.approx(1)
    assert constraint(clique)[0] > constraint(star)[0]


@settings(max_examples=25)
@given(SEEDS, st.randoms(use_true_random=False))
def test_other_names_and_another_order_change_no_figure(seed, choose):
    pairs = random_pairs(seed)
    names = list(range(14))
    choose.shuffle(names)
    new = dict(enumerate(names))
    order = sorted(names)
    choose.shuffle(order)
    ties = {one: 0.1 + one / 20 for one in range(14)}
    plain = network_of(ties, pairs)
    named = network_of(
        {name: ties[names.index(name)] for name in order},
        [(new[b], new[a], weight) for a, b, weight in pairs],
    )

    assert named.constraint == pytest.approx(plain.constraint)
    assert named.effective_size == pytest.approx(plain.effective_size)
    for one, place in plain.places.items():
        assert named.places[new[one]].constraint == pytest.approx(place.constraint)
        assert named.places[new[one]].effective_size == pytest.approx(place.effective_size)
    assert circles(named, lambda name: names.index(name)) == circles(plain, lambda name: name)


def circles(found, named) -> set[frozenset[int]]:
    groups: dict[int, set[int]] = {}
    for key, place in found.places.items():
        if place.circle is not None:
            groups.setdefault(place.circle, set()).add(named(key))
    return {frozenset(group) for group in groups.values()}


@settings(max_examples=25)
@given(SEEDS)
def test_circles_are_no_worse_than_everybody_alone_or_all_in_one(seed):
    people, pairs = range(14), random_pairs(seed)
    graph = graph_of(people, pairs)
    found = circles_of(graph)

    if pairs:
        alone, as_one = (plain_modularity(people, pairs, circle) for circle in (people, [0] * 14))
        assert plain_modularity(people, pairs, found) >= max(alone, as_one) - 1e-9
    assert (circles_of(graph) == found).all()
    sizes = np.bincount(found)
    assert (np.diff(sizes) <= 0).all()


def test_two_companies_joined_by_one_person_are_two_circles_and_that_person_is_the_broker():
    one = [(a, b, 0.9) for a in range(5) for b in range(a)]
    two = [(a, b, 0.9) for a in range(10, 15) for b in range(10, a)]
    found = network_of(
        dict.fromkeys([*range(5), *range(10, 15), 20], 0.5), [*one, *two, (0, 10, 0.6), (0, 11, 0.6)]
    )

    assert circles(found, lambda key: key) == {frozenset(range(5)), frozenset(range(10, 15))}
    assert found.places[20].circle is None and found.places[20].constraint is None
    joiners = {key for key, place in found.places.items() if len(place.joins) == 2}
    assert joiners == {0}
    assert max(found.places, key=lambda key: found.places[key].effective_size or 0) == 0
    assert found.places[0].constraint < found.places[1].constraint


def test_a_pair_the_owner_s_people_know_alone_is_an_opening():
    found = network_of(
        {"ada": 0.5, "ben": 0.5}, [("ada", "eve", 0.8), ("ben", "eve", 0.7), ("ada", "bob", 0.9)]
    )

    assert found.openings == {"ada": 1}
    assert network_of({"ada": 0.5}, [("ada", "eve", 0.4)]).openings == {}


def test_the_owner_is_free_where_their_people_do_not_know_each_other():
    apart = network_of({"a": 0.5, "b": 0.5, "c": 0.5}, [])
    bound = network_of({"a": 0.5, "b": 0.5, "c": 0.5}, [("a", "b", 1.0), ("b", "c", 1.0), ("a", "c", 1.0)])

    assert apart.constraint == pytest.approx(1 / 3) and apart.effective_size == pytest.approx(3)
    assert bound.constraint > apart.constraint and bound.effective_size < apart.effective_size


def test_nobody_and_one_person_are_networks_too():
    assert network_of({}, []).places == {} and network_of({}, []).constraint is None
    assert network_of({"ada": 0.2}, []).constraint == pytest.approx(1.0)


def test_a_pair_given_twice_counts_once_and_nobody_knows_themselves():
    graph = graph_of("ab", [("a", "b", 0.2), ("b", "a", 0.6), ("a", "a", 1.0), ("a", "z", 1.0)])

    assert graph.degrees.tolist() == [0.6, 0.6]
    assert with_hub(graph, "me", [0.5, 0.5]).degrees.tolist() == pytest.approx([1.0, 1.1, 1.1])


@pytest.mark.parametrize(("counts", "number"), [([], 0), ([5], 1), ([3, 3, 3, 3], 4), ([1, 0, 1], 2)])
def test_the_effective_number_of_equal_parts_is_their_number(counts, number):
    assert effective_number(counts) == pytest.approx(number)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=8))
def test_unequal_parts_count_for_fewer(counts):
    assert 1 - 1e-9 <= effective_number(counts) <= len(counts) + 1e-9
