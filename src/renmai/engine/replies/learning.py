"""Chooses the reply model by the events' own past: as shipped, recalibrated, or fitted anew."""

import numpy as np

from renmai.engine.fit import PairSample, fitted, log_loss, recalibrated
from renmai.engine.logistic import Logistic, Numbers
from renmai.engine.replies.features import Past, features
from renmai.engine.replies.model import ReplyModel
from renmai.engine.replies.sent import Truth, Whole

MOST_ROWS = 200_000
"""Acts to learn from; more make a fit slower and hardly better."""
ENOUGH = 30
"""Acts with an answer, and without, below which nothing is learnt."""
EARLIER = 0.75
"""Share of the past on which the models tried are fitted; they are compared on the rest."""
HALF_LIFE = 0.5
"""Share of the past after which an act counts for half: habits and lists change."""
PRIOR_WEIGHT = 100.0
COPIES_PRIOR_WEIGHT = 100.0


def learnt_model(
    shipped: ReplyModel, past: Past, answered: Whole, *, train_until_epoch_s: int, within_s: int
) -> ReplyModel:
    """Return the model to use from a moment on, learnt from acts whose outcome was certain by then.

    An act sent less than `within_s` before the moment is no lesson yet, even where it has been answered:
    those still without an answer could not be counted beside it.
    """
    sent = past.sent
    is_lesson = ~sent.is_silent & ~sent.is_mutual & (sent.at + within_s <= train_until_epoch_s)
    addressed = _lessons(past, answered, is_lesson & ~sent.is_copy, within_s)
    basis, model = _best(shipped.addressed, addressed, within_s=within_s)
    copies = _lessons(past, answered, is_lesson & sent.is_copy, within_s)
    copied = shipped.copied if basis == "shipped" else _nearer(shipped, model)
    if _is_enough(copies):
        copied = fitted(copied, copies, prior_weight=COPIES_PRIOR_WEIGHT)
    return ReplyModel(basis, model, copied)


def _lessons(past: Past, answered: Whole, chosen: Truth, within_s: int) -> PairSample:
    """Return what some of the acts chosen teach, taken evenly over time."""
    rows = np.flatnonzero(chosen)
    rows = rows[:: max(1, -(-len(rows) // MOST_ROWS))]
    at = past.sent.at[rows]
    is_answered = (answered[rows] - at <= within_s).astype(float)
    return PairSample(features(past, rows), is_answered, _fading(at), at.astype(float))


def _fading(at: Whole) -> Numbers:
    """Return weights of mean 1 that halve over half of the past."""
    if not len(at):
        return np.zeros(0)
    span = max(1, int(at.max() - at.min()))
    weight = 0.5 ** ((at.max() - at) / span / HALF_LIFE)
    return np.asarray(weight / weight.mean())


def _best(shipped: Logistic, sample: PairSample, *, within_s: int) -> tuple[str, Logistic]:
    """Fit on the earlier part, try on the later one, and keep what predicted it best.

    With enough to learn from, the shipped model as it stands is not tried: recalibration is regularised
    towards it.
    """
    if not _is_enough(sample):
        return "shipped", shipped
    boundary = np.quantile(sample.moment, EARLIER)
    earlier = sample.only(sample.moment + within_s <= boundary)
    later = sample.only(sample.moment >= boundary)
    if not (_is_enough(earlier) and _is_enough(later)):
        return "recalibrated", recalibrated(shipped, sample)
    tried = {
        "recalibrated": recalibrated(shipped, earlier),
        "refit": fitted(shipped, earlier, prior_weight=PRIOR_WEIGHT),
    }
    best = min(tried, key=lambda basis: log_loss(tried[basis], later))
    if best == "refit":
        return best, fitted(shipped, sample, prior_weight=PRIOR_WEIGHT)
    return best, recalibrated(shipped, sample)


def _is_enough(sample: PairSample) -> bool:
    answered = int(sample.observed.sum())
    return min(answered, len(sample.observed) - answered) >= ENOUGH


def _nearer(shipped: ReplyModel, addressed: Logistic) -> Logistic:
    """Return the shipped model of copies, shifted as the one of addresses was."""
    shift = addressed.intercept - shipped.addressed.intercept
    return Logistic(shipped.copied.intercept + shift, shipped.copied.weights)
