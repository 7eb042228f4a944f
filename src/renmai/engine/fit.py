"""Fits strength models: logistic regression, signs held, coefficients drawn to what is believed already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from renmai.engine.measures.strength import FEATURES
from renmai.engine.model import StrengthModel, Weight

Numbers = NDArray[np.float64]


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
    mean = np.average(x, axis=0, weights=size)
    scale = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=size))
    scale[scale < 1e-9] = 1.0
    start = np.zeros(len(FEATURES))
    coefficients, intercept = _fit((x - mean) / scale, met, size, start, 0.0, pull, 0.0)
    return _model(basis, intercept, coefficients, mean, scale)


def fit_from(model: StrengthModel, sample: Sample, *, basis: str, pull: float) -> StrengthModel:
    """Fit a model to a sample, its coefficients drawn towards those of `model` with the weight `pull`."""
    mean = np.array([model.weights[f.name].mean for f in FEATURES])
    scale = np.array([model.weights[f.name].scale for f in FEATURES])
    prior = np.array([model.weights[f.name].coefficient for f in FEATURES])
    x = (sample.matrix() - mean) / scale
    size = np.ones(len(sample.met))
    coefficients, intercept = _fit(x, sample.met, size, prior, model.intercept, pull, 0.1)
    return _model(basis, intercept, coefficients, mean, scale)


def recalibrated(model: StrengthModel, sample: Sample, *, basis: str) -> StrengthModel:
    """Return the model with its intercept and slope fitted to the sample, drawn towards no change."""
    logit = logits(model, sample) - model.intercept

    def loss(theta: Numbers) -> float:
        shift, log_slope = theta
        z = model.intercept + shift + np.exp(log_slope) * logit
        return float(np.sum(np.logaddexp(0.0, z) - sample.met * z) + 0.5 * shift**2 + 4.0 * log_slope**2)

    shift, log_slope = minimize(loss, np.zeros(2), method="L-BFGS-B").x
    slope = float(np.exp(log_slope))
    weights = {name: Weight(w.coefficient * slope, w.mean, w.scale) for name, w in model.weights.items()}
    return StrengthModel(basis, model.intercept + float(shift), weights)


def logits(model: StrengthModel, sample: Sample) -> Numbers:
    """Return the log-odds the model gives each pair of the sample."""
    z = np.full(len(sample.met), model.intercept)
    for name, weight in model.weights.items():
        z += (sample.columns[name] - weight.mean) * (weight.coefficient / weight.scale)
    return z


def log_loss(model: StrengthModel, sample: Sample) -> float:
    """Return the mean log loss of the model on the sample."""
    z = logits(model, sample)
    return float(np.mean(np.logaddexp(0.0, z) - sample.met * z))


def _fit(
    x: Numbers, met: Numbers, size: Numbers, prior: Numbers, start: float, pull: float, pull_intercept: float
) -> tuple[Numbers, float]:
    """Minimise log loss plus the pull; a coefficient with a sign is held to it."""

    def loss(theta: Numbers) -> tuple[float, Numbers]:
        z = x @ theta[:-1] + theta[-1]
        off = theta[:-1] - prior
        value = np.sum(size * (np.logaddexp(0.0, z) - met * z)) + 0.5 * pull * off @ off
        value += 0.5 * pull_intercept * (theta[-1] - start) ** 2
        error = size * (expit(z) - met)
        gradient = np.append(x.T @ error + pull * off, error.sum() + pull_intercept * (theta[-1] - start))
        return float(value), gradient

    free = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
    bounds = [free[feature.sign] for feature in FEATURES] + [(None, None)]
    found = minimize(
        loss, np.append(prior, start), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 400}
    )
    return found.x[:-1], float(found.x[-1])


def _model(
    basis: str, intercept: float, coefficients: Numbers, mean: Numbers, scale: Numbers
) -> StrengthModel:
    weights = {
        feature.name: Weight(float(c), float(m), float(s))
        for feature, c, m, s in zip(FEATURES, coefficients, mean, scale, strict=True)
    }
    return StrengthModel(basis, intercept, weights)
