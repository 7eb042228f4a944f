"""Reciprocity: the lesser direction over the greater, by undecayed share, 0 to 1."""

import ibis
from ibis.expr.types import NumericValue, Table

from renmai.engine.tables import real


def reciprocity(sides: Table) -> NumericValue:
    """Return 1 where both gave the same, 0 where one never did."""
    greater = ibis.greatest(sides.out_share, sides.in_share)
    return ibis.ifelse(greater > real(0.0), ibis.least(sides.out_share, sides.in_share) / greater, real(0.0))
