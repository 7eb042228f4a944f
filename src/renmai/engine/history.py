"""Training samples from the owner's own past: what pairs looked like at earlier moments, and the outcome."""

import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from ibis.expr.types import Table

from renmai.engine import backend, statements
from renmai.engine.fit import PairSample
from renmai.engine.logistic import Numbers
from renmai.engine.measures.activity import activity_in, activity_of, with_activity
from renmai.engine.measures.acts import at_moments, conversations, involving, paired, people
from renmai.engine.measures.contact import only_in_touch
from renmai.engine.measures.flows import pair_flows
from renmai.engine.measures.sides import sides
from renmai.engine.measures.strength import FEATURES, features
from renmai.engine.tables import SECONDS_PER_DAY, Profile

ENOUGH_EVENTS = 100_000


def met(
    events: Table,
    known_people: Table | None,
    as_of_epoch_s: Sequence[int],
    horizon_days: float,
    profile: Profile,
) -> Table:
    """Return the pairs that were in touch both ways within the horizon after a moment."""
    horizon_s = int(horizon_days * SECONDS_PER_DAY)
    acts = at_moments(only_in_touch(events, profile), as_of_epoch_s)
    later = acts.filter(acts.at_epoch_s >= acts.as_of, acts.at_epoch_s < acts.as_of + horizon_s)
    seen = paired(later, known_people)
    both = seen.group_by("as_of", "low", "high").agg(met=seen.is_up.any() & (~seen.is_up).any())
    return both.filter(both.met)


def past_sides(
    events: Table,
    profile: Profile,
    *,
    as_of_epoch_s: Sequence[int],
    horizon_days: float,
    outcome_days: float,
    egos: Sequence[object] | None,
) -> Table:
    """Return the sides as of past moments, with `met`: in touch both ways in the `outcome_days` after."""
    known_people = people(events, profile)
    acts = conversations(events, known_people, as_of_epoch_s, profile)
    pairs = pair_flows(acts, as_of_epoch_s, horizon_days)
    outcome = met(events, known_people, as_of_epoch_s, outcome_days, profile)
    joined = pairs.left_join(outcome, ["as_of", "low", "high"])
    kept = joined.select(*[joined[name] for name in pairs.columns], met=joined.met.fill_null(False))
    return sides(kept, known_people, egos)


def sample_of(
    connection: Any,
    events: Table,
    profile: Profile,
    *,
    as_of_epoch_s: Sequence[int],
    horizon_days: float,
    egos: Sequence[object] | None,
    some: Sequence[object] | None = None,
) -> PairSample:
    """Return what every pair looked like at past moments, with its outcome.

    With `some` people, only theirs: the egos' pairs with these, or all their pairs where there are no egos.
    Everybody's activity is towards everybody still.
    """
    whose = {"egos": egos, "some": some}
    lessons = statements.named(connection, _involving_both, (events,), whose, is_kept=True)
    # the egos' people may have to do with others too, so that these few acts do not tell their activity
    activity = (
        None
        if some is None
        else backend.named(
            connection, activity_in(involving(events, egos), as_of_epoch_s, profile), is_kept=True
        )
    )
    table = statements.rows(
        connection,
        _lessons,
        (lessons, activity),
        {"as_of_epoch_s": as_of_epoch_s, "egos": some if egos is None else egos},
        profile=profile.outline,
        horizon_days=horizon_days,
    )
    numbers = {name: _numbers(table[name]) for name in table.column_names}
    columns = {feature.name: numbers[feature.name] for feature in FEATURES}
    return PairSample(columns, numbers["met"], np.ones(len(numbers["met"])), numbers["moment"])


def _involving_both(events: Table, *, egos: Sequence[Any] | None, some: Sequence[Any] | None) -> Table:
    return involving(involving(events, egos), some)


def _lessons(
    events: Table,
    activity: Table | None,
    *,
    as_of_epoch_s: Sequence[Any],
    egos: Sequence[Any] | None,
    profile: Profile,
    horizon_days: float,
) -> Table:
    """Return the features of the sides as of past moments, with `moment` and `met`, all as real numbers."""
    seen = past_sides(
        events,
        profile,
        as_of_epoch_s=as_of_epoch_s,
        horizon_days=horizon_days,
        outcome_days=horizon_days,
        egos=egos,
    )
    full = with_activity(seen, activity_of(seen) if activity is None else activity, activity)
    columns = {"moment": full.as_of, "met": full.met, **features(full, horizon_days)}
    return full.select(**{name: column.cast("float64") for name, column in columns.items()})


def _numbers(column: pa.ChunkedArray) -> Numbers:
    """Return a column of numbers; asked for in Arrow's own way it would load pandas, half a second of it."""
    parts = [np.from_dlpack(chunk) for chunk in column.chunks]
    return np.concatenate(parts) if parts else np.zeros(0)


def enough_people(
    connection: Any, events: Table, egos: Sequence[object] | None = None
) -> list[object] | None:
    """Return as many people as suffice to learn from, always the same; None where all are few enough.

    With `egos`, as many of those they had to do with: the rest would teach the same and cost more.
    """
    rows = statements.rows(connection, _count, (events,), {"egos": egos})["count"][0].as_py()
    if rows <= ENOUGH_EVENTS:
        return None
    events = involving(events, egos)
    senders = events.select(person=events.sender)
    if egos is not None:
        both = senders.union(events.select(person=events.recipient))
        senders = both.filter(~both.person.isin(list(egos)))
    people: list[object] = backend.rows(connection, senders.distinct())["person"].to_pylist()
    people.sort(key=lambda person: (zlib.crc32(str(person).encode()), str(person)))
    return people[: max(1, len(people) * ENOUGH_EVENTS // rows)]


def _count(events: Table, *, egos: Sequence[Any] | None) -> Table:
    theirs = involving(events, egos)
    return theirs.aggregate(count=theirs.count())
