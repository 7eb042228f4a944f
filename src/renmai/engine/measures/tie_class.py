"""Tie class (T2): pseudo, weak or strong, from the evidence of the whole history.

Pseudo: no two-way exchange. Each side must have addressed or answered the other at least once
(`measures.contact`), so copies in the same crowd are no exchange, however many; broadcasts and robots count
nothing. Strong: sustained, that is contact both ways in six months or more, or in three months or more with
at least 24 contact days. Silence does not undo a class; that is what state is for.
"""

import ibis
from ibis.expr.types import StringValue, Table

from renmai.domain.ties.ties import DENSE, LONG


def tie_class(sides: Table) -> StringValue:
    """Return the class the evidence says."""
    is_two_way = (sides.out_acts > 0) & (sides.in_acts > 0)
    is_long = (sides.months_two_way >= LONG.months) & (sides.days_active >= LONG.days)
    is_dense = (sides.months_two_way >= DENSE.months) & (sides.days_active >= DENSE.days)
    return ibis.cases((~is_two_way, "pseudo"), (is_long | is_dense, "strong"), else_="weak")
