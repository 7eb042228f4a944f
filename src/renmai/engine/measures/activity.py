"""How much an ego does at all: decayed flows over everybody, which says whether silence means much."""

from ibis.expr.types import Table

ACTIVITY = ("ego_out_30", "ego_in_30", "ego_out_90", "ego_in_90")


def activity_of(sides: Table) -> Table:
    """Return one row per moment and ego."""
    return sides.group_by("as_of", "ego").agg(
        ego_out_30=sides.out_flow_30.sum(),
        ego_in_30=sides.in_flow_30.sum(),
        ego_out_90=sides.out_flow_90.sum(),
        ego_in_90=sides.in_flow_90.sum(),
    )


def with_activity(sides: Table, activity: Table) -> Table:
    """Return the sides with their ego's activity beside them; an ego without any has none."""
    joined = sides.left_join(activity, ["as_of", "ego"])
    filled = {name: joined[name].fill_null(0.0).cast("float64") for name in ACTIVITY}
    return joined.select(*[joined[name] for name in sides.columns], **filled)
