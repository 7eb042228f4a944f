"""Fits the coefficients of who knows whom that Renmai ships, and writes them with their provenance.

Run `python -m benchmarks.fit_knows`; it writes src/renmai/engine/models/knows.json. Evaluation takes `fitted`
too, to fit on other egos and other sets only.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import expit

from benchmarks.knows_egos import LEAST_MESSAGES, LEAST_UNSEEN, sets
from renmai.engine.knows_model import FEATURES, SIGNS

PRIOR_WEIGHT = 20.0
OUT = Path(__file__).resolve().parent.parent / "src" / "renmai" / "engine" / "models" / "knows.json"


def to_learn_from(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs that teach: judged by the engine, and both in direct contact with the ego."""
    return pairs[pairs.is_given & pairs.is_between_known]


def fitted(sets_of_pairs: Sequence[pd.DataFrame]) -> dict[str, float]:
    """Return the weights that fit the sets' pairs, every set weighing the same, signs held.

    Logistic regression with a ridge on standardised features; weights are for the plain features.
    """
    size = max(len(pairs) for pairs in sets_of_pairs)
    weight = np.concatenate([np.full(len(pairs), size / len(pairs)) for pairs in sets_of_pairs])
    pairs = pd.concat(sets_of_pairs)
    x, y = pairs[list(FEATURES)].to_numpy(), pairs.truth.to_numpy().astype(float)
    mean = np.average(x, axis=0, weights=weight)
    scale = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=weight)) + 1e-9
    z = (x - mean) / scale

    def loss(theta):
        logit = z @ theta[:-1] + theta[-1]
        error = weight * (expit(logit) - y)
        value = (
            np.sum(weight * (np.logaddexp(0, logit) - y * logit))
            + 0.5 * PRIOR_WEIGHT * theta[:-1] @ theta[:-1]
        )
        return value, np.append(z.T @ error + PRIOR_WEIGHT * theta[:-1], error.sum())

    bounds = [(0, None) if SIGNS[name] > 0 else (None, 0) for name in FEATURES] + [(None, None)]
    optimum = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    slopes = optimum[:-1] / scale
    return {
        "intercept": float(optimum[-1] - slopes @ mean),
        **dict(zip(FEATURES, map(float, slopes), strict=True)),
    }


def probability(weights: Mapping[str, float], pairs: pd.DataFrame) -> np.ndarray:
    """Return what the engine makes of pairs by some weights; those it gives no features get 0."""
    logit = weights["intercept"] + sum(weights[name] * pairs[name].fillna(0).to_numpy() for name in FEATURES)
    exchanged = np.expm1(pairs.both_ways.fillna(0).to_numpy())
    return np.where(pairs.is_given, 1 - (1 - expit(logit)) * np.exp(-exchanged), 0.0)


def main() -> None:
    """Fit on every set and write the weights."""
    learnt = {dev.name: (dev, to_learn_from(dev.pooled())) for dev in sets()}
    weights = fitted([pairs for _, pairs in learnt.values()])
    provenance = {
        "how": "benchmarks/fit_knows.py: logistic regression, signs held, every set weighing the same",
        "unit": "log-odds for each unit of the feature; features: renmai.engine.knows_model",
        "egos": f"{LEAST_MESSAGES} messages or more",
        "truth": f"{LEAST_UNSEEN} direct mails or more between the two that the ego did not see",
        "prior_weight": PRIOR_WEIGHT,
        "sets": {
            name: {"direct": dev.direct, "egos": len(dev.samples), "pairs": len(pairs)}
            for name, (dev, pairs) in learnt.items()
        },
    }
    plain = {"provenance": provenance, "weights": {name: round(value, 4) for name, value in weights.items()}}
    OUT.write_text(json.dumps(plain, indent=1) + "\n", "utf-8")
    print(f"written: {OUT.name}")


if __name__ == "__main__":
    main()
