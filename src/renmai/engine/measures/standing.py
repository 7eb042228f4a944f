"""Standing (T4): how much of the other's attention ego gets, 0 to 1, one half among equals.

Four parts, each shrunk towards its middle where little is known: who begins conversations; how often they
answer ego beside how often ego answers them; how fast, likewise; how much of what they send is for ego alone.
"""

import ibis
from ibis.expr.types import NumericValue, Table

from renmai.engine.tables import real

LEAST_ACTS = 4
INITIATIVE, ANSWERS, SPEED, ALONE = 0.3, 0.3, 0.15, 0.25


def standing(sides: Table) -> NumericValue:
    """Return the standing, or null where fewer than four acts tell it."""
    they_answer = _rate(sides.in_answers, sides.out_turns)
    ego_answers = _rate(sides.out_answers, sides.in_turns)
    alone = (_float(sides.in_solo) + real(0.5)) / (_float(sides.in_acts) + real(1.0))
    score = (
        real(INITIATIVE) * _rate(sides.in_starts, sides.in_starts + sides.out_starts)
        + real(ANSWERS) * they_answer / (they_answer + ego_answers)
        + real(SPEED) * _speed(sides)
        + real(ALONE) * ibis.ifelse(sides.in_acts > 0, alone, real(0.0))
    )
    return ibis.ifelse(sides.out_acts + sides.in_acts >= LEAST_ACTS, score, ibis.null("float64"))


def _speed(sides: Table) -> NumericValue:
    """Return one half where both answer equally fast, more where they are faster than ego."""
    ego_wait = sides.out_wait_log / ibis.greatest(_float(sides.out_answers), real(1.0))
    their_wait = sides.in_wait_log / ibis.greatest(_float(sides.in_answers), real(1.0))
    both_answer = (sides.in_answers > 0) & (sides.out_answers > 0)
    faster = real(1.0) / (real(1.0) + ((their_wait - ego_wait) / real(2.0)).exp())
    return ibis.ifelse(both_answer, faster, ibis.ifelse(sides.in_answers > 0, real(0.5), real(0.25)))


def _rate(hits: NumericValue, chances: NumericValue) -> NumericValue:
    chances = ibis.greatest(chances, hits)
    return (_float(hits) + real(1.0)) / (_float(chances) + real(2.0))


def _float(value: NumericValue) -> NumericValue:
    return value.cast("float64")
