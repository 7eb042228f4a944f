"""Fits logistic models: regularised towards prior coefficients, with signs where a feature goes one way."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq, minimize
from scipy.special import expit

from renmai.engine.logistic import FeatureWeight, Logistic, Numbers

INTERCEPT_PRIOR_WEIGHT = 0.1
MOST_STEPS = 500
MOST_SHIFT = 30.0
"""In log-odds; a level further off is none."""
LIMITS = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
"""What a coefficient may be, by its sign."""


@dataclass(frozen=True, slots=True)
class PairSample:
    """Rows as they looked at past moments: features by name, what was observed (1 or 0), what each weighs."""

    columns: Mapping[str, Numbers]
    observed: Numbers
    weight: Numbers
    moment: Numbers

    def only(self, chosen: NDArray[np.bool_]) -> "PairSample":
        """Return the part of the sample that is chosen."""
        columns = {name: values[chosen] for name, values in self.columns.items()}
        return PairSample(columns, self.observed[chosen], self.weight[chosen], self.moment[chosen])


def fitted(
    prior: Logistic,
    sample: PairSample,
    *,
    prior_weight: float,
    signs: Mapping[str, int] | None = None,
    intercept_prior_weight: float = INTERCEPT_PRIOR_WEIGHT,
) -> Logistic:
    """Return the model with the least log loss on the sample plus the penalty for leaving the prior.

    :param prior_weight: of the squared distance from the prior's coefficients; the greater, the nearer
    :param signs: 1 and -1 hold a feature's coefficient at or above, at or below zero; others are free
    """
    mean = np.array([weight.mean for weight in prior.weights.values()])
    scale = np.array([weight.scale for weight in prior.weights.values()])
    start = np.array([weight.coefficient for weight in prior.weights.values()] + [prior.intercept])
    penalty = np.append(np.full(len(mean), prior_weight), intercept_prior_weight)
    x = (np.column_stack([sample.columns[name] for name in prior.weights]) - mean) / scale
    observed, weight = sample.observed, sample.weight

    def loss(theta: Numbers) -> tuple[float, Numbers]:
        logit, off = x @ theta[:-1] + theta[-1], theta - start
        value = np.sum(weight * (np.logaddexp(0.0, logit) - observed * logit)) + 0.5 * penalty @ off**2
        error = weight * (expit(logit) - observed)
        return float(value), np.append(x.T @ error, error.sum()) + penalty * off

    bounds = [*(LIMITS[(signs or {}).get(name, 0)] for name in prior.weights), LIMITS[0]]
    steps = {"maxiter": MOST_STEPS}
    theta = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options=steps).x
    weights = {
        name: FeatureWeight(float(coefficient), old.mean, old.scale)
        for (name, old), coefficient in zip(prior.weights.items(), theta[:-1], strict=True)
    }
    return Logistic(float(theta[-1]), weights)


def recalibrated(
    model: Logistic,
    sample: PairSample,
    *,
    around: float = 0.0,
    level_prior_weight: float = 1.0,
    slope_prior_weight: float = 8.0,
) -> Logistic:
    """Return the model with its intercept and slope fitted to the sample, regularised towards no change.

    New log-odds are `around + shift + slope · (logit - around)` (Platt, 1999).

    :param level_prior_weight: of the squared shift, `slope_prior_weight` of the squared log of the slope
    """
    logit, observed, weight = model.logits(sample.columns), sample.observed, sample.weight

    penalty = np.array([level_prior_weight, slope_prior_weight])

    def loss(theta: Numbers) -> tuple[float, Numbers]:
        steep = np.exp(theta[1]) * (logit - around)
        z = around + theta[0] + steep
        value = np.sum(weight * (np.logaddexp(0.0, z) - observed * z)) + 0.5 * penalty @ theta**2
        error = weight * (expit(z) - observed)
        return float(value), np.array([error.sum(), error @ steep]) + penalty * theta

    shift, log_slope = minimize(loss, np.zeros(2), jac=True, method="L-BFGS-B").x
    slope = float(np.exp(log_slope))
    weights = {
        name: FeatureWeight(w.coefficient * slope, w.mean, w.scale) for name, w in model.weights.items()
    }
    return Logistic(around + float(shift) + slope * (model.intercept - around), weights)


def between(one: Logistic, other: Logistic, share: float) -> Logistic:
    """Return the model whose log-odds are the other's by the share, and the rest the one's."""
    weights = {
        name: FeatureWeight(w.coefficient + share * (to.coefficient - w.coefficient), w.mean, w.scale)
        for (name, w), to in zip(one.weights.items(), other.weights.values(), strict=True)
    }
    return Logistic(one.intercept + share * (other.intercept - one.intercept), weights)


def shift_of_level(model: Logistic, sample: PairSample) -> float:
    """Return what added to the intercept makes the model expect as many on the sample as were observed."""
    logit, observed, weight = model.logits(sample.columns), sample.observed, sample.weight

    def surplus(shift: float) -> float:
        return float(np.sum(weight * (expit(logit + shift) - observed)))

    return float(brentq(surplus, -MOST_SHIFT, MOST_SHIFT))


def log_loss(model: Logistic, sample: PairSample) -> float:
    """Return the weighted mean log loss of the model on the sample."""
    logit = model.logits(sample.columns)
    return float(np.average(np.logaddexp(0.0, logit) - sample.observed * logit, weights=sample.weight))
