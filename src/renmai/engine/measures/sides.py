"""A pair seen from each of its two sides: ego and alter, out and in."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import Table

from renmai.engine.measures.flows import BOTH_WAYS, ONE_WAY, bits_set

MONTHS = ("months", "old_months")


def sides(pairs: Table, people: Table | None, egos: Sequence[object] | None) -> Table:
    """Return two rows per pair, `out_…` what ego did, `in_…` what alter did; only of `egos` where given."""
    both = pairs.mutate(from_low=ibis.array([True, False]).unnest())
    from_low = both.from_low
    columns = {
        "as_of": both.as_of,
        "ego": ibis.ifelse(from_low, both.low, both.high),
        "alter": ibis.ifelse(from_low, both.high, both.low),
    }
    for name in ONE_WAY:
        if name not in MONTHS:
            columns[f"out_{name}"] = ibis.ifelse(from_low, both[f"up_{name}"], both[f"down_{name}"])
            columns[f"in_{name}"] = ibis.ifelse(from_low, both[f"down_{name}"], both[f"up_{name}"])
    columns |= {name: both[name] for name in (*BOTH_WAYS, "gap_median")}
    columns |= {name: both[name] for name in ("met",) if name in both.columns}
    columns["months_two_way"] = sum(
        (bits_set(both[f"up_{name}"] & both[f"down_{name}"]) for name in MONTHS[1:]),
        start=bits_set(both.up_months & both.down_months),
    )
    seen = both.select(**columns)
    if people is not None:
        seen = _named(seen, people)
    return seen if egos is None else seen.filter(seen.ego.isin(list(egos)))


def _named(seen: Table, people: Table) -> Table:
    """Return the sides with names in the place of numbers."""
    ego = people.rename(ego_name="person", ego="number")
    alter = people.rename(alter_name="person", alter="number")
    both = seen.join(ego, "ego").join(alter, "alter")
    names = {"ego": both.ego_name, "alter": both.alter_name}
    return both.select(**{name: names.get(name, both[name]) for name in seen.columns})
