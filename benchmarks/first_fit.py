"""Fits a logistic model from nothing, as those that come with the program are: no prior but zero."""

from collections.abc import Sequence

import numpy as np

from renmai.engine.fit import INTERCEPT_PRIOR_WEIGHT, PairSample, fitted
from renmai.engine.logistic import FeatureWeight, Logistic, Numbers


def pooled(samples: Sequence[PairSample]) -> PairSample:
    """Return several samples as one, each weighing the same however many rows it has."""
    size = sum(len(sample.observed) for sample in samples) / len(samples)
    return PairSample(
        {
            name: np.concatenate([sample_of_set.columns[name] for sample_of_set in samples])
            for name in samples[0].columns
        },
        np.concatenate([sample.observed for sample in samples]),
        np.concatenate([sample.weight * (size / sample.weight.sum()) for sample in samples]),
        np.concatenate([sample.moment for sample in samples]),
    )


def first_fit(
    sample: PairSample,
    *,
    prior_weight: float,
    signs: dict[str, int] | None = None,
    intercept_prior_weight: float = INTERCEPT_PRIOR_WEIGHT,
) -> Logistic:
    """Return a model regularised towards zero, its features measured by the sample's own spread."""
    zero = Logistic(0.0, {name: _zero(values, sample.weight) for name, values in sample.columns.items()})
    return fitted(
        zero,
        sample,
        prior_weight=prior_weight,
        signs=signs,
        intercept_prior_weight=intercept_prior_weight,
    )


def _zero(values: Numbers, weight: Numbers) -> FeatureWeight:
    """Return the weight zero of a feature; one that never changes has the spread 1."""
    mean = np.average(values, weights=weight)
    scale = np.sqrt(np.average((values - mean) ** 2, weights=weight))
    return FeatureWeight(0.0, float(mean), float(scale) if scale >= 1e-9 else 1.0)
