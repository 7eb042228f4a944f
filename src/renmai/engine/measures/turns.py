"""Turns: who begins, who answers and how fast, so that class and standing can be explained in words."""

from collections.abc import Mapping

import ibis
from ibis.expr.types import IntegerValue, NumericValue, Table

from renmai.engine.tables import real

LEAST_WAIT_S = 60.0
"""What `flows` adds to every wait before its logarithm is taken."""


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
