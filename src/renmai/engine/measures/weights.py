"""What one act is worth as evidence, by its kind, its addressing and how many received it.

An act to many says less about each: its share is 1/log2(1 + audience) (Adamic and Adar's discount, also
used for mail by De Choudhury et al., WWW 2010). A copy counts half an address. The kinds' weights say how
much attention an act of the kind takes beside a mail; they are conventions, not fitted, because no open
data set holds several kinds.
"""

import ibis
from ibis.expr.types import BooleanValue, NumericValue, Table

from renmai.domain.ties.contact import COPY_ROLES
from renmai.engine.tables import real

KIND_WEIGHTS = {
    "mail": 1.0,
    "message": 1.0,
    "note": 1.0,
    "call": 2.0,
    "gift": 3.0,
    "help": 3.0,
    "event": 3.0,
    "meeting": 3.0,
    "meal": 4.0,
    "cooperation": 5.0,
}
SILENT_KINDS = ("mass", "automatic")
MUTUAL_KINDS = ("meeting", "meal", "event", "cooperation")
COPY_FACTOR = 0.5


def is_silent(events: Table) -> BooleanValue:
    """Return whether an act says nothing of a tie: a broadcast, or written by a machine."""
    return events.kind.isin(SILENT_KINDS).fill_null(False)


def is_mutual(events: Table) -> BooleanValue:
    """Return whether both sides are in the act at once, so that nobody answers anybody."""
    return events.kind.isin(MUTUAL_KINDS).fill_null(False)


def kind_weight(events: Table) -> NumericValue:
    """Return the kind's weight; a kind not in the table weighs as much as a mail."""
    branches = [(events.kind == kind, real(weight)) for kind, weight in KIND_WEIGHTS.items() if weight != 1.0]
    return ibis.cases(*branches, else_=real(1.0))


def share(events: Table) -> NumericValue:
    """Return how much of an act was meant for this recipient, 0 to 1."""
    address = ibis.ifelse(events.role.isin(COPY_ROLES).fill_null(False), real(COPY_FACTOR), real(1.0))
    return address * (real(2.0).ln() / (events.audience.cast("float64") + real(1.0)).ln())
