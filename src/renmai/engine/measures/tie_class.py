"""Tie class (T2): pseudo, weak or strong, from the evidence of the whole history.

Pseudo: no two-way exchange. Each side must have given the other a quarter of a full address (one letter
among at most fifteen recipients, or several copies), so a name in one long Cc line is not an exchange;
broadcasts and robots count nothing. Strong: sustained, that is contact both ways, personally addressed, in
six months or more, or in three months or more with at least 24 contact days. Silence does not undo a class;
that is what state is for.
"""

import ibis
from ibis.expr.types import StringValue, Table

from renmai.domain.ties.ties import DENSE, LONG
from renmai.engine.tables import real

EXCHANGE_SHARE = 0.25


def tie_class(sides: Table) -> StringValue:
    """Return the class the evidence says."""
    is_two_way = (sides.out_share >= real(EXCHANGE_SHARE)) & (sides.in_share >= real(EXCHANGE_SHARE))
    is_long = (sides.months_two_way >= LONG.months) & (sides.days_active >= LONG.days)
    is_dense = (sides.months_two_way >= DENSE.months) & (sides.days_active >= DENSE.days)
    return ibis.cases((~is_two_way, "pseudo"), (is_long | is_dense, "strong"), else_="weak")
