"""Who knows whom: the pairs of an ego's people that have a tie of their own, by what the ego could see."""

from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from renmai.domain.refusals import Refused
from renmai.engine import backend
from renmai.engine.measures.weights import is_silent
from renmai.engine.tables import checked, real, sound

MOST_AUDIENCE = 40


class NoSuchEgo(Refused):
    """An ego of whom the events know nothing."""


def knows(events: object, *, ego: Any, is_view: bool = False, memory_limit: str | None = None) -> pa.Table:
    """Return `a, b, probability`, one row per unordered pair of others seen together, `a` below `b`.

    :param is_view: everything in `events` was seen by the ego, even acts in which they took no part
    """
    connection = backend.connect(memory_limit=memory_limit)
    try:
        table = sound(checked(backend.events_table(connection, events)))
        seen = table.filter(~is_silent(table), table.audience <= MOST_AUDIENCE)
        named = seen.mutate(act=seen.act.cast("string"))
        if not is_view:
            mine = named.filter((named.sender == ego) | (named.recipient == ego)).select("act").distinct()
            named = named.semi_join(mine, "act")
        found: pa.Table = connection.to_pyarrow(_pairs(named, ego))
        return found.sort_by([("a", "ascending"), ("b", "ascending")])
    finally:
        connection.disconnect()


def _pairs(events: Table, ego: Any) -> Table:
    sides = events.select("act", person=events.sender).union(
        events.select("act", person=events.recipient), distinct=True
    )
    seats = sides.filter(sides.person != ego)
    sizes = seats.group_by("act").agg(size=seats.count())
    one = seats.join(sizes, "act").select("act", "size", a="person")
    other = seats.select(other_act="act", b="person")
    pairs = one.join(other, (one.act == other.other_act) & (one.a < other.b))
    weight = real(1.0) / (pairs["size"].cast("float64") + real(1.0)).ln()
    shared = pairs.group_by("a", "b").agg(shared=weight.sum())
    logit = real(-2.0) + real(1.5) * (shared.shared + real(1.0)).ln()
    return shared.select("a", "b", probability=real(1.0) / (real(1.0) + (-logit).exp()))
