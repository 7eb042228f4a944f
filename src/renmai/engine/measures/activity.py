"""How much an ego does at all: decayed flows over everybody, which says whether silence means much."""

from collections.abc import Mapping

from ibis.expr.types import Table, Value

FLOWS = ("flow_7", "flow_30", "flow_90")
ACTIVITY = {
    **{f"ego_{way}_{flow}": "float64" for way in ("out", "in") for flow in FLOWS},
    "ego_out_last_at": "int64",
    "ego_in_last_at": "int64",
}


def activity_of(sides: Table) -> Table:
    """Return one row per moment and ego."""
    sums: Mapping[str, Value] = {name: sides[name.removeprefix("ego_")] for name in ACTIVITY}
    return sides.group_by("as_of", "ego").agg(
        **{name: column.max() if name.endswith("_at") else column.sum() for name, column in sums.items()}
    )


def with_activity(sides: Table, activity: Table) -> Table:
    """Return the sides with their ego's activity beside them."""
    joined = sides.left_join(activity, ["as_of", "ego"])
    return joined.select(
        *[joined[name] for name in sides.columns], **{name: joined[name] for name in ACTIVITY}
    )
