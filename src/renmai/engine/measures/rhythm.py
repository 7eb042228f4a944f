"""A pair's own rhythm: the gap in days between two contact days, as it is told and as state is judged by it.

What is told is the median gap, once there are four; before that nothing is usual. State is judged more
tolerantly: on the log scale, half a standard deviation above the mean, so that ten mails in one week and then
a pause of two months do not make a rhythm of one day. Pairs with few gaps are shrunk towards a prior of two
gaps of a month.
"""

import ibis
from ibis.expr.types import NumericValue, Table

from renmai.domain.ties.contact import ENOUGH_GAPS
from renmai.engine.tables import real

PRIOR_GAPS = 2.0
PRIOR_GAP_DAYS = 30.0
PRIOR_LOG_VARIANCE = 1.0
SPREAD = 0.5


def tolerant_days(sides: Table) -> NumericValue:
    """Return the rhythm state is judged by, in days; the prior alone where there is no gap yet."""
    count = sides.gap_count.cast("float64") + real(PRIOR_GAPS)
    prior_log = real(PRIOR_GAP_DAYS).ln()
    mean = (sides.gap_log_sum + real(PRIOR_GAPS) * prior_log) / count
    square = sides.gap_log_square_sum + real(PRIOR_GAPS) * (prior_log * prior_log + real(PRIOR_LOG_VARIANCE))
    variance = ibis.greatest(square / count - mean * mean, real(0.0))
    return (mean + real(SPREAD) * variance.sqrt()).exp()


def rhythm_days(sides: Table) -> NumericValue:
    """Return the usual gap where enough gaps tell it, else null."""
    return ibis.ifelse(sides.gap_count >= ENOUGH_GAPS, sides.gap_median, ibis.null("float64"))
