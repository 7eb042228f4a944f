"""Strength (T3): the features of a tie, each named with the reason it gives; how a model turns them into a probability.

Every feature goes one way only: more contact, later contact, fewer recipients never lower a feature of sign +1 nor
raise one of sign -1. With coefficients held to those signs, strength falls with silence, rises with answers, and never
rises when an audience grows, whatever the data it was fitted on.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
from ibis.expr.types import NumericValue, Table

from renmai.engine.measures.flows import HALF_LIVES_DAYS
from renmai.engine.tables import SECONDS_PER_DAY, real

NEVER_DAYS = 3650.0
LEAST_FLOW = 0.01
LEAST_ACTIVITY = 0.1
HORIZON_DAYS = 90.0


@dataclass(frozen=True, slots=True)
class Feature:
    """A number a model weighs: the reason it belongs to, and the sign its coefficient must have (0: either)."""

    name: str
    reason: str
    sign: int


FEATURES = (
    *(Feature(f"out_{h}", "from_me", 1) for h in HALF_LIVES_DAYS),
    *(Feature(f"in_{h}", "from_them", 1) for h in HALF_LIVES_DAYS),
    *(Feature(f"two_way_{h}", "two_way_recent", 1) for h in HALF_LIVES_DAYS),
    Feature("out_age", "silence", -1),
    Feature("in_age", "silence", -1),
    Feature("both_age", "silence", -1),
    Feature("any_age", "silence", -1),
    Feature("solo", "one_to_one", 1),
    Feature("days", "long_history", 1),
    Feature("months", "long_history", 1),
    Feature("ego_out_30", "own_activity", 1),
    Feature("ego_in_30", "own_activity", 1),
    Feature("ego_out_90", "own_activity", 1),
    Feature("ego_in_90", "own_activity", 1),
    Feature("horizon", "horizon", 0),
)
REASONS = tuple(dict.fromkeys(feature.reason for feature in FEATURES if feature.reason != "horizon"))


def features(sides: Table, horizon_days: float) -> Mapping[str, NumericValue]:
    """Return every feature of `FEATURES` as an expression on sides with their activity."""
    values: dict[str, NumericValue] = {}
    for h in HALF_LIVES_DAYS:
        sent, got = sides[f"out_flow_{h}"], sides[f"in_flow_{h}"]
        values[f"out_{h}"] = (sent + real(LEAST_FLOW)).ln()
        values[f"in_{h}"] = (got + real(LEAST_FLOW)).ln()
        values[f"two_way_{h}"] = ((sent * got).sqrt() + real(LEAST_FLOW)).ln()
    values["out_age"] = _log_age(sides, sides.out_last_at)
    values["in_age"] = _log_age(sides, sides.in_last_at)
    values["both_age"] = ibis.greatest(values["out_age"], values["in_age"])
    values["any_age"] = ibis.least(values["out_age"], values["in_age"])
    values["solo"] = (sides.out_solo_flow + sides.in_solo_flow + real(LEAST_FLOW)).ln()
    values["days"] = (sides.days_active.cast("float64") + real(1.0)).ln()
    values["months"] = (sides.months_two_way.cast("float64") + real(1.0)).ln()
    for name in ("ego_out_30", "ego_in_30", "ego_out_90", "ego_in_90"):
        values[name] = (sides[name] + real(LEAST_ACTIVITY)).ln()
    values["horizon"] = real(horizon_days / HORIZON_DAYS).ln()
    return values


def _log_age(sides: Table, last_at: NumericValue) -> NumericValue:
    age_days = ((sides.as_of - last_at).cast("float64") / real(SECONDS_PER_DAY)).fill_null(NEVER_DAYS)
    return (ibis.least(age_days, real(NEVER_DAYS)) + real(1.0)).ln()
