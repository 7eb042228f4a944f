"""Chooses the strength model by the owner's own past: as shipped, recalibrated, or fitted anew.

What is learnt comes from lessons: pairs as they looked at origins in the past, and what followed. A lesson is
as long as the horizon where the book reaches back far enough, else a third of the book's own past.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from ibis.expr.types import Table

from renmai.engine import statements
from renmai.engine.fit import PairSample, between, fitted, log_loss, recalibrated, shift_of_level
from renmai.engine.history import enough_people, sample_of
from renmai.engine.logistic import Logistic
from renmai.engine.measures.strength import SIGNS
from renmai.engine.model import StrengthModel, shipped_model
from renmai.engine.tables import SECONDS_PER_DAY, Profile

ORIGINS_BACK_LESSONS = (1.0, 1.5, 2.0)
PAST_LESSONS = 3.0
"""The earliest origin has a lesson's length of past to be judged by."""
LEAST_LESSON_SHARE = 1 / 5
"""A lesson shorter than this part of the horizon says nothing of it."""
YOUNG_HORIZONS = 4.0
"""With less past (a year, for ninety days) levels are learnt, and no coefficients."""
ENOUGH_MET = 50
"""With fewer in touch after an origin a fit says less of a book than what many books teach."""
PRIOR_WEIGHT = 50.0
LEVEL_PRIOR_WEIGHT = 5.0
"""Of the shipped level: as much as some twenty pairs of even chance would hold it."""
SLOPE_PRIOR_WEIGHT = 50.0
DRIFT = 0.4
"""In log-odds: how far a young book's level strays between its last lessons and the horizon to come."""


def chosen_model(
    connection: Any,
    events: Table,
    profile: Profile,
    *,
    as_of_epoch_s: int,
    horizon_days: float,
    egos: Sequence[object] | None,
    refit: str,
    prior: StrengthModel | None = None,
) -> StrengthModel:
    """Return the model to use as of a moment, having looked at nothing from that moment on.

    `never` takes the shipped one, `always` fits anew wherever anything can be learnt. `auto` keeps the one of
    three with the least mean loss over the origins, each judged by what the others taught. `prior` stands for
    the shipped one where coefficients are being judged.
    """
    shipped = prior or shipped_model()
    if refit == "never" or profile.first_at_epoch_s is None:
        return shipped
    past_days = (as_of_epoch_s - profile.first_at_epoch_s) / SECONDS_PER_DAY
    lesson_days = min(horizon_days, past_days / PAST_LESSONS)
    if lesson_days < horizon_days * LEAST_LESSON_SHARE:
        return shipped
    origins = [int(as_of_epoch_s - back * lesson_days * SECONDS_PER_DAY) for back in ORIGINS_BACK_LESSONS]
    past = statements.named(connection, _before, (events,), {"as_of_epoch_s": as_of_epoch_s})
    sample = sample_of(
        connection,
        past,
        profile,
        as_of_epoch_s=origins,
        horizon_days=lesson_days,
        egos=egos,
        some=enough_people(connection, past, egos),
    )
    return model_from(shipped, sample, refit=refit, is_young=past_days < YOUNG_HORIZONS * horizon_days)


def _before(events: Table, *, as_of_epoch_s: Any) -> Table:
    return events.filter(events.at_epoch_s < as_of_epoch_s)


def model_from(shipped: StrengthModel, sample: PairSample, *, refit: str, is_young: bool) -> StrengthModel:
    """Return the model for a sample of the owner's past, seen from some origins."""
    prior = shipped.logistic
    if refit == "always" and sample.observed.any():
        return StrengthModel("refit", _refitted(prior, sample))
    origins = np.unique(sample.moment)
    met = [sample.observed[sample.moment == origin] for origin in origins]
    if len(origins) < len(ORIGINS_BACK_LESSONS) or not sample.observed.any():
        return shipped
    ways = {"recalibrated": _recalibrated_young if is_young else _recalibrated}
    if not is_young and all(ENOUGH_MET <= each.sum() < len(each) for each in met):
        ways["refit"] = _refitted
    mean_loss = {
        basis: np.mean([_loss_left_out(fit, prior, sample, origin) for origin in origins])
        for basis, fit in {"shipped": _unchanged, **ways}.items()
    }
    best = min(mean_loss, key=lambda basis: mean_loss[basis])
    return StrengthModel(best, ways[best](prior, sample)) if best in ways else shipped


def _loss_left_out(fit: Any, prior: Logistic, sample: PairSample, origin: float) -> float:
    """Return how badly what the other origins taught tells what followed one."""
    is_here = sample.moment == origin
    return log_loss(fit(prior, sample.only(~is_here)), sample.only(is_here))


def _unchanged(prior: Logistic, _sample: PairSample) -> Logistic:
    return prior


def _recalibrated(prior: Logistic, sample: PairSample) -> Logistic:
    return recalibrated(
        prior,
        sample,
        around=prior.intercept,
        level_prior_weight=LEVEL_PRIOR_WEIGHT,
        slope_prior_weight=SLOPE_PRIOR_WEIGHT,
    )


def _recalibrated_young(prior: Logistic, sample: PairSample) -> Logistic:
    """Return the shipped model recalibrated as far as the lessons say more than a place's drift would.

    The lessons of a young book are all of its last months: livelier ones than usual teach a level that does
    not last, however many pairs they hold. Of a shift the share 1 - drift² / shift² is followed, the positive
    part of James and Stein's estimator (1961) with the drift as its noise: a small one not at all, one of
    another kind of place nearly whole.
    """
    model = _recalibrated(prior, sample)
    shift = model.intercept - prior.intercept
    return between(prior, model, max(0.0, 1.0 - (DRIFT / shift) ** 2) if shift else 0.0)


def _refitted(prior: Logistic, sample: PairSample) -> Logistic:
    """Return the coefficients fitted anew, their level held within what was observed after the origins."""
    model = fitted(
        prior, sample, prior_weight=PRIOR_WEIGHT, signs=SIGNS, intercept_prior_weight=LEVEL_PRIOR_WEIGHT
    )
    return within_observed(model, sample)


def within_observed(model: Logistic, sample: PairSample) -> Logistic:
    """Return the model with the intercept nearest to its own that is right at one origin or between two."""
    shifts = [
        shift_of_level(model, part)
        for part in (sample.only(sample.moment == origin) for origin in np.unique(sample.moment))
        if 0 < part.observed.sum() < len(part.observed)
    ]
    shift = min(max(0.0, min(shifts)), max(shifts)) if shifts else 0.0
    return Logistic(model.intercept + shift, model.weights)
