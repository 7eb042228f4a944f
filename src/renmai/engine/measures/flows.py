"""Flows of a pair: decayed acts each way, contact days, exchanges, answers and gaps, in one pass over the acts.

Decay is exponential by half-life, as in Interactions Rank (Roth et al., KDD 2010) and its kin. A contact day is a UTC
day on which either side acted; a month is 30 days from 1970 on, so that neither depends on a session's zone. Months
are kept as bits, 62 to a column, two columns: ten years back from the moment looked from.
"""

from collections.abc import Mapping

import ibis
from ibis.expr.types import IntegerValue, NumericValue, Table, Value

from renmai.engine.measures.acts import PERSONAL_SHARE, is_answer, is_unprompted, opens_turn
from renmai.engine.tables import SECONDS_PER_DAY, real

HALF_LIVES_DAYS = (7, 30, 90, 365)
HORIZON_DAYS = 90.0
DAYS_PER_MONTH = 30
BITS = 62
LN_2 = 0.6931471805599453
NOTHING = ibis.null("int64")


@ibis.udf.scalar.builtin(name="bit_count", signature=(("int64",), "int64"))
def bits_set(mask: int) -> int:
    """Count the bits set; DuckDB and Spark know it by this name."""


def pair_flows(placed: Table, horizon_days: float) -> Table:
    """Return one row per moment and pair, `up_…` for what `lo` did and `down_…` for what `hi` did."""
    table = placed.mutate(**_per_act(placed, horizon_days / HORIZON_DAYS))
    sums: dict[str, Value] = {}
    for side, acted in (("up", table.is_up), ("down", ~table.is_up)):
        sums |= {f"{side}_{name}": value for name, value in _one_way(table, acted).items()}
    return table.group_by("as_of", "lo", "hi").agg(**sums, **_both_ways(table))


def _per_act(acts: Table, stretch: float) -> dict[str, Value]:
    age_days = (acts.as_of - acts["at"]).cast("float64") / real(SECONDS_PER_DAY)
    day = acts["at"] // SECONDS_PER_DAY
    gap_days = (day - acts.before_at // SECONDS_PER_DAY).cast("float64")
    waited = (acts["at"] - acts.asked_at.coalesce(acts.before_at)).cast("float64")
    answers = is_answer(acts)
    month = acts.as_of // (DAYS_PER_MONTH * SECONDS_PER_DAY) - acts["at"] // (DAYS_PER_MONTH * SECONDS_PER_DAY)
    decayed = {f"decay_{h}": (age_days * real(-LN_2 / h / stretch)).exp() * acts.weight for h in HALF_LIVES_DAYS}
    return decayed | {
        "is_new_day": (acts.before_at.isnull() | (gap_days > 0)).fill_null(True),
        "gap_log": ibis.ifelse(gap_days > 0, gap_days.ln(), ibis.null("float64")),
        "is_answer": answers,
        "wait_log": ibis.ifelse(answers, (waited + real(60.0)).ln(), ibis.null("float64")),
        "opens": opens_turn(acts),
        "starts": is_unprompted(acts),
        "months_ago": ibis.ifelse(acts.share >= PERSONAL_SHARE, month, NOTHING),
    }


def _one_way(table: Table, acted: Value) -> Mapping[str, Value]:
    flows: dict[str, Value] = {
        f"flow_{h}": _sum(ibis.ifelse(acted, table[f"decay_{h}"], real(0.0))) for h in HALF_LIVES_DAYS
    }
    return flows | {
        "acts": _count(acted),
        "share": _sum(ibis.ifelse(acted, table.share, real(0.0))),
        "solo": _count(acted & table.is_solo),
        "last_at": ibis.ifelse(acted, table["at"], NOTHING).max(),
        "answers": _count(acted & table.is_answer),
        "wait_log": _sum(ibis.ifelse(acted, table.wait_log, ibis.null("float64"))),
        "turns": _count(acted & table.opens),
        "starts": _count(acted & table.starts),
        "months": _month_bits(table.months_ago, acted, 0),
        "old_months": _month_bits(table.months_ago, acted, BITS),
    }


def _both_ways(table: Table) -> Mapping[str, Value]:
    return {
        "days_active": _count(table.is_new_day),
        "first_at": table["at"].min(),
        "gap_count": table.gap_log.count().cast("int64"),
        "gap_log_sum": _sum(table.gap_log),
        "gap_log_square_sum": _sum(table.gap_log * table.gap_log),
    }


def _sum(value: NumericValue) -> NumericValue:
    return value.sum().fill_null(real(0.0))


def _count(condition: Value) -> IntegerValue:
    return condition.cast("int64").sum()


def _month_bits(months_ago: IntegerValue, acted: Value, start: int) -> IntegerValue:
    is_here = acted & (months_ago >= start) & (months_ago < start + BITS)
    shift = ibis.ifelse(is_here, months_ago - start, ibis.literal(0, type="int64"))
    bit = ibis.literal(1, type="int64") << shift
    return ibis.ifelse(is_here, bit, ibis.literal(0, type="int64")).bit_or()
