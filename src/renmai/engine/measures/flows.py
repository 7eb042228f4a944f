"""Flows of a pair: decayed acts each way, contact days, answers and gaps, in one pass over the acts.

Decay is exponential by half-life, as in Interactions Rank (Roth et al., KDD 2010) and its kin. Flows hold
every act; all else counts contact alone (`measures.contact`). A contact day is a UTC day on which either side
acted; a month is 30 days from 1970 on, so that neither depends on a session's zone. Months are kept as bits,
62 to a column, two columns: ten years back from the moment looked from.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
from ibis.expr.types import ArrayValue, IntegerValue, NumericValue, Table, Value

from renmai.engine.measures.acts import (
    asked_at,
    is_answer,
    is_unprompted,
    moment,
    opens_turn,
)
from renmai.engine.tables import SECONDS_PER_DAY, real

HALF_LIVES_DAYS = (7, 30, 90, 365)
HORIZON_DAYS = 90.0
DAYS_PER_MONTH = 30
BITS = 62
LN_2 = 0.6931471805599453
ONE_WAY = (
    *(f"flow_{h}" for h in HALF_LIVES_DAYS),
    "share",
    "acts",
    "solo",
    "last_at",
    "answers",
    "wait_log",
    "turns",
    "turn_at",
    "starts",
    "months",
    "old_months",
)
NEWEST = ("last_at", "turn_at")
BOTH_WAYS = ("first_at", "days_active", "gap_count", "gap_log_sum", "gap_log_square_sum")
NO_NUMBER = ibis.null("int64")


def _of_bits(mask: int) -> Any:
    """Stand for a function of the engine's own; both know these by the same names."""


bits_set = ibis.udf.scalar.builtin(_of_bits, name="bit_count", signature=(("int64",), "int64"))
bits_of_any = ibis.udf.agg.builtin(_of_bits, name="bit_or", signature=(("int64",), "int64"))


def pair_flows(conversations: Table, as_of_epoch_s: Sequence[int], horizon_days: float) -> Table:
    """Return one row per moment and pair, `up_…` for what the lower did, `down_…` for the higher."""
    # one moment need not be carried through the sums: it is the same in all of them
    keys = ("low", "high") if len(as_of_epoch_s) == 1 else ("as_of", "low", "high")
    acts = conversations.mutate(**_per_act(conversations, horizon_days))
    ways = acts.group_by(*keys, "is_up").agg(**_sums(acts))
    sums: dict[str, Value] = {}
    for name in ONE_WAY:
        for side, acted in (("up", ways.is_up), ("down", ~ways.is_up)):
            own = ibis.ifelse(acted, ways[name], NO_NUMBER if name in NEWEST else 0)
            sums[f"{side}_{name}"] = own.max()
    for name in BOTH_WAYS:
        sums[name] = ways[name].min() if name == "first_at" else ways[name].sum()
    sums["gap_median"] = _median(ways.gaps.collect().flatten().sort())
    flows = ways.group_by(*keys).agg(**sums)
    return flows if "as_of" in keys else flows.mutate(as_of=moment(as_of_epoch_s[0]))


def _median(ordered: ArrayValue) -> NumericValue:
    """Return the middle one of numbers in order, or what lies between two; null where there are none."""
    size = ordered.length()
    low, high = (ibis.greatest(at, 0).cast("int32") for at in ((size - 1) // 2, size // 2))
    middle = (ordered[low] + ordered[high]).cast("float64") / real(2.0)
    # Spark takes a place in no array for a mistake
    return ibis.ifelse(size > 0, middle, ibis.null("float64"))


def decay(age_days: NumericValue, half_life_days: int, horizon_days: float) -> NumericValue:
    """Return what is left of an act after a time; half-lives stretch with the horizon looked to."""
    return (age_days * real(-LN_2 / half_life_days / (horizon_days / HORIZON_DAYS))).exp()


def _per_act(acts: Table, horizon_days: float) -> dict[str, Value]:
    age_days = (acts.as_of - acts["at"]).cast("float64") / real(SECONDS_PER_DAY)
    day = acts["at"] // SECONDS_PER_DAY
    gap_days = day - acts.before_at // SECONDS_PER_DAY
    waited = (acts["at"] - asked_at(acts)).cast("float64")
    answers = is_answer(acts)
    month = acts.as_of // (DAYS_PER_MONTH * SECONDS_PER_DAY) - acts["at"] // (
        DAYS_PER_MONTH * SECONDS_PER_DAY
    )
    decayed = {f"decay_{h}": decay(age_days, h, horizon_days) * acts.weight for h in HALF_LIVES_DAYS}
    return decayed | {
        "contact_at": ibis.ifelse(acts.is_contact, acts["at"], NO_NUMBER),
        "contact_share": ibis.ifelse(acts.is_contact, acts.share, real(0.0)),
        "is_new_day": acts.is_contact & (acts.before_at.isnull() | (gap_days > 0)).fill_null(True),
        "gap": ibis.ifelse(acts.is_contact & (gap_days > 0), gap_days, NO_NUMBER),
        "is_answer": acts.is_contact & answers,
        "wait_log": ibis.ifelse(acts.is_contact & answers, (waited + real(60.0)).ln(), ibis.null("float64")),
        "opens": acts.is_contact & opens_turn(acts),
        "starts": acts.is_contact & is_unprompted(acts),
        "months_ago": ibis.ifelse(acts.is_contact, month, NO_NUMBER),
    }


def _sums(acts: Table) -> Mapping[str, Value]:
    gap_log = acts.gap.cast("float64").ln()
    return {
        **{f"flow_{h}": acts[f"decay_{h}"].sum() for h in HALF_LIVES_DAYS},
        "share": acts.contact_share.sum(),
        "acts": acts.contact_at.count(),
        "solo": acts.count(where=acts.is_contact & acts.is_solo),
        "last_at": acts.contact_at.max(),
        "answers": acts.count(where=acts.is_answer),
        "wait_log": acts.wait_log.sum().fill_null(0.0),
        "turns": acts.count(where=acts.opens),
        "turn_at": acts["at"].max(where=acts.opens),
        "starts": acts.count(where=acts.starts),
        "months": _month_bits(acts.months_ago, 0),
        "old_months": _month_bits(acts.months_ago, BITS),
        "first_at": acts.contact_at.min(),
        "days_active": acts.count(where=acts.is_new_day),
        "gap_count": acts.gap.count(),
        "gap_log_sum": gap_log.sum().fill_null(0.0),
        "gap_log_square_sum": (gap_log * gap_log).sum().fill_null(0.0),
        "gaps": acts.gap.cast("int32").collect(where=acts.gap.notnull()),
    }


def _month_bits(months_ago: IntegerValue, start: int) -> IntegerValue:
    is_here = ((months_ago >= start) & (months_ago < start + BITS)).fill_null(False)
    shift = ibis.ifelse(is_here, months_ago - start, ibis.literal(0, type="int64"))
    # a bare 1 would be of 32 bits to Spark, and lose what is shifted further
    return bits_of_any(is_here.cast("int64") << shift)
