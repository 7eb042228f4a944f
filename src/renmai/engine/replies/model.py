"""A reply model: coefficients with their provenance, and the chance they give that an act is answered."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib import resources
from typing import Any

import numpy as np

from renmai.engine.model import Weight
from renmai.engine.replies.features import FEATURES, Numbers

SHIPPED_WITHIN_DAYS = 7.0


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model over the features of an act."""

    intercept: float
    weights: Mapping[str, Weight]

    def logits(self, features: Mapping[str, Numbers]) -> Numbers:
        """Return the log-odds of an answer."""
        found = np.full(len(features[FEATURES[0]]), self.intercept)
        for name in FEATURES:
            weight = self.weights[name]
            found += (features[name] - weight.mean) * (weight.coefficient / weight.scale)
        return found

    def probability(self, features: Mapping[str, Numbers]) -> Numbers:
        """Return the chance of an answer."""
        return np.asarray(1.0 / (1.0 + np.exp(-self.logits(features))))

    def as_json(self) -> dict[str, Any]:
        """Return the model as plain values."""
        return {
            "intercept": self.intercept,
            "weights": {name: asdict(weight) for name, weight in self.weights.items()},
        }


@dataclass(frozen=True, slots=True)
class ReplyModel:
    """A model for those an act is addressed to, another for those copied; `basis` says what they rest on."""

    basis: str
    addressed: Logistic
    copied: Logistic

    def as_json(self) -> dict[str, Any]:
        """Return the model as plain values."""
        return {
            "basis": self.basis,
            "addressed": self.addressed.as_json(),
            "copied": self.copied.as_json(),
        }


def model_of(plain: Mapping[str, Any]) -> ReplyModel:
    """Return the model that `as_json` wrote."""
    return ReplyModel(plain["basis"], _logistic(plain["addressed"]), _logistic(plain["copied"]))


def _logistic(plain: Mapping[str, Any]) -> Logistic:
    weights = {name: Weight(**weight) for name, weight in plain["weights"].items()}
    return Logistic(plain["intercept"], weights)


def shipped_model(*, names: bool) -> ReplyModel:
    """Return the coefficients that come with the program, for a trace that names what is answered or not."""
    text = resources.files("renmai.engine.models").joinpath("replies.json").read_text("utf-8")
    return model_of(json.loads(text)["named" if names else "in_turn"])
