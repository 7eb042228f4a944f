"""The features of a tie that strength (T3) is judged by, each with the reason it gives.

Time is counted in units of the horizon (ninety days as they are, thirty days three times as fast), so that
one set of coefficients serves every horizon. What one side gives beyond the other's counts as two acts at
most, and less the more often it went unanswered: sixty letters in vain promise less than two. How long the
last contact is past, beside how long the pair is known, is the recency of Fader, Hardie and Lee's
buy-till-you-die models (Marketing Science, 2005). How lately either of the two was in touch with anybody says
what the pair's own silence means: somebody who left answers nobody.

Every feature goes one way only: more answered contact, later contact, fewer recipients never lower a feature
of sign 1 nor raise one of sign -1. With coefficients held to those signs, strength falls with silence, rises
with answers and never rises when an audience grows, whatever the data it was fitted on.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
from ibis.expr.types import IntegerValue, NumericValue, Table

from renmai.engine.measures.flows import HALF_LIVES_DAYS, HORIZON_DAYS, LN_2
from renmai.engine.tables import SECONDS_PER_DAY, real

NEVER_DAYS = 3650.0
UNANSWERED_ACTS = 2.0
PATIENCE_ACTS = 20.0
MEMORY_DAYS = 365.0
LEAST_FLOW = 0.02


@dataclass(frozen=True, slots=True)
class Feature:
    """A number a model weighs: the reason it belongs to, and the sign its coefficient must have."""

    name: str
    reason: str
    sign: int


FEATURES = (
    Feature("contact_7", "two_way_recent", 1),
    Feature("contact_30", "two_way_recent", 1),
    Feature("contact_90", "long_history", 1),
    Feature("contact_365", "long_history", 1),
    Feature("both_lapse", "two_way_recent", -1),
    Feature("any_age", "silence", -1),
    Feature("days", "long_history", 1),
    Feature("ego_out_age", "own_activity", -1),
    Feature("ego_in_age", "own_activity", -1),
    Feature("alter_out_age", "silence", -1),
    Feature("alter_in_age", "silence", -1),
)
SIGNS = {feature.name: feature.sign for feature in FEATURES}
REASONS = tuple(dict.fromkeys(feature.reason for feature in FEATURES))


def features(sides: Table, horizon_days: float) -> Mapping[str, NumericValue]:
    """Return every feature of `FEATURES` as an expression on sides with both people's activity."""
    stretch = horizon_days / HORIZON_DAYS
    surplus_weight = _surplus_weight(sides)
    values = {
        f"contact_{h}": (
            _answered(sides[f"out_flow_{h}"], sides[f"in_flow_{h}"], surplus_weight) + real(LEAST_FLOW)
        ).ln()
        for h in HALF_LIVES_DAYS
    }
    out_age, in_age = _log_age(sides, sides.out_last_at, stretch), _log_age(sides, sides.in_last_at, stretch)
    known_age = _log_age(sides, sides.first_at, stretch)
    values["any_age"] = ibis.least(out_age, in_age)
    values["both_lapse"] = ibis.least(ibis.greatest(out_age, in_age) - known_age, real(0.0))
    values["days"] = (_remembered_days(sides, ibis.least(out_age, in_age)) + real(1.0)).ln()
    for name in ("ego_out", "ego_in", "alter_out", "alter_in"):
        values[f"{name}_age"] = _log_age(sides, sides[f"{name}_last_at"], stretch)
    return values


def _surplus_weight(sides: Table) -> NumericValue:
    """Return 1 to 0: how much one side's surplus still counts after what went unanswered.

    The mean of a Beta posterior: an answered act speaks for an answer, `PATIENCE_ACTS` in vain against it.
    """
    answered = ibis.least(sides.out_acts, sides.in_acts).cast("float64") + real(1.0)
    in_vain = (sides.out_acts - sides.in_acts).abs().cast("float64") / real(PATIENCE_ACTS)
    return answered / (answered + in_vain)


def _answered(sent: NumericValue, got: NumericValue, surplus_weight: NumericValue) -> NumericValue:
    """Return the flow of both directions, what one gave beyond the other's bounded and weighted."""
    beyond = ibis.least((sent - got).abs(), real(UNANSWERED_ACTS))
    return real(2.0) * ibis.least(sent, got) + beyond * surplus_weight


def _remembered_days(sides: Table, any_age: NumericValue) -> NumericValue:
    """Return the contact days that were answered and one more, halved by every year of silence since."""
    answered = ibis.least(sides.out_acts, sides.in_acts).cast("float64") * real(2.0) + real(1.0)
    silent_days = any_age.exp() - real(1.0)
    return (
        ibis.least(sides.days_active.cast("float64"), answered)
        * (silent_days * real(-LN_2 / MEMORY_DAYS)).exp()
    )


def _log_age(sides: Table, at: IntegerValue, stretch: float) -> NumericValue:
    age_days = ((sides.as_of - at).cast("float64") / real(SECONDS_PER_DAY * stretch)).fill_null(NEVER_DAYS)
    return (ibis.least(age_days, real(NEVER_DAYS)) + real(1.0)).ln()
