"""Statements: an expression is compiled once for each shape, and filled with the numbers of each run."""

import ibis
import pyarrow as pa
import pytest
from ibis.backends.duckdb import Backend as DuckDB

from renmai.engine import backend, statements
from renmai.engine.basis_evidence import basis
from renmai.engine.knows_run import knows
from renmai.engine.logistic import FeatureWeight, Logistic
from renmai.engine.measures.basis import basis_table, with_places
from renmai.engine.model import StrengthModel, shipped_model
from renmai.engine.profile import checked_events, profile_of
from renmai.engine.run import ties_at
from renmai.engine.tables import sound
from renmai.engine.tie_table import tie_table
from tests.engine.conftest import DAY_S
from tests.engine.test_properties import AS_OF, acts, events


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch):
    monkeypatch.setattr(statements, "_kept", {})


@pytest.fixture
def connection():
    with backend.connected() as connection:
        yield connection


def numbers(connection, *values: object) -> object:
    """Return a table of numbers under a name, each column named by its place."""
    columns = {f"c{place}": pa.array(value) for place, value in enumerate(values)}
    return backend.given(connection, pa.table(columns))


def weighed(table, *, weights, limit, shift=None):
    """Stand for what an engine computes: it uses numbers in every way there is."""
    weighed.calls += 1
    kept = table.filter(table.c0 < limit) if shift is None else table.filter(table.c0 + shift < limit)
    both = kept.mutate(sum=kept.c0 * weights["first"][0] - weights["first"][1])
    return both.filter(both.c0.isin(weights["only"])) if "only" in weights else both


@pytest.fixture(autouse=True)
def _calls():
    weighed.calls = 0


def test_a_shape_is_built_once_and_each_run_has_its_own_numbers(connection):
    table = numbers(connection, [1, 2, 3, 4])
    found = [
        statements.rows(
            connection, weighed, (table,), {"weights": {"first": pair}, "limit": limit}
        ).to_pylist()
        for pair, limit in (((0.5, 0.25), 3), ((-1.5, 1e-9), 5), ((0.1, -0.3), 2))
    ]

    assert weighed.calls == 1
    assert sorted(row["sum"] for row in found[0]) == [0.25, 0.75]
    assert sorted(row["sum"] for row in found[1]) == [n * -1.5 - 1e-9 for n in (4, 3, 2, 1)]
    assert [row["sum"] for row in found[2]] == [0.1 + 0.3]


def test_another_table_of_the_same_columns_is_of_the_same_shape(connection):
    values = {"weights": {"first": (1.0, 0.0)}, "limit": 9}
    for rows in ([1, 2], [5]):
        found = statements.rows(connection, weighed, (numbers(connection, rows),), values)
        assert sorted(found["c0"].to_pylist()) == rows
    assert weighed.calls == 1


@pytest.mark.parametrize(
    "other",
    [
        {"weights": {"first": (1.0, 0.0)}, "limit": 9.5},
        {"weights": {"first": (1.0, 0.0), "only": [1]}, "limit": 9},
        {"weights": {"first": (1.0, 0.0)}, "limit": 9, "shift": 1},
    ],
    ids=["a real number for a whole one", "one more list", "one more number"],
)
def test_what_differs_in_more_than_numbers_is_another_shape(connection, other):
    table = numbers(connection, [1, 2])
    for values in ({"weights": {"first": (1.0, 0.0)}, "limit": 9}, other):
        statements.rows(connection, weighed, (table,), values)
    statements.rows(connection, weighed, (numbers(connection, [1.0]),), other)

    assert weighed.calls == 3


def test_a_long_list_is_compiled_as_it_is_and_not_kept(connection):
    only = list(range(2, statements.MOST_NUMBERS + 5))
    values = {"weights": {"first": (1.0, 0.0), "only": only}, "limit": 4}
    for _ in range(2):
        found = statements.rows(connection, weighed, (numbers(connection, [1, 2, 3]),), values)
        assert sorted(found["c0"].to_pylist()) == [2, 3]
    assert weighed.calls == 2
    assert not statements._kept


def test_a_text_belongs_to_the_shape_whatever_it_says(connection):
    def named(table, *, name):
        return table.select(name=ibis.literal(name))

    for name in ("it's", "renmai_0()", "\\"):
        found = statements.rows(connection, named, (numbers(connection, [1]),), {"name": name})
        assert found["name"].to_pylist() == [name]


def other_model(seed: int) -> StrengthModel:
    """Return a model of other numbers, in which one feature counts for nothing."""
    weights = {
        name: FeatureWeight(weight.coefficient * (0.7 + 0.1 * seed), weight.mean + seed, weight.scale)
        for name, weight in shipped_model().logistic.weights.items()
    }
    name = list(weights)[seed]
    return StrengthModel("refit", Logistic(-0.3 * seed, weights | {name: FeatureWeight(0.0, 0.0, 1.0)}))


@pytest.mark.parametrize(("egos", "moments"), [(None, 1), (["me", "p1"], 2)])
def test_the_ties_of_a_kept_text_are_those_of_the_expression_itself(connection, egos, moments):
    for seed in range(3):
        given = checked_events(connection, events(acts(seed, people=9, count=200)))
        table, profile = sound(given), profile_of(connection, given)
        model = shipped_model() if seed < 2 else other_model(seed)
        values = {
            "as_of_epoch_s": [AS_OF - (seed + 40 * n) * DAY_S for n in range(moments)],
            "egos": egos,
            "intercept": model.logistic.intercept,
            "terms": model.terms,
        }
        shape = {"horizon_days": 90.0, "profile": profile.outline}
        kept = statements.rows(
            connection, tie_table, (backend.named(connection, table), None), values, **shape
        )
        itself = backend.rows(connection, tie_table(table, None, **values, **shape))
        order = [(name, "ascending") for name in ("as_of", "ego", "alter") if name in kept.column_names]

        assert kept.num_rows > 0
        assert kept.sort_by(order).to_pylist() == itself.sort_by(order).to_pylist()


def test_the_basis_of_a_kept_text_is_that_of_the_expression_itself(connection):
    for seed in (3, 4):
        given = backend.events_table(connection, events(acts(seed, people=9, count=200)))
        placed = backend.named(connection, with_places(given))
        outline = profile_of(connection, placed).outline
        table = sound(placed)
        values = {"as_of_epoch_s": AS_OF - seed * DAY_S, "egos": ["me"]}
        kept = statements.rows(
            connection, basis_table, (backend.named(connection, table),), values, profile=outline
        )
        itself = backend.rows(connection, basis_table(table, profile=outline, **values))
        order = [("ego", "ascending"), ("alter", "ascending")]

        assert kept.num_rows > 0
        assert kept.sort_by(order).to_pylist() == itself.sort_by(order).to_pylist()


def test_a_look_at_other_events_compiles_nothing_again(monkeypatch):
    """Ibis needs most of a second for what a look asks, however few the events are."""
    compiled, compiles = [], DuckDB.compile

    def counted(*given, **options):
        compiled.append(given)
        return compiles(*given, **options)

    monkeypatch.setattr(DuckDB, "compile", counted)
    counts = []
    for seed in range(3):
        whole = events(acts(seed, people=9, count=200))
        ties_at(whole, as_of_epoch_s=[AS_OF - seed, AS_OF - seed - 40 * DAY_S], egos=["me"])
        basis(whole, as_of_epoch_s=AS_OF - seed, egos=["me"])
        knows(whole, ego="me")
        counts.append(len(compiled))

    assert counts[0] > 0
    assert counts == [counts[0]] * 3
