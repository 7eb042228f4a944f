"""A pair seen from each of its two sides: ego and alter, out and in."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import Table

from renmai.engine.measures.flows import bits_set


def sides(pairs: Table, egos: Sequence[object] | None) -> Table:
    """Return two rows per pair, `out_…` what ego did and `in_…` what alter did; only of `egos` where given."""
    looks = ibis.memtable({"from_lo": [True, False]}, schema=ibis.schema({"from_lo": "boolean"}))
    both = pairs.cross_join(looks)
    from_lo = both.from_lo
    names = [name.removeprefix("up_") for name in pairs.columns if name.startswith("up_")]
    columns = {
        "as_of": both.as_of,
        "ego": ibis.ifelse(from_lo, both.lo, both.hi),
        "alter": ibis.ifelse(from_lo, both.hi, both.lo),
    }
    for name in names:
        columns[f"out_{name}"] = ibis.ifelse(from_lo, both[f"up_{name}"], both[f"down_{name}"])
        columns[f"in_{name}"] = ibis.ifelse(from_lo, both[f"down_{name}"], both[f"up_{name}"])
    kept = [name for name in pairs.columns if not name.startswith(("up_", "down_")) and name not in ("as_of", "lo", "hi")]
    columns |= {name: both[name] for name in kept}
    columns["months_two_way"] = bits_set(both.up_months & both.down_months) + bits_set(
        both.up_old_months & both.down_old_months
    )
    seen = both.select(**columns).drop("out_months", "in_months", "out_old_months", "in_old_months")
    return seen if egos is None else seen.filter(seen.ego.isin(list(egos)))
