"""A backtest on the owner's own book: what strength predicted a horizon ago, beside what followed (T3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.ties.cadence import DAY_S
from renmai.upkeep.ties.backtest import fresh_backtest

HORIZON_DAYS = 90.0
SPOKEN_OF = (20, 10, 5)
"""Of how many likeliest people one speaks, the first that is no more than were in touch."""
ROUGH_BELOW = 40
"""With fewer in touch the figures are called rough: their intervals span a fifth of the scale and more."""

ENOUGH_FOR_A_GAP = 100
"""The gap is of tenths of the people: with fewer than ten in each it tells chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BacktestCard:
    """What was predicted and observed; `found` is the engine's own account, `because` the same in words.

    `cutoff_on` is the last day that was looked at, `until_on` the last of the horizon judged.
    """

    cutoff_on: date
    until_on: date
    horizon_days: float
    found: Mapping[str, Any]
    because: tuple[Because, ...]


def backtest_card(viewer: Viewer, *, today: date, horizon_days: float = HORIZON_DAYS) -> BacktestCard:
    """Return how well the program would have predicted the horizon that ends with `today`.

    It is asked as of one horizon before and looks at nothing later. The computed strength is judged, not
    what the owner declared. What was found is kept until a tie changes or another day is looked at.

    :raises Refused: where the book is too young, too still, or too few were in touch to judge by
    """
    as_of = viewer.end_of(today)
    found = fresh_backtest(viewer, as_of, horizon_days=horizon_days)
    cutoff_on = viewer.day_of(as_of - int(horizon_days * DAY_S) - 1)
    return BacktestCard(
        cutoff_on=cutoff_on,
        until_on=today,
        horizon_days=horizon_days,
        found=found,
        because=tuple(_because(found, cutoff_on, today)),
    )


def _because(found: Mapping[str, Any], cutoff_on: date, until_on: date) -> Sequence[Because]:
    """Return the account in words: who was found, how many came, how far off it was, by which figures."""
    met, strength = found["pairs_in_touch"], found["strength"]
    predicted = found["pairs_predicted"]
    rival = max(found["baselines"], key=lambda each: float(each["auc"]))
    said = [
        Because("backtest_sum", {"predicted_count": round(predicted), "observed_count": met}),
        Because(
            "backtest_order",
            {"right_count": round(100 * strength["auc"]), "rival_count": round(100 * rival["auc"])},
        ),
    ]
    if found["pairs"] >= ENOUGH_FOR_A_GAP:
        said.insert(1, Because("backtest_gap", {"gap_count": round(100 * strength["ece"], 1)}))
    top = {row["pairs"]: row for row in found["tops"]}
    size = next((size for size in SPOKEN_OF if size <= met and size in top), None)
    if size is not None:
        numbers = {
            "top_count": size,
            "cutoff_on": cutoff_on.isoformat(),
            "until_on": until_on.isoformat(),
            "found_count": round(top[size]["in_touch"]),
            "recency_count": round(top[size]["baselines"]["recency"]),
            "chance_count": round(size * met / found["pairs"], 1),
        }
        said.insert(0, Because("backtest_top", numbers))
    said.append(Because(f"backtest_model_{found['model']}"))
    return said if met >= ROUGH_BELOW else [*said, Because("backtest_rough", {"in_touch_count": met})]
