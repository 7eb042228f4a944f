"""Which strength model a book is judged by, and how high the levels are that it may say (T3, TRUTH §5)."""

import numpy as np
import pyarrow as pa
import pytest

from renmai.engine.backtesting import backtest
from renmai.engine.fit import PairSample
from renmai.engine.logistic import FeatureWeight, Logistic
from renmai.engine.measures.strength import FEATURES, SIGNS
from renmai.engine.model import StrengthModel, shipped_model
from renmai.engine.refit import model_from, within_observed
from renmai.engine.run import ties
from tests.engine.conftest import DAY_S, at, rows_of, table_of

ORIGINS = (1.0, 2.0, 3.0)
NAMES = [feature.name for feature in FEATURES]


def flat(level: float) -> StrengthModel:
    """Return a shipped model that says the same of everybody."""
    weights = {name: FeatureWeight(0.0, 0.0, 1.0) for name in NAMES}
    return StrengthModel("shipped", Logistic(float(np.log(level / (1 - level))), weights))


def seen(*met: int, of: int = 400, telling: float = 0.0) -> PairSample:
    """Return `of` pairs at each origin of which so many came; one feature tells them apart by so much."""
    rows = len(met) * of
    observed = np.concatenate([np.arange(of) < count for count in met]).astype(float)
    columns = {name: np.zeros(rows) for name in NAMES}
    columns["days"] = observed * telling + np.tile(np.arange(of) % 7, len(met)) / 7
    return PairSample(columns, observed, np.ones(rows), np.repeat(ORIGINS[: len(met)], of))


def level(model: StrengthModel, sample: PairSample) -> float:
    return float(model.logistic.probability(sample.columns).mean())


@pytest.mark.parametrize(("shipped", "met"), [(0.5, (40, 20, 30)), (0.02, (40, 60, 50)), (0.1, (38, 44, 40))])
def test_a_refit_says_no_level_that_was_seen_after_none_of_its_origins(shipped, met):
    sample = seen(*met, telling=0.3)
    model = model_from(flat(shipped), sample, refit="always", is_young=False)

    assert model.basis == "refit"
    assert min(met) / 400 - 1e-6 <= level(model, sample) <= max(met) / 400 + 1e-6


def test_a_level_already_within_what_was_seen_is_left_alone():
    sample, model = seen(20, 40, 60), flat(0.1).logistic
    assert within_observed(model, sample).intercept == pytest.approx(model.intercept, abs=1e-9)


@pytest.mark.parametrize(("met", "basis"), [(50, "refit"), (49, "recalibrated")])
def test_coefficients_are_learnt_where_fifty_were_in_touch_after_every_origin(met, basis):
    sample = seen(60, met, 60, telling=2.0)
    assert model_from(flat(0.3), sample, refit="auto", is_young=False).basis == basis


def test_a_young_book_learns_its_level_and_no_coefficients():
    sample = seen(60, 60, 60, telling=2.0)
    young, old = (
        model_from(flat(0.6), sample, refit="auto", is_young=is_young) for is_young in (True, False)
    )

    assert (young.basis, old.basis) == ("recalibrated", "refit")
    assert {weight.coefficient for weight in young.logistic.weights.values()} == {0.0}
    assert level(young, sample) == pytest.approx(0.15, abs=0.02)


def test_two_origins_teach_nothing():
    assert model_from(flat(0.6), seen(60, 60), refit="auto", is_young=False).basis == "shipped"


def test_nobody_in_touch_teaches_nothing():
    assert model_from(flat(0.6), seen(0, 0, 0), refit="auto", is_young=False).basis == "shipped"


def test_what_the_past_contradicts_itself_in_is_not_followed():
    """One full month beside two empty ones says less than what many books teach."""
    assert model_from(flat(0.02), seen(1, 30, 1), refit="auto", is_young=False).basis == "shipped"


