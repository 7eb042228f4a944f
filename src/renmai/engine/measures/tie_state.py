"""Tie state (T5): active, cooling or dormant, judged by the pair's own rhythm.

More than twice the rhythm is cooling, more than eight times dormant. No tie cools within two weeks,
whatever its rhythm, nor stays active through half a year of silence; none is dormant within two months, all
are after two years. Whoever only is written to does not keep a tie active: half a year of the other's own
silence cools it.
"""

import ibis
from ibis.expr.types import IntegerValue, NumericValue, StringValue, Table

from renmai.engine.tables import SECONDS_PER_DAY, real

COOLING_TIMES = 2.0
DORMANT_TIMES = 8.0
COOLING_DAYS = (14.0, 180.0)
DORMANT_DAYS = (60.0, 730.0)


def tie_state(sides: Table) -> StringValue:
    """Return the state; a pair without any evidence is dormant."""
    last_at = ibis.greatest(
        sides.out_last_at.coalesce(sides.in_last_at), sides.in_last_at.coalesce(sides.out_last_at)
    )
    silent_days = _days_since(sides, last_at)
    their_silent_days = _days_since(sides, sides.in_last_at.coalesce(sides.first_at))
    return ibis.cases(
        (last_at.isnull(), "dormant"),
        (silent_days > _bounded(sides, DORMANT_TIMES, DORMANT_DAYS), "dormant"),
        (silent_days > _bounded(sides, COOLING_TIMES, COOLING_DAYS), "cooling"),
        (their_silent_days > real(COOLING_DAYS[1]), "cooling"),
        else_="active",
    )


def _days_since(sides: Table, at: IntegerValue) -> NumericValue:
    return (sides.as_of - at).cast("float64") / real(SECONDS_PER_DAY)


def _bounded(sides: Table, times: float, days: tuple[float, float]) -> NumericValue:
    least, most = days
    return ibis.least(ibis.greatest(sides.tolerance * real(times), real(least)), real(most))
