"""Fits reply models: logistic regression, coefficients drawn to what is believed already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from renmai.engine.model import Weight
from renmai.engine.replies.features import FEATURES, Numbers
from renmai.engine.replies.model import Logistic

PULL_INTERCEPT = 0.1


@dataclass(frozen=True, slots=True)
class Sample:
    """Acts as seen when they were sent: their features, whether an answer came, what each weighs."""

    columns: Mapping[str, Numbers]
    came: Numbers
    weight: Numbers

    def only(self, chosen: NDArray[np.bool_]) -> "Sample":
        """Return the part of the sample that is chosen."""
        kept = {name: values[chosen] for name, values in self.columns.items()}
        return Sample(kept, self.came[chosen], self.weight[chosen])

    def matrix(self) -> Numbers:
        """Return the features in their order, one column each."""
        return np.column_stack([self.columns[name] for name in FEATURES])


def together(samples: Sequence[Sample]) -> Sample:
    """Return several samples as one, each weighing the same however many acts it has."""
    size = sum(len(sample.came) for sample in samples) / len(samples)
    return Sample(
        {name: np.concatenate([sample.columns[name] for sample in samples]) for name in FEATURES},
        np.concatenate([sample.came for sample in samples]),
        np.concatenate([sample.weight * (size / sample.weight.sum()) for sample in samples]),
    )


def fit_first(sample: Sample, *, pull: float) -> Logistic:
    """Fit a model from nothing, measured by the sample's own spread."""
    x = sample.matrix()
    mean = np.average(x, axis=0, weights=sample.weight)
    scale = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=sample.weight))
    scale[scale < 1e-9] = 1.0
    nothing = {
        name: Weight(0.0, float(m), float(s)) for name, m, s in zip(FEATURES, mean, scale, strict=True)
    }
    return fit_from(Logistic(0.0, nothing), sample, pull=pull)


def fit_from(model: Logistic, sample: Sample, *, pull: float) -> Logistic:
    """Fit a model to a sample, its coefficients drawn towards those of `model` with the weight `pull`."""
    prior = np.array([model.weights[name].coefficient for name in FEATURES])
    mean = np.array([model.weights[name].mean for name in FEATURES])
    scale = np.array([model.weights[name].scale for name in FEATURES])
    x = (sample.matrix() - mean) / scale
    came, size = sample.came, sample.weight

    def loss(theta: Numbers) -> tuple[float, Numbers]:
        z = x @ theta[:-1] + theta[-1]
        off, shift = theta[:-1] - prior, theta[-1] - model.intercept
        value = np.sum(size * (np.logaddexp(0.0, z) - came * z))
        value += 0.5 * pull * off @ off + 0.5 * PULL_INTERCEPT * shift**2
        error = size * (expit(z) - came)
        return float(value), np.append(x.T @ error + pull * off, error.sum() + PULL_INTERCEPT * shift)

    start = np.append(prior, model.intercept)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    weights = {
        name: Weight(float(found[place]), model.weights[name].mean, model.weights[name].scale)
        for place, name in enumerate(FEATURES)
    }
    return Logistic(float(found[-1]), weights)


def recalibrated(model: Logistic, sample: Sample) -> Logistic:
    """Return the model with its intercept and slope fitted to the sample, drawn towards no change."""
    logits = model.logits(sample.columns)

    def loss(theta: Numbers) -> float:
        z = theta[0] + np.exp(theta[1]) * logits
        value = np.sum(sample.weight * (np.logaddexp(0.0, z) - sample.came * z))
        return float(value + 0.5 * theta[0] ** 2 + 4.0 * theta[1] ** 2)

    shift, log_slope = minimize(loss, np.zeros(2), method="L-BFGS-B").x
    slope = float(np.exp(log_slope))
    weights = {name: Weight(w.coefficient * slope, w.mean, w.scale) for name, w in model.weights.items()}
    return Logistic(model.intercept * slope + float(shift), weights)


def log_loss(model: Logistic, sample: Sample) -> float:
    """Return the mean log loss of the model on the sample."""
    z = model.logits(sample.columns)
    return float(np.average(np.logaddexp(0.0, z) - sample.came * z, weights=sample.weight))
