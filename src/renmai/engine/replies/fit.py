"""Fits reply models: logistic regression, coefficients drawn to what is believed already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from renmai.engine.logistic import coefficients, mean_log_loss, shift_and_slope, spread
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
    mean, scale = spread(sample.matrix(), sample.weight)
    nothing = {
        name: Weight(0.0, float(m), float(s)) for name, m, s in zip(FEATURES, mean, scale, strict=True)
    }
    return fit_from(Logistic(0.0, nothing), sample, pull=pull)


def fit_from(model: Logistic, sample: Sample, *, pull: float) -> Logistic:
    """Fit a model to a sample, its coefficients drawn towards those of `model` with the weight `pull`."""
    mean = np.array([model.weights[name].mean for name in FEATURES])
    scale = np.array([model.weights[name].scale for name in FEATURES])
    found, intercept = coefficients(
        (sample.matrix() - mean) / scale,
        sample.came,
        sample.weight,
        prior=np.array([model.weights[name].coefficient for name in FEATURES]),
        intercept=model.intercept,
        pull=pull,
        pull_intercept=PULL_INTERCEPT,
        signs=[0] * len(FEATURES),
    )
    weights = {
        name: Weight(float(found[place]), model.weights[name].mean, model.weights[name].scale)
        for place, name in enumerate(FEATURES)
    }
    return Logistic(intercept, weights)


def recalibrated(model: Logistic, sample: Sample) -> Logistic:
    """Return the model with its intercept and slope fitted to the sample, drawn towards no change."""
    shift, slope = shift_and_slope(model.logits(sample.columns), sample.came, sample.weight, around=0.0)
    weights = {name: Weight(w.coefficient * slope, w.mean, w.scale) for name, w in model.weights.items()}
    return Logistic(model.intercept * slope + shift, weights)


def log_loss(model: Logistic, sample: Sample) -> float:
    """Return the mean log loss of the model on the sample."""
    return mean_log_loss(model.logits(sample.columns), sample.came, sample.weight)
