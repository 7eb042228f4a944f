"""Turns: who begins, who answers and how fast, so that class and standing can be explained in words."""

from collections.abc import Mapping

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, NumericValue, Table

from renmai.engine.measures.acts import TURN_DAYS
from renmai.engine.tables import SECONDS_PER_DAY, real

LEAST_WAIT_S = 60.0
"""What `flows` adds to every wait before its logarithm is taken."""
LEAST_USUAL_S = float(SECONDS_PER_DAY)
"""However fast somebody usually answers, a day's silence is no refusal."""
UNKNOWN_USUAL_S = float(TURN_DAYS * SECONDS_PER_DAY)
"""How long a letter waits before it is unanswered, where no answer shows what is usual."""


def settled_turns(sides: Table) -> Mapping[str, IntegerValue]:
    """Return the turns each side gave, without one that waits no longer than the other usually takes.

    Until that has passed, a letter is neither answered nor unanswered.
    """
    return {
        f"{way}_turns": sides[f"{way}_turns"] - _is_young(sides, way, other).cast("int64")
        for way, other in (("out", "in"), ("in", "out"))
    }


def _is_young(sides: Table, way: str, other: str) -> BooleanValue:
    """Return whether the last turn a side gave waits, and for no longer than the other usually takes."""
    turn_at, last_at = sides[f"{way}_turn_at"], sides[f"{other}_last_at"]
    wait_s = _wait(sides[f"{other}_wait_log"], sides[f"{other}_answers"]).fill_null(UNKNOWN_USUAL_S)
    usual_s = ibis.greatest(wait_s, real(LEAST_USUAL_S))
    waits = last_at.isnull() | (turn_at > last_at)
    waited_s = (sides.as_of - turn_at).cast("float64")
    return (waits & (waited_s <= usual_s)).fill_null(False)


def turns(sides: Table) -> Mapping[str, NumericValue]:
    """Return the columns: counts of acts, and usual waits in seconds (geometric mean), null for no answer.

    `turns_…` are chances to answer that the side gave the other; `answers_…` what that side answered.
    """
    return {
        "months_two_way": sides.months_two_way.cast("int64"),
        "starts_out": sides.out_starts,
        "starts_in": sides.in_starts,
        "turns_out": sides.out_turns,
        "turns_in": sides.in_turns,
        "answers_out": sides.out_answers,
        "answers_in": sides.in_answers,
        "wait_out_s": _wait(sides.out_wait_log, sides.out_answers),
        "wait_in_s": _wait(sides.in_wait_log, sides.in_answers),
        "solo_in": sides.in_solo,
    }


def _wait(log_sum: NumericValue, answers: IntegerValue) -> NumericValue:
    count = ibis.greatest(answers.cast("float64"), real(1.0))
    wait = ibis.greatest((log_sum / count).exp() - real(LEAST_WAIT_S), real(0.0))
    return ibis.ifelse(answers > 0, wait, ibis.null("float64"))
