"""A pair seen from each of its two sides: ego and alter, out and in."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import Table

from renmai.engine.measures.acts import PERSON_BITS
from renmai.engine.measures.flows import BOTH_WAYS, ONE_WAY, bits_set

MONTHS = ("months", "old_months")


def sides(pairs: Table, people: Table, egos: Sequence[object] | None) -> Table:
    """Return two rows per pair, `out_…` what ego did, `in_…` what alter did; only of `egos` where given."""
    looks = ibis.memtable({"from_low": [True, False]}, schema=ibis.schema({"from_low": "boolean"}))
    numbered = pairs.mutate(low=pairs.pair >> PERSON_BITS, high=pairs.pair & (2**PERSON_BITS - 1))
    both = numbered.cross_join(looks).select(*numbered.columns, "from_low")
    from_low = both.from_low
    columns = {
        "as_of": both.as_of,
        "ego_number": ibis.ifelse(from_low, both.low, both.high),
        "alter_number": ibis.ifelse(from_low, both.high, both.low),
    }
    for name in ONE_WAY:
        if name not in MONTHS:
            columns[f"out_{name}"] = ibis.ifelse(from_low, both[f"up_{name}"], both[f"down_{name}"])
            columns[f"in_{name}"] = ibis.ifelse(from_low, both[f"down_{name}"], both[f"up_{name}"])
    columns |= {name: both[name] for name in BOTH_WAYS}
    columns |= {name: both[name] for name in ("met",) if name in both.columns}
    columns["months_two_way"] = sum(
        (bits_set(both[f"up_{name}"] & both[f"down_{name}"]) for name in MONTHS[1:]),
        start=bits_set(both.up_months & both.down_months),
    )
    return _named(both.select(**columns), people, egos)


def _named(seen: Table, people: Table, egos: Sequence[object] | None) -> Table:
    ego = people.rename(ego="person", ego_number="number")
    alter = people.rename(alter="person", alter_number="number")
    if egos is not None:
        ego = ego.filter(ego.ego.isin(list(egos)))
    rest = [name for name in seen.columns if name not in ("as_of", "ego_number", "alter_number")]
    from_ego = seen.join(ego, "ego_number").select("as_of", "ego", "alter_number", *rest)
    return from_ego.join(alter, "alter_number").select("as_of", "ego", "alter", *rest)
