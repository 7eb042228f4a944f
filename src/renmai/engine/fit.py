"""Fits strength models: logistic regression, signs held, coefficients drawn to what is believed already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renmai.engine.logistic import Numbers, coefficients, mean_log_loss, shift_and_slope, spread
from renmai.engine.measures.strength import FEATURES
from renmai.engine.model import StrengthModel, Weight

SIGNS = [feature.sign for feature in FEATURES]
PULL_INTERCEPT = 0.1


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs as seen from past moments: their features, and whether both sides reached out thereafter."""

    columns: Mapping[str, Numbers]
    met: Numbers
    moment: Numbers

    def only(self, chosen: NDArray[np.bool_]) -> "Sample":
        """Return the part of the sample that is chosen."""
        kept = {name: values[chosen] for name, values in self.columns.items()}
        return Sample(kept, self.met[chosen], self.moment[chosen])

    def matrix(self) -> Numbers:
        """Return the features in their order, one column each."""
        return np.column_stack([self.columns[feature.name] for feature in FEATURES])


def fit_first(samples: Sequence[Sample], *, basis: str, pull: float) -> StrengthModel:
    """Fit a model from nothing; every sample weighs the same, however many pairs it has."""
    x = np.vstack([sample.matrix() for sample in samples])
    met = np.concatenate([sample.met for sample in samples])
    size = np.concatenate([np.full(len(s.met), len(met) / len(samples) / len(s.met)) for s in samples])
    mean, scale = spread(x, size)
    found, intercept = coefficients(
        (x - mean) / scale,
        met,
        size,
        prior=np.zeros(len(FEATURES)),
        intercept=0.0,
        pull=pull,
        pull_intercept=0.0,
        signs=SIGNS,
    )
    return _model(basis, intercept, found, mean, scale)


def fit_from(model: StrengthModel, sample: Sample, *, basis: str, pull: float) -> StrengthModel:
    """Fit a model to a sample, its coefficients drawn towards those of `model` with the weight `pull`."""
    mean = np.array([model.weights[f.name].mean for f in FEATURES])
    scale = np.array([model.weights[f.name].scale for f in FEATURES])
    found, intercept = coefficients(
        (sample.matrix() - mean) / scale,
        sample.met,
        np.ones(len(sample.met)),
        prior=np.array([model.weights[f.name].coefficient for f in FEATURES]),
        intercept=model.intercept,
        pull=pull,
        pull_intercept=PULL_INTERCEPT,
        signs=SIGNS,
    )
    return _model(basis, intercept, found, mean, scale)


def recalibrated(model: StrengthModel, sample: Sample, *, basis: str) -> StrengthModel:
    """Return the model with its intercept and slope fitted to the sample, drawn towards no change."""
    around, size = model.intercept, np.ones(len(sample.met))
    shift, slope = shift_and_slope(logits(model, sample), sample.met, size, around=around)
    weights = {name: Weight(w.coefficient * slope, w.mean, w.scale) for name, w in model.weights.items()}
    return StrengthModel(basis, model.intercept + shift, weights)


def logits(model: StrengthModel, sample: Sample) -> Numbers:
    """Return the log-odds the model gives each pair of the sample."""
    z = np.full(len(sample.met), model.intercept)
    for name, weight in model.weights.items():
        z += (sample.columns[name] - weight.mean) * (weight.coefficient / weight.scale)
    return z


def log_loss(model: StrengthModel, sample: Sample) -> float:
    """Return the mean log loss of the model on the sample."""
    return mean_log_loss(logits(model, sample), sample.met, np.ones(len(sample.met)))


def _model(basis: str, intercept: float, found: Numbers, mean: Numbers, scale: Numbers) -> StrengthModel:
    weights = {
        feature.name: Weight(float(c), float(m), float(s))
        for feature, c, m, s in zip(FEATURES, found, mean, scale, strict=True)
    }
    return StrengthModel(basis, intercept, weights)
