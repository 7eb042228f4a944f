"""Fits the coefficients of who knows whom that Renmai ships, and writes them with their provenance.

Run `python -m benchmarks.fit_knows`; it writes src/renmai/engine/models/knows.json. Evaluation takes `fitted`
too, to fit on other egos and other sets only. What tells one pair of an ego from another is learnt from the
open sets alone; how likely any two are, by the size of what the ego sees, from the made-up houses as well:
their makers decided what speaks for a tie there, but two open sets say too little about other houses' levels.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import expit

from benchmarks.knows_egos import LEAST_MESSAGES, LEAST_UNSEEN, sets
from renmai.engine.knows_model import FEATURES, LEVELS, SIGNS

PRIOR_WEIGHT = 20.0
MADE_UP_WEIGHT = 1.0
"""What all made-up houses together weigh beside each open set."""
OUT = Path(__file__).resolve().parent.parent / "src" / "renmai" / "engine" / "models" / "knows.json"
Weights = Mapping[str, float]


def to_learn_from(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs that teach: judged by the engine, and both in direct contact with the ego."""
    return pairs[pairs.is_given & pairs.is_between_known]


def fitted(open_sets: Sequence[pd.DataFrame], made_up: Sequence[pd.DataFrame] = ()) -> Weights:
    """Return the weights that fit the sets' pairs, signs held: slopes from the open sets, the level from all."""
    slopes = _least_loss([(pairs, 1.0) for pairs in open_sets], FEATURES, {})
    if not made_up:
        return slopes
    beside = MADE_UP_WEIGHT / len(made_up)
    weighed = [(pairs, 1.0) for pairs in open_sets] + [(pairs, beside) for pairs in made_up]
    kept = {name: slopes[name] for name in FEATURES if name not in LEVELS}
    return {name: (kept | _least_loss(weighed, LEVELS, kept))[name] for name in ("intercept", *FEATURES)}


def _least_loss(
    weighed: Sequence[tuple[pd.DataFrame, float]], names: Sequence[str], given: Weights
) -> dict[str, float]:
    """Return the intercept and the weights of some features, those of others being given.

    Logistic regression with a ridge on standardised features; weights are for the plain features.
    """
    size = max(len(pairs) for pairs, _ in weighed)
    weight = np.concatenate([np.full(len(pairs), size / len(pairs) * each) for pairs, each in weighed])
    pairs = pd.concat([pairs for pairs, _ in weighed])
    x, y = pairs[list(names)].to_numpy(), pairs.truth.to_numpy().astype(float)
    base = sum((given[name] * pairs[name].to_numpy() for name in given), np.zeros(len(pairs)))
    mean = np.average(x, axis=0, weights=weight)
    scale = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=weight)) + 1e-9
    z = (x - mean) / scale

    def loss(theta):
        logit = base + z @ theta[:-1] + theta[-1]
        error = weight * (expit(logit) - y)
        value = (
            np.sum(weight * (np.logaddexp(0, logit) - y * logit))
            + 0.5 * PRIOR_WEIGHT * theta[:-1] @ theta[:-1]
        )
        return value, np.append(z.T @ error + PRIOR_WEIGHT * theta[:-1], error.sum())

    bounds = [(0, None) if SIGNS[name] > 0 else (None, 0) for name in names] + [(None, None)]
    optimum = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    found = optimum[:-1] / scale
    return {
        "intercept": float(optimum[-1] - found @ mean),
        **dict(zip(names, map(float, found), strict=True)),
    }


def probability(weights: Weights, pairs: pd.DataFrame) -> np.ndarray:
    """Return what the engine makes of pairs by some weights; those it gives no features get 0."""
    logit = weights["intercept"] + sum(weights[name] * pairs[name].fillna(0).to_numpy() for name in FEATURES)
    exchanged = np.expm1(pairs.both_ways.fillna(0).to_numpy())
    return np.where(pairs.is_given, 1 - (1 - expit(logit)) * np.exp(-exchanged), 0.0)


def main() -> None:
    """Fit on every set and write the weights."""
    every = list(sets())
    learnt = {dev.name: (dev, to_learn_from(dev.pooled())) for dev in every}
    weights = fitted(
        [pairs for dev, pairs in learnt.values() if not dev.is_made_up],
        [pairs for dev, pairs in learnt.values() if dev.is_made_up],
    )
    provenance = {
        "how": "benchmarks/fit_knows.py: logistic regression, signs held; slopes from open sets, level from all",
        "unit": "log-odds for each unit of the feature; features: renmai.engine.knows_model",
        "egos": f"{LEAST_MESSAGES} messages or more",
        "truth": f"{LEAST_UNSEEN} direct mails or more between the two that the ego did not see",
        "prior_weight": PRIOR_WEIGHT,
        "made_up_weight": MADE_UP_WEIGHT,
        "sets": {
            name: {
                "direct": dev.direct,
                "egos": len(dev.samples),
                "pairs": len(pairs),
                "is_made_up": dev.is_made_up,
            }
            for name, (dev, pairs) in learnt.items()
        },
    }
    plain = {"provenance": provenance, "weights": {name: round(value, 4) for name, value in weights.items()}}
    OUT.write_text(json.dumps(plain, indent=1) + "\n", "utf-8")
    print(f"written: {OUT.name}")


if __name__ == "__main__":
    main()
