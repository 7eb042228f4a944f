"""Chooses the strength model by the owner's own past: as shipped, recalibrated, or fitted anew."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from ibis.expr.types import Table

from renmai.engine.fit import Sample, fit_from, log_loss, recalibrated
from renmai.engine.history import enough_people, sample_of
from renmai.engine.model import StrengthModel, shipped_model
from renmai.engine.tables import SECONDS_PER_DAY, Profile

LOOKS_BACK_HORIZONS = (1.0, 1.25, 1.5)
ENOUGH_MET = 20
ENOUGH_PAST_HORIZONS = 2.5
PULL = 200.0


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
    earlier looks back, tries the three on the latest, and keeps the one that foresaw it best. `prior` stands
    for the shipped one where coefficients are being judged.
    """
    shipped = prior or shipped_model()
    horizon_s = horizon_days * SECONDS_PER_DAY
    if refit == "never" or profile.first_at_epoch_s is None:
        return shipped
    if as_of_epoch_s - profile.first_at_epoch_s < ENOUGH_PAST_HORIZONS * horizon_s:
        return shipped
    looks = [int(as_of_epoch_s - back * horizon_s) for back in LOOKS_BACK_HORIZONS]
    known = events.filter(events.at_epoch_s < as_of_epoch_s)
    enough = enough_people(connection, known, egos)
    sample = sample_of(
        connection,
        known,
        profile,
        as_of_epoch_s=looks,
        horizon_days=horizon_days,
        egos=enough if egos is None else egos,
        alters=None if egos is None else enough,
    )
    return model_from(shipped, sample, looks, refit)


def model_from(shipped: StrengthModel, sample: Sample, looks: Sequence[int], refit: str) -> StrengthModel:
    """Return the model for a sample of the owner's past."""
    total = int(sample.met.sum())
    if refit == "always" and total:
        return fit_from(shipped, sample, basis="refit", pull=PULL)
    latest = sample.only(sample.moment == max(looks))
    earlier = sample.only(sample.moment < max(looks))
    if min(earlier.met.sum(), latest.met.sum()) < ENOUGH_MET or np.all(earlier.met == 1.0):
        return shipped
    tried = {
        "shipped": shipped,
        "recalibrated": recalibrated(shipped, earlier, basis="recalibrated"),
        "refit": fit_from(shipped, earlier, basis="refit", pull=PULL),
    }
    best = min(tried, key=lambda basis: log_loss(tried[basis], latest))
    if best == "refit":
        return fit_from(shipped, sample, basis="refit", pull=PULL)
    return recalibrated(shipped, sample, basis="recalibrated") if best == "recalibrated" else shipped