@pytest.mark.parametrize(
    ("of", "least", "most"),
    [(20, 0.15, 0.45), (400, 0.46, 0.51), (4, 0.05, 0.25)],
)
def test_the_more_was_seen_the_further_the_level_moves_from_the_shipped(of, least, most):
    """Half came where one in twenty was foretold."""
    sample = seen(of // 2, of // 2, of // 2, of=of)
    model = model_from(flat(0.05), sample, refit="auto", is_young=True)
    assert least <= level(model, sample) <= most


@pytest.mark.parametrize(
    ("of_400", "least", "most"),
    [
        pytest.param(52, 0.099, 0.101, id="a lively season moves nothing"),
        pytest.param(76, 0.14, 0.17, id="twice as many move it by most of the way"),
        pytest.param(200, 0.47, 0.50, id="another kind of place is followed"),
        pytest.param(30, 0.099, 0.101, id="nor does a quiet season"),
        pytest.param(6, 0.014, 0.026, id="nor is a quiet kind of place held up"),
    ],
)
def test_a_young_book_s_last_months_count_for_what_is_more_than_drift(of_400, least, most):
    """TRUTH §5: a tenth was foretold; guarded on both sides, and for what came more and less often."""
    sample = seen(of_400, of_400, of_400)
    assert least <= level(model_from(flat(0.1), sample, refit="auto", is_young=True), sample) <= most


def test_an_old_book_s_level_is_followed_as_it_was_seen():
    sample = seen(*[49] * 3)
    assert level(model_from(flat(0.1), sample, refit="auto", is_young=False), sample) > 0.12


def chats(seed: int, *, days: int, people: int) -> pa.Table:
    """Return a book of chats: each other person has a pace of their own, from hourly to hardly ever."""
    numbers = np.random.default_rng(seed)
    rows = []
    for person in range(people):
        a_day = float(numbers.gamma(0.5, 2.0))
        for at_day in np.sort(numbers.uniform(0, days, numbers.poisson(a_day * days))):
            sides = ("me", f"p{person}") if numbers.random() < 0.5 else (f"p{person}", "me")
            rows.append(
                {
                    "at_epoch_s": at("2026-09-01") + int(at_day * DAY_S),
                    "sender": sides[0],
                    "recipient": sides[1],
                }
            )
    return pa.Table.from_pylist(rows).append_column("kind", pa.array(["message"] * len(rows)))


def test_a_book_of_three_weeks_is_calibrated_for_the_week_to_come():
    """A student's chats: off by a tenth at most, and as many come as were foretold."""
    found = [
        backtest(
            chats(seed, days=28, people=200),
            cutoff_epoch_s=at("2026-09-22"),
            horizon_days=7,
            egos=["me"],
        )
        for seed in range(2)
    ]

    assert np.mean([each["strength"]["ece"] for each in found]) <= 0.10
    ratios = [each["pairs_predicted"] / each["pairs_in_touch"] for each in found]
    assert min(ratios) >= 0.6 and max(ratios) <= 1.6
    assert min(each["strength"]["auc"] for each in found) >= 0.85


@pytest.mark.parametrize(("days", "basis"), [(4, "shipped"), (14, "recalibrated")])
def test_a_book_teaches_from_three_fifths_of_the_horizon_on(days, basis):
    """A lesson is a third of the past, and at least a fifth of the horizon."""
    table = chats(1, days=days, people=60)
    found = ties(table, as_of_epoch_s=at("2026-09-01") + days * DAY_S, egos=["me"], horizon_days=10)
    snapshot = found.schema.metadata[b"renmai.model_snapshot"].decode()
    assert f'"basis": "{basis}"' in snapshot


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("weekly", 0.55, 0.9),
        ("monthly", 0.1, 0.4),
        ("once", 0.02, 0.15),
        ("gone", 0.0, 0.03),
        ("unanswered", 0.0, 0.06),
    ],
)
def test_the_shipped_levels_are_those_of_the_sets_they_were_fitted_on(name, least, most):
    """T3: neither boasts nor despairs; who writes every week comes again, who answered once seldom does."""
    rows = diary_of_levels()
    told = {
        row["alter"]: row["strength"]
        for row in ties(rows, as_of_epoch_s=at("2026-12-01"), egos=["me"], refit="never").to_pylist()
    }
    assert least <= told[name] <= most


def diary_of_levels() -> pa.Table:
    return table_of(
        rows_of(
            """
            2025-12-01 ×52 every 7d ⇄ weekly mail
            2025-12-05 ×12 every 30d ⇄ monthly mail
            2026-10-28 → once mail
            2026-10-29 ← once mail
            2023-01-01 ×52 every 7d ⇄ gone mail
            2026-01-01 ×40 every 8d → unanswered mail
            """
        )
    )


def test_every_shipped_coefficient_points_where_its_feature_does():
    for name, weight in shipped_model().logistic.weights.items():
        assert weight.coefficient * SIGNS[name] >= 0 and weight.scale > 0
