"""The fitted numbers of matching: how much each kind of agreement counts, and what a score is worth."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Fitted:
    """`weights` per kind of agreement; fit = 1 − exp(−(score / scale)^power), so nothing shared is 0."""

    weights: Mapping[str, float]
    scale: float
    power: float

    def fit(self, scores: Any) -> Any:
        """Return what scores are worth, from 0 to 1."""
        return 1.0 - np.exp(-((np.maximum(scores, 0.0) / self.scale) ** self.power))


@cache
def shipped_fit() -> Fitted:
    """Return the numbers that come with the program."""
    text = resources.files("renmai.engine.models").joinpath("match.json").read_text("utf-8")
    plain = json.loads(text)
    return Fitted(plain["weights"], plain["curve"]["scale"], plain["curve"]["power"])
