"""A backtest of strength: predicted as of a past moment, judged by what was observed afterwards."""

from collections.abc import Mapping
from math import sqrt
from typing import Any

import numpy as np

from renmai.domain.book.refusals import Refused
from renmai.engine import backend
from renmai.engine.baselines import baselines
from renmai.engine.history import sample_of
from renmai.engine.lift import lift, sizes_of_shares, sizes_of_tops
from renmai.engine.logistic import Numbers
from renmai.engine.model import StrengthModel
from renmai.engine.profile import checked_events, profile_of, sound_events
from renmai.engine.rank_scores import area_under_curve, average_precision
from renmai.engine.refit import chosen_model

BINS = 10
SURE_95 = 1.959964
"""Standard deviations within which 95 of 100 lie."""


class NothingToJudge(Refused):
    """A cut-off before which there are no pairs, or after which none or all of them are in touch."""


def backtest(
    events: object,
    *,
    cutoff_epoch_s: int,
    horizon_days: float = 90,
    egos: list[object] | None = None,
    refit: str = "auto",
    prior: StrengthModel | None = None,
    memory_limit: str | None = None,
) -> dict[str, Any]:
    """Return how strength as of the cut-off and the baselines compare with the horizon after it.

    Every ordered pair with evidence before the cut-off is judged; it is a hit where both sides were in
    contact from the cut-off until the horizon's end. The model sees nothing from the cut-off on; the
    baselines' half-lives are chosen with hindsight, in their favour.
    """
    with backend.connected(memory_limit=memory_limit) as connection:
        table = checked_events(connection, events)
        profile = profile_of(connection, table)
        here = (connection, sound_events(connection, table), profile)
        whose: dict[str, Any] = {"horizon_days": horizon_days, "egos": egos}
        model = chosen_model(*here, as_of_epoch_s=cutoff_epoch_s, refit=refit, prior=prior, **whose)
        sample = sample_of(*here, as_of_epoch_s=[cutoff_epoch_s], **whose)
        whole, hits = len(sample.observed), int(sample.observed.sum())
        if not 0 < hits < whole:
            raise NothingToJudge("nothing_to_judge", pairs=whole, in_touch=hits)
        rivals = baselines(*here, cutoff_epoch_s=cutoff_epoch_s, **whose)
    probability = model.logistic.probability(sample.columns)
    beside = {rival.name: (rival.met, rival.best_scores()) for rival in rivals}
    return {
        "cutoff_epoch_s": cutoff_epoch_s,
        "horizon_days": horizon_days,
        "pairs": whole,
        "pairs_in_touch": hits,
        "pairs_predicted": float(probability.sum()),
        "model": model.basis,
        "last_event_epoch_s": profile.last_at_epoch_s,
        "strength": judged(sample.observed, probability),
        "baselines": [rival.judged() for rival in rivals],
        "calibration": calibration(sample.observed, probability),
        "bands": bands(sample.observed, probability),
        "lift": lift(sample.observed, probability, beside, sizes_of_shares(whole)),
        "tops": lift(sample.observed, probability, beside, sizes_of_tops(whole)),
    }


def judged(met: Numbers, probability: Numbers) -> dict[str, float]:
    """Return AUC, average precision, Brier score and expected calibration error."""
    bins = calibration(met, probability)
    return {
        "auc": area_under_curve(met, probability),
        "average_precision": average_precision(met, probability),
        "brier": float(np.mean((probability - met) ** 2)),
        "ece": sum(abs(each["predicted"] - each["observed"]) * each["pairs"] for each in bins) / len(met),
    }


def calibration(met: Numbers, probability: Numbers) -> list[Mapping[str, Any]]:
    """Return ten bins of equal count, weakest first: the mean probability beside the share observed."""
    order = np.argsort(probability, kind="stable")
    return [
        {
            "pairs": len(part),
            "predicted": float(probability[part].mean()),
            "observed": float(met[part].mean()),
        }
        for part in np.array_split(order, BINS)
        if len(part)
    ]


def bands(met: Numbers, probability: Numbers) -> list[Mapping[str, Any]]:
    """Return ten bands of equal width that hold anybody, weakest first: predicted beside observed.

    `low` to `high` is Wilson's 95% interval of the share observed (Journal of the American Statistical
    Association, 1927).
    """
    place = np.minimum((probability * BINS).astype(np.int64), BINS - 1)
    bands_held: list[Mapping[str, Any]] = []
    for band in range(BINS):
        inside = place == band
        pairs = int(inside.sum())
        if pairs:
            observed = float(met[inside].mean())
            low, high = wilson(observed, pairs)
            predicted = float(probability[inside].mean())
            bands_held.append(
                {
                    "from": band / BINS,
                    "to": (band + 1) / BINS,
                    "pairs": pairs,
                    "predicted": predicted,
                    "observed": observed,
                    "low": low,
                    "high": high,
                }
            )
    return bands_held


def wilson(share: float, count: int) -> tuple[float, float]:
    """Return the 95% interval of a share seen in `count` cases."""
    square = SURE_95**2
    middle = (share + square / (2 * count)) / (1 + square / count)
    spread = sqrt(share * (1 - share) / count + square / (4 * count**2)) * SURE_95 / (1 + square / count)
    return max(0.0, middle - spread), min(1.0, middle + spread)
