"""Chances of a step from met to cooperation, with bands: Beta-binomial by empirical Bayes (R3).

Of those who were met by one channel, each counts as a trial by the share of a horizon that has passed since,
so that the newly met do not count as failures (the actuarial estimate of life tables). The prior is fitted to
all channels by the marginal likelihood of the counts (Casella 1985; Efron, Large-Scale Inference, 2010,
chapter 1); of few channels too little can be learnt, and Beta(1, 4) is taken.
"""

from collections.abc import Sequence
from math import exp, lgamma, log
from typing import NamedTuple

FEWEST_TO_FIT = 8
"""Of fewer channels or groups with anybody in them no prior is fitted."""
BAND = (0.1, 0.9)
SURE = 0.8
"""From this probability on that a rate is above or below all others together, something is advised."""
_LOGITS = tuple(-10 + 20 * (step + 0.5) / 300 for step in range(300))
_RATES = tuple(1 / (1 + exp(-logit)) for logit in _LOGITS)
_LOG_RATES = tuple((log(rate), log(1 - rate)) for rate in _RATES)
_MEANS = tuple(step / 40 for step in range(1, 38))
HELD_DOWN = 1.5
"""How much a heavy prior is held down: chosen by simulation, so that 80 % bands cover 80 %."""
_SIZES = (2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 35.0, 60.0)
"""Prior weights that are tried, in people."""


class Trials(NamedTuple):
    """So many took a step, of so many who could; the latter in people by the time they had."""

    taken: int
    could: float


class Prior(NamedTuple):
    """A Beta prior: `a` taken and `b` not taken before anything was seen."""

    a: float
    b: float


FLAT = Prior(1.0, 4.0)


class StepChance(NamedTuple):
    """The chance of a step: its mean, its 80 % band, how likely it is above that of all others together."""

    mean: float
    low: float
    high: float
    above: float

    @property
    def is_surely_above(self) -> bool:
        """Tell whether it is above with enough certainty to say so."""
        return self.above > SURE

    @property
    def is_surely_below(self) -> bool:
        """Tell whether it is below with enough certainty to say so."""
        return self.above < 1 - SURE


def share_of_time(since_days: float, horizon_days: float) -> float:
    """Return which share of a horizon somebody had, 0 to 1."""
    return min(1.0, max(0.0, since_days / horizon_days))


def fitted_prior(every: Sequence[Trials]) -> Prior:
    """Return the prior under which all counts are likeliest, `FLAT` where there are too few of them.

    A heavy prior is held down, or a few alike counts would call all rates the same.
    """
    seen = [each for each in every if each.could > 0]
    if len(seen) < FEWEST_TO_FIT:
        return FLAT
    tried = ((Prior(mean * size, (1 - mean) * size), size) for mean in _MEANS for size in _SIZES)
    return max(
        tried, key=lambda pair: sum(_evidence(pair[0], each) for each in seen) - HELD_DOWN * log(pair[1])
    )[0]


def _evidence(prior: Prior, trials: Trials) -> float:
    """Return the log marginal likelihood of counts under a prior, but for what no prior changes."""
    missed = max(0.0, trials.could - trials.taken)
    return _log_beta(prior.a + trials.taken, prior.b + missed) - _log_beta(prior.a, prior.b)


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def chances(every: Sequence[Trials]) -> list[StepChance]:
    """Return the chance of a step for each of several channels or groups."""
    prior = fitted_prior(every)
    return [chance(each, prior, pooled_without(each, every, prior)) for each in every]


def pooled_without(one: Trials, every: Sequence[Trials], prior: Prior) -> float:
    """Return the rate of all others together, with the prior's own people among them."""
    taken = sum(each.taken for each in every) - one.taken + prior.a
    could = sum(each.could for each in every) - one.could + prior.a + prior.b
    return taken / could


def chance(trials: Trials, prior: Prior, pooled: float) -> StepChance:
    """Return the posterior of one rate as its mean, band and the probability that it is above `pooled`.

    The posterior is added up over a grid of log odds, where it has no pole at either end.
    """
    a, b = prior.a + trials.taken, prior.b + max(0.0, trials.could - trials.taken)
    logs = [a * of_rate + b * of_rest for of_rate, of_rest in _LOG_RATES]
    top = max(logs)
    weights = [exp(each - top) for each in logs]
    total = sum(weights)
    quantiles: list[float] = []
    passed = above = 0.0
    for rate, weight in zip(_RATES, weights, strict=True):
        before = passed
        passed += weight / total
        quantiles.extend(rate for share in BAND if before < share <= passed)
        if rate > pooled:
            above += weight / total
    low, high = quantiles
    return StepChance(a / (a + b), low, high, above)
