"""How much an ego does at all: decayed flows over everybody, which says whether silence means much."""

from collections.abc import Mapping, Sequence
from functools import reduce

import ibis
from ibis.expr.types import Column, Table, Value

from renmai.engine.measures.flows import decay
from renmai.engine.measures.weights import is_silent, kind_weight, share
from renmai.engine.tables import SECONDS_PER_DAY, real

HALF_LIVES = (7, 30, 90)
ACTIVITY = {
    **{f"ego_{way}_flow_{days}": "float64" for way in ("out", "in") for days in HALF_LIVES},
    "ego_out_last_at": "int64",
    "ego_in_last_at": "int64",
}


def activity_of(sides: Table) -> Table:
    """Return one row per moment and ego."""
    sums: Mapping[str, Value] = {name: sides[name.removeprefix("ego_")] for name in ACTIVITY}
    return sides.group_by("as_of", "ego").agg(
        **{name: column.max() if name.endswith("_at") else column.sum() for name, column in sums.items()}
    )


def activity_in(
    events: Table, egos: Sequence[object], as_of_epoch_s: Sequence[int], horizon_days: float
) -> Table:
    """Return the same from the events themselves: no pair is looked at, an act told twice counts twice."""
    telling = events.filter(~is_silent(events))
    looks = [
        _one_way(telling, person, way, list(egos), as_of, horizon_days)
        for as_of in as_of_epoch_s
        for person, way in (("sender", "out"), ("recipient", "in"))
    ]
    halves = reduce(lambda one, other: one.union(other), looks)
    sums = {
        name: halves[name].max() if name.endswith("_at") else halves[name].sum().fill_null(0.0)
        for name in ACTIVITY
    }
    return halves.group_by("as_of", "ego").agg(**sums)


def _one_way(
    telling: Table, person: str, way: str, egos: list[object], as_of_epoch_s: int, horizon_days: float
) -> Table:
    """Return what egos did, or what was done towards them, before one moment; the other way is null."""
    acts = telling.filter(telling[person].isin(egos), telling.at_epoch_s < as_of_epoch_s)
    age_days = (ibis.literal(as_of_epoch_s) - acts.at_epoch_s).cast("float64") / real(SECONDS_PER_DAY)
    weight = share(acts) * kind_weight(acts)
    found: dict[str, Column] = {
        f"ego_{way}_flow_{days}": (decay(age_days, days, horizon_days) * weight).sum() for days in HALF_LIVES
    }
    found[f"ego_{way}_last_at"] = acts.at_epoch_s.max()
    sums = acts.group_by(ego=acts[person]).agg(**found)
    moment = ibis.literal(as_of_epoch_s, type="int64")
    columns = {name: sums[name] if name in found else ibis.null(kind) for name, kind in ACTIVITY.items()}
    return sums.select(as_of=moment, ego=sums.ego, **columns)


def with_activity(sides: Table, activity: Table) -> Table:
    """Return the sides with their ego's activity beside them."""
    joined = sides.left_join(activity, ["as_of", "ego"])
    return joined.select(
        *[joined[name] for name in sides.columns], **{name: joined[name] for name in ACTIVITY}
    )
