"""Lift: what the likeliest few hold, and how sure a share is (T3)."""

import json
from itertools import permutations

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta
from typer.testing import CliRunner

from renmai.cli.app import app
from renmai.engine.backtesting import bands, wilson
from renmai.engine.lift import found_among_first, lift, sizes_of_shares, sizes_of_tops
from tests.engine.conftest import table_of
from tests.engine.test_oracle import AS_OF, DAY_S, network

PAIRS = st.lists(st.tuples(st.booleans(), st.integers(0, 4)), min_size=1, max_size=7)


def arrays(pairs):
    met, score = zip(*pairs, strict=True)
    return np.array(met, dtype=float), np.array(score, dtype=float)


@given(PAIRS)
def test_equal_scores_are_worth_what_every_order_of_them_is_worth_on_average(pairs):
    met, score = arrays(pairs)
    sizes = range(1, len(pairs) + 1)
    orders = [order for order in permutations(range(len(pairs))) if all(
        score[a] >= score[b] for a, b in zip(order, order[1:], strict=False)
    )]  # fmt: skip
    expected = [np.mean([met[list(order[:size])].sum() for order in orders]) for size in sizes]

    assert found_among_first(met, score, sizes) == pytest.approx(expected)


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=2, max_size=300))
def test_more_people_never_hold_fewer_and_all_hold_all(pairs):
    met, score = arrays([*pairs, (True, 0.5)])
    sizes = sizes_of_shares(len(met))
    rows = lift(met, score, {"same": (met, score)}, sizes)
    found = [row["in_touch"] for row in rows]

    assert found == sorted(found) and found[-1] == met.sum()
    assert rows[-1]["gain"] == rows[-1]["lift"] == pytest.approx(1.0)
    assert [row["baselines"]["same"] for row in rows] == found
    assert sizes == sorted(set(sizes)) and sizes[0] >= 1 and sizes[-1] == len(met)


def test_only_as_many_are_spoken_of_as_there_are():
    assert sizes_of_tops(4) == []
    assert sizes_of_tops(20) == [5, 10, 20]


@pytest.mark.parametrize(("hits", "count"), [(0, 3), (1, 4), (7, 10), (30, 60), (400, 400)])
def test_the_interval_holds_the_share_and_is_near_the_exact_one(hits, count):
    low, high = wilson(hits / count, count)

    assert 0 <= low <= hits / count <= high <= 1
    middle = beta(hits + 0.5, count - hits + 0.5)
    assert low == pytest.approx(middle.ppf(0.025), abs=0.2 / count**0.5)
    assert high == pytest.approx(middle.ppf(0.975), abs=0.2 / count**0.5)


def test_bands_hold_everybody_once_and_leave_out_the_empty():
    met = np.array([0, 1, 1, 1.0])
    found = bands(met, np.array([0.05, 0.07, 0.95, 1.0]))

    assert [(band["from"], band["to"], band["pairs"], band["observed"]) for band in found] == [
        (0.0, 0.1, 2, 0.5),
        (0.9, 1.0, 2, 1.0),
    ]


def test_a_backtest_tells_its_lift_beside_the_baselines(tmp_path, monkeypatch):
    """The keys of the contract stay; lift, tops and bands stand beside them."""
    monkeypatch.setenv("RENMAI_HOME", str(tmp_path / "home"))
    pq.write_table(table_of(network(1)), tmp_path / "events.parquet")
    words = ["engine", "backtest", str(tmp_path / "events.parquet"), "--cutoff"]
    said = CliRunner(env={"LANG": "en"}).invoke(app, [*words, str_of(AS_OF - 30 * DAY_S), "--json"])
    found = json.loads(said.stdout)

    assert {"pairs", "pairs_in_touch", "model", "strength", "baselines", "calibration"} < found.keys()
    assert found["lift"][-1]["in_touch"] == found["pairs_in_touch"]
    assert all(row["baselines"].keys() == {r["name"] for r in found["baselines"]} for row in found["lift"])
    assert sum(band["pairs"] for band in found["bands"]) == found["pairs"]
    assert [row["pairs"] for row in found["tops"]] == [5, 10, 20, 50, 100][: len(found["tops"])]


def str_of(at_epoch_s: int) -> str:
    return str(np.datetime64(at_epoch_s, "s"))
