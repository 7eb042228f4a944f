"""Logistic regression drawn to what is believed already: the mathematics that the learnt measures share."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

Numbers = NDArray[np.float64]
MOST_STEPS = 500
LIMITS = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
"""What a coefficient may be, by its sign."""


def spread(x: Numbers, size: Numbers) -> tuple[Numbers, Numbers]:
    """Return the weighted mean and deviation of every column; of one that never changes, 1."""
    mean = np.average(x, axis=0, weights=size)
    scale = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=size))
    scale[scale < 1e-9] = 1.0
    return mean, scale


def coefficients(
    x: Numbers,
    hit: Numbers,
    size: Numbers,
    *,
    prior: Numbers,
    intercept: float,
    pull: float,
    pull_intercept: float,
    signs: Sequence[int],
) -> tuple[Numbers, float]:
    """Return the coefficients and the intercept with the least log loss plus pull towards the prior ones.

    :param x: rows × features; `hit` 0 or 1 and `size`, what it weighs, of each row
    :param signs: 1 and -1 hold a feature's coefficient at or above, at or below nothing; 0 leaves it free
    """

    def loss(theta: Numbers) -> tuple[float, Numbers]:
        z = x @ theta[:-1] + theta[-1]
        off, shift = theta[:-1] - prior, theta[-1] - intercept
        value = np.sum(size * (np.logaddexp(0.0, z) - hit * z))
        value += 0.5 * pull * off @ off + 0.5 * pull_intercept * shift**2
        error = size * (expit(z) - hit)
        return float(value), np.append(x.T @ error + pull * off, error.sum() + pull_intercept * shift)

    bounds = [*(LIMITS[sign] for sign in signs), LIMITS[0]]
    start, steps = np.append(prior, intercept), {"maxiter": MOST_STEPS}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options=steps).x
    return found[:-1], float(found[-1])


def shift_and_slope(logit: Numbers, hit: Numbers, size: Numbers, *, around: float) -> tuple[float, float]:
    """Return by what to shift and stretch log-odds around a point to fit, drawn towards no change.

    New log-odds are `around + shift + slope · (logit - around)` (Platt, 1999).
    """

    def loss(theta: Numbers) -> float:
        z = around + theta[0] + np.exp(theta[1]) * (logit - around)
        value = np.sum(size * (np.logaddexp(0.0, z) - hit * z))
        return float(value + 0.5 * theta[0] ** 2 + 4.0 * theta[1] ** 2)

    shift, log_slope = minimize(loss, np.zeros(2), method="L-BFGS-B").x
    return float(shift), float(np.exp(log_slope))


def mean_log_loss(logit: Numbers, hit: Numbers, size: Numbers) -> float:
    """Return the weighted mean of the log loss."""
    return float(np.average(np.logaddexp(0.0, logit) - hit * logit, weights=size))
