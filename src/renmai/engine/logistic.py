"""A logistic model: a coefficient for each feature, and the log-odds they add up to, without SciPy."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FeatureWeight:
    """What a model makes of one feature: `coefficient` per standard deviation, measured from the `mean`."""

    coefficient: float
    mean: float
    scale: float


@dataclass(frozen=True, slots=True)
class Logistic:
    """An intercept and a weight for each feature, by name."""

    intercept: float
    weights: Mapping[str, FeatureWeight]

    def logits(self, features: Mapping[str, Numbers]) -> Numbers:
        """Return the log-odds of each row."""
        logits = np.full(len(next(iter(features.values()))), self.intercept)
        for name, weight in self.weights.items():
            logits += (features[name] - weight.mean) * (weight.coefficient / weight.scale)
        return logits

    def probability(self, features: Mapping[str, Numbers]) -> Numbers:
        """Return the probability of each row."""
        return np.asarray(1.0 / (1.0 + np.exp(-self.logits(features))))

    def as_json(self) -> dict[str, Any]:
        """Return the model as plain values."""
        return {
            "intercept": self.intercept,
            "weights": {name: asdict(weight) for name, weight in self.weights.items()},
        }


def logistic_of(plain: Mapping[str, Any]) -> Logistic:
    """Return the model that `as_json` wrote."""
    weights = {name: FeatureWeight(**weight) for name, weight in plain["weights"].items()}
    return Logistic(plain["intercept"], weights)
