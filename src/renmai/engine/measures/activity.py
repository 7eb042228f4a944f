"""How lately a person acted towards anybody, or anybody towards them: whether silence means much."""

from collections.abc import Mapping, Sequence
from functools import reduce

import ibis
from ibis.expr.types import Column, Table, Value

from renmai.engine.measures.contact import only_in_touch
from renmai.engine.tables import Profile

ACTIVITY = {"ego_out_last_at": "int64", "ego_in_last_at": "int64"}
WAYS = {"sender": "ego_out_last_at", "recipient": "ego_in_last_at"}


def activity_of(sides: Table) -> Table:
    """Return one row per moment and ego."""
    return sides.group_by("as_of", "ego").agg(
        **{name: sides[name.removeprefix("ego_")].max() for name in ACTIVITY}
    )


def activity_in(events: Table, as_of_epoch_s: Sequence[int], profile: Profile) -> Table:
    """Return the same of everybody from the events themselves: no pair is looked at."""
    contact = only_in_touch(events, profile)
    ways = [_one_way(contact, person, as_of_epoch_s) for person in WAYS]
    halves = reduce(lambda one, other: one.union(other), [half for way in ways for half in way])
    return halves.group_by("as_of", "ego").agg(**{name: halves[name].max() for name in ACTIVITY})


def _one_way(contact: Table, person: str, as_of_epoch_s: Sequence[int]) -> list[Table]:
    """Return one way's moments before each look; the other way is null."""
    before: Mapping[str, Value] = {
        f"before_{place}": contact.at_epoch_s.max(where=contact.at_epoch_s < look)
        for place, look in enumerate(as_of_epoch_s)
    }
    latest = contact.group_by(ego=contact[person]).agg(**before)
    halves = []
    for place, look in enumerate(as_of_epoch_s):
        columns: dict[str, Column] = {
            name: latest[f"before_{place}"] if name == WAYS[person] else ibis.null(kind)
            for name, kind in ACTIVITY.items()
        }
        halves.append(latest.select(as_of=ibis.literal(look, type="int64"), ego=latest.ego, **columns))
    return halves


def with_activity(sides: Table, of_egos: Table, of_alters: Table | None = None) -> Table:
    """Return the sides with their ego's activity beside them, and with their alter's as `alter_…`.

    An alter's is read from the sides unless it is given: what these egos saw of them.
    """
    if of_alters is None:
        swapped = {"ego_out_last_at": sides.in_last_at.max(), "ego_in_last_at": sides.out_last_at.max()}
        of_alters = sides.group_by("as_of", ego=sides.alter).agg(**swapped)
    alters = of_alters.rename(alter="ego", **{name.replace("ego_", "alter_"): name for name in ACTIVITY})
    joined = sides.left_join(of_egos, ["as_of", "ego"])
    joined = joined.select(*[joined[name] for name in sides.columns], *[joined[name] for name in ACTIVITY])
    both = joined.left_join(alters, ["as_of", "alter"])
    of_alter = [name.replace("ego_", "alter_") for name in ACTIVITY]
    return both.select(*[both[name] for name in joined.columns], *[both[name] for name in of_alter])
