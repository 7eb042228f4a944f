"""R5: the k best paths without a loop, exactly those that trying every path finds."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from renmai.domain.book.refusals import Refused
from renmai.engine.paths import frontiers, search
from renmai.engine.paths.index import PathIndex
from tests.engine.paths_oracle import all_paths, best_beyond

CHANCES = st.one_of(
    st.sampled_from([0.1, 0.2, 0.3, 0.4, 0.6, 0.9, 1.0]), st.just(0.5), st.floats(1e-6, 1.0), st.just(1e-90)
)
PEOPLE = st.integers(0, 9)
EDGES = st.lists(st.tuples(PEOPLE, PEOPLE, CHANCES), min_size=1, max_size=60)


def table(edges) -> pa.Table:
    source, target, probability = zip(*edges, strict=True)
    return pa.table({"source": source, "target": target, "probability": probability})


def told(paths) -> list[tuple]:
    return [(path.people, path.probability) for path in paths]


@st.composite
def questions(draw):
    """Return edges, somebody, and some others, all of them known."""
    edges = draw(EDGES.filter(lambda edges: any(one != other for one, other, _ in edges)))
    known = sorted({person for one, other, _ in edges if one != other for person in (one, other)})
    chosen = draw(st.lists(st.sampled_from(known), min_size=2, max_size=4, unique=True))
    return edges, chosen[0], chosen[1:]


@given(questions(), st.sampled_from([1, 2, 5, 1000]), st.integers(1, 4))
def test_the_paths_are_those_that_trying_every_one_finds_in_the_same_order(question, k, max_hops):
    """R5: dead ends, loops, edges told twice, ties and more paths asked for than there are."""
    edges, source, targets = question

    found = PathIndex(table(edges)).paths(source, *targets, k=k, max_hops=max_hops)

    assert told(found) == all_paths(edges, source, set(targets), max_hops)[:k]


@given(questions(), st.sampled_from([1, 3, 10]), st.sampled_from([(1, 1), (3, 1), (10, 2)]))
def test_a_bar_guessed_too_high_or_too_low_changes_nothing(question, k, sizes):
    """R5: what large networks need, high bars first and lots of pairs, on small ones."""
    edges, source, targets = question
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "FIRST_WORK", sizes[0])
        patch.setattr(search, "EDGES_A_ROW", sizes[1])
        patch.setattr(search, "MOST_PAIRS", 2)
        patch.setattr(frontiers, "SMALL", 0)
        found = PathIndex(table(edges)).paths(source, *targets, k=k)

    assert told(found) == all_paths(edges, source, set(targets), 4)[:k]


@given(questions(), st.integers(1, 4))
def test_who_is_best_reached_through_somebody_is_whom_no_own_edge_leads_to(question, max_hops):
    edges, source, (via, *_) = question

    found = PathIndex(table(edges)).through(source, via, k=3, max_hops=max_hops)

    assert [path.probability for path in found] == pytest.approx(
        best_beyond(edges, source, via, max_hops)[:3], rel=1e-12
    )
    assert len({path.people[-1] for path in found}) == len(found)
    assert all(path.people[:2] == (source, via) for path in found)


def test_an_index_answers_the_second_question_as_if_it_were_the_first():
    edges = [(0, 1, 0.5), (1, 2, 0.5), (0, 3, 0.9), (3, 2, 0.4), (2, 4, 1.0), (3, 4, 0.1)]
    index = PathIndex(table(edges))
    for source, target in [(0, 4), (0, 2), (3, 4), (0, 4)]:
        assert told(index.paths(source, target)) == all_paths(edges, source, {target}, 4)


def test_of_equally_probable_paths_the_shorter_comes_first_then_the_first_by_key():
    """0.6 × 0.6 equals 0.9 × 0.4 as it is written, though not in binary."""
    edges = [
        ("me", "b", 0.6), ("b", "x", 0.6), ("me", "a", 0.9), ("a", "x", 0.4),
        ("me", "c", 0.36), ("c", "d", 1.0), ("d", "x", 1.0),
    ]  # fmt: skip

    found = PathIndex(table(edges)).paths("me", "x")

    assert [path.people[1:-1] for path in found] == [("a",), ("b",), ("c", "d")]


def test_of_many_equally_probable_paths_the_first_by_key_are_found():
    """Every one of 60,000 paths is as probable as any other."""
    middle = range(1, 250)
    edges = [(0, each, 0.5) for each in middle] + [(each, 999, 0.5) for each in range(300, 550)]
    edges += [(one, other, 0.5) for one in middle for other in range(300, 550)]

    found = PathIndex(table(edges)).paths(0, 999, k=7)

    assert [path.people for path in found] == [(0, 1, other, 999) for other in range(300, 307)]


@pytest.mark.parametrize(("source", "target"), [("me", "nobody"), ("nobody", "me"), ("me", "me")])
def test_a_question_about_nobody_or_oneself_is_refused(source, target):
    index = PathIndex(table([("me", "ada", 0.5)]))

    with pytest.raises(Refused):
        index.paths(source, target)


def test_an_edge_leads_one_way():
    index = PathIndex(table([("me", "ada", 0.5)]))

    assert index.paths("ada", "me") == []
    assert "ada" in index and "nobody" not in index and len(index) == 2
