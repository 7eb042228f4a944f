"""Chooses the strength model by the owner's own past: as shipped, recalibrated, or fitted anew."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from ibis.expr.types import Table

from renmai.engine import statements
from renmai.engine.fit import PairSample, fitted, log_loss, recalibrated
from renmai.engine.history import enough_people, sample_of
from renmai.engine.logistic import Logistic
from renmai.engine.measures.strength import SIGNS
from renmai.engine.model import StrengthModel, shipped_model
from renmai.engine.tables import SECONDS_PER_DAY, Profile

LESSON_DAYS, LESSON_SHARE = 30.0, 1 / 3
"""A lesson looks no further ahead than a month, or a third of the horizon: a fresh past teaches better."""
LOOKS_BACK_LESSONS = (1.0, 1.5)
ENOUGH_MET = 50
"""Fewer say less of a book than what many books teach."""
ENOUGH_PAST_LESSONS = 2.5
PRIOR_WEIGHT = 50.0


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

    `never` takes the shipped one, `always` fits anew wherever anything can be learnt. `auto` fits on the
    earlier look back, tries the three on the latest, and keeps the one that predicted it best. `prior` stands
    for the shipped one where coefficients are being judged.
    """
    shipped = prior or shipped_model()
    lesson_days = min(horizon_days, max(LESSON_DAYS, horizon_days * LESSON_SHARE))
    lesson_s = lesson_days * SECONDS_PER_DAY
    if refit == "never" or profile.first_at_epoch_s is None:
        return shipped
    if as_of_epoch_s - profile.first_at_epoch_s < ENOUGH_PAST_LESSONS * lesson_s:
        return shipped
    looks = [int(as_of_epoch_s - back * lesson_s) for back in LOOKS_BACK_LESSONS]
    past = statements.named(connection, _before, (events,), {"as_of_epoch_s": as_of_epoch_s})
    sample = sample_of(
        connection,
        past,
        profile,
        as_of_epoch_s=looks,
        horizon_days=lesson_days,
        egos=egos,
        some=enough_people(connection, past, egos),
    )
    return model_from(shipped, sample, looks, refit)


def _before(events: Table, *, as_of_epoch_s: Any) -> Table:
    return events.filter(events.at_epoch_s < as_of_epoch_s)


def model_from(shipped: StrengthModel, sample: PairSample, looks: Sequence[int], refit: str) -> StrengthModel:
    """Return the model for a sample of the owner's past."""
    prior = shipped.logistic
    if refit == "always" and sample.observed.any():
        return StrengthModel("refit", _refitted(prior, sample))
    latest = sample.only(sample.moment == max(looks))
    earlier = sample.only(sample.moment < max(looks))
    if min(earlier.observed.sum(), latest.observed.sum()) < ENOUGH_MET or np.all(earlier.observed == 1.0):
        return shipped
    ways = {"recalibrated": _recalibrated, "refit": _refitted}
    tried = {"shipped": prior, **{basis: fit(prior, earlier) for basis, fit in ways.items()}}
    best = min(tried, key=lambda basis: log_loss(tried[basis], latest))
    return StrengthModel(best, ways[best](prior, sample)) if best in ways else shipped


def _recalibrated(prior: Logistic, sample: PairSample) -> Logistic:
    return recalibrated(prior, sample, around=prior.intercept)


def _refitted(prior: Logistic, sample: PairSample) -> Logistic:
    return fitted(prior, sample, prior_weight=PRIOR_WEIGHT, signs=SIGNS)
