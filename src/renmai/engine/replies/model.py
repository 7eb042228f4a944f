"""A reply model: coefficients with their provenance, and the chance they give that an act is answered."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from renmai.engine.logistic import Logistic, logistic_of

SHIPPED_WITHIN_DAYS = 7.0


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
    return ReplyModel(plain["basis"], logistic_of(plain["addressed"]), logistic_of(plain["copied"]))


def shipped_model(*, names: bool) -> ReplyModel:
    """Return the coefficients that come with the program, for a trace that names what is answered or not."""
    text = resources.files("renmai.engine.models").joinpath("replies.json").read_text("utf-8")
    return model_of(json.loads(text)["named" if names else "in_turn"])
