"""A strength model: coefficients with their provenance, and the probability they give as an expression."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import ibis
from ibis.expr.types import NumericValue, Value

from renmai.engine.logistic import Logistic, logistic_of
from renmai.engine.measures.strength import FEATURES, REASONS
from renmai.engine.tables import real


@dataclass(frozen=True, slots=True)
class StrengthModel:
    """A logistic model over the features of `measures.strength`; `basis` says what its numbers rest on."""

    basis: str
    logistic: Logistic

    @property
    def terms(self) -> Mapping[str, tuple[float, float]]:
        """Return of each feature that counts its mean and its slope, in log-odds per unit."""
        weights = {feature.name: self.logistic.weights[feature.name] for feature in FEATURES}
        return {
            name: (weight.mean, weight.coefficient / weight.scale)
            for name, weight in weights.items()
            if weight.coefficient != 0.0
        }

    def as_json(self) -> dict[str, Any]:
        """Return the model as plain values."""
        return {"basis": self.basis, **self.logistic.as_json()}


def model_of(plain: Mapping[str, Any]) -> StrengthModel:
    """Return the model that `as_json` wrote."""
    return StrengthModel(plain["basis"], logistic_of(plain))


def shipped_model() -> StrengthModel:
    """Return the coefficients that come with the program."""
    text = resources.files("renmai.engine.models").joinpath("strength.json").read_text("utf-8")
    return model_of(json.loads(text))


def parts(
    terms: Mapping[str, Sequence[Any]], features: Mapping[str, NumericValue]
) -> Mapping[str, NumericValue]:
    """Return each reason's contribution in log-odds, beside an average pair of the fitted data."""
    by_reason: dict[str, NumericValue] = {}
    for feature in FEATURES:
        if feature.name in terms:
            mean, slope = terms[feature.name]
            part = (features[feature.name] - real(mean)) * real(slope)
            by_reason[feature.reason] = (
                by_reason[feature.reason] + part if feature.reason in by_reason else part
            )
    return by_reason


def probability(intercept: Any, parts: Mapping[str, NumericValue]) -> NumericValue:
    """Return the strength that the parts add up to."""
    logit = real(intercept)
    for part in parts.values():
        logit = logit + part
    return real(1.0) / (real(1.0) + (-logit).exp())


def because(parts: Mapping[str, Value]) -> Value:
    """Return what moved the strength, as a list of (code, contribution in log-odds), strongest first."""
    entries = [
        ibis.struct({"size": -parts[code].abs(), "code": code, "contribution": parts[code]})
        for code in REASONS
        if code in parts
    ]
    ordered = ibis.array(entries).sort()
    return ordered.map(lambda entry: ibis.struct({"code": entry.code, "contribution": entry.contribution}))
