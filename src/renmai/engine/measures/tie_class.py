"""Tie class (T2): pseudo, weak or strong, from the evidence of the whole history.

Pseudo: no two-way exchange. Each side must have given the other a quarter of a full address (one letter
among at most fifteen recipients, or several copies), so a name in one long Cc line is not an exchange;
broadcasts and robots count nothing. Strong: sustained, that is contact both ways, personally addressed, in
six months or more, or in three months or more with at least 24 contact days. Silence does not undo a class;
that is what state is for.
"""

import ibis
from ibis.expr.types import StringValue, Table

from renmai.engine.tables import real

EXCHANGE_SHARE = 0.25
LONG_MONTHS, LONG_DAYS = 6, 8
DENSE_MONTHS, DENSE_DAYS = 3, 24


def tie_class(sides: Table) -> StringValue:
    """Return the class the evidence says."""
    is_two_way = (sides.out_share >= real(EXCHANGE_SHARE)) & (sides.in_share >= real(EXCHANGE_SHARE))
    is_long = (sides.months_two_way >= LONG_MONTHS) & (sides.days_active >= LONG_DAYS)
    is_dense = (sides.months_two_way >= DENSE_MONTHS) & (sides.days_active >= DENSE_DAYS)
    return ibis.cases((~is_two_way, "pseudo"), (is_long | is_dense, "strong"), else_="weak")
