"""The owner's own past as a lesson: what pairs looked like at earlier moments, and what became of them."""

import zlib
from collections.abc import Sequence
from typing import Any

import ibis
import numpy as np
from ibis.expr.types import Table

from renmai.engine.fit import Sample
from renmai.engine.measures.acts import acts, moments, placed
from renmai.engine.measures.activity import activity_of, with_activity
from renmai.engine.measures.flows import pair_flows
from renmai.engine.measures.sides import sides
from renmai.engine.measures.strength import FEATURES, features
from renmai.engine.measures.weights import is_silent
from renmai.engine.tables import SECONDS_PER_DAY, Profile

ENOUGH_EVENTS = 200_000


def met(events: Table, as_of_epoch_s: Sequence[int], horizon_days: float) -> Table:
    """Return the pairs of which both sides reached out within the horizon after a moment."""
    horizon_s = int(horizon_days * SECONDS_PER_DAY)
    when = moments(as_of_epoch_s)
    telling = events.filter(~is_silent(events))
    later = telling.join(
        when, (telling.at_epoch_s >= when.as_of) & (telling.at_epoch_s < when.as_of + horizon_s)
    )
    is_up = later.sender < later.recipient
    both = later.group_by(
        as_of=later.as_of,
        lo=ibis.least(later.sender, later.recipient),
        hi=ibis.greatest(later.sender, later.recipient),
    ).agg(met=is_up.any() & (~is_up).any())
    return both.filter(both.met)


def sample_of(
    connection: Any,
    events: Table,
    profile: Profile,
    *,
    as_of_epoch_s: Sequence[int],
    horizon_days: float,
    egos: Sequence[object] | None,
    upto_epoch_s: int,
) -> Sample:
    """Return what could be learnt by `upto_epoch_s`; from some of the egos only where there are very many events."""
    known = events.filter(events.at_epoch_s < upto_epoch_s)
    if egos is None and profile.rows > ENOUGH_EVENTS:
        egos = _some_egos(connection, known, ENOUGH_EVENTS / profile.rows)
    if egos is not None:
        known = known.filter(known.sender.isin(list(egos)) | known.recipient.isin(list(egos)))
    pairs = pair_flows(placed(acts(known, as_of_epoch_s, profile)), horizon_days)
    outcome = met(known, as_of_epoch_s, horizon_days)
    pairs = pairs.left_join(outcome, ["as_of", "lo", "hi"])
    pairs = pairs.select([name for name in pairs.columns if not name.endswith("_right")])
    seen = sides(pairs, egos)
    full = with_activity(seen, activity_of(seen))
    rows = full.select(moment=full.as_of, met=full.met.fill_null(False), **features(full, horizon_days))
    table = connection.to_pyarrow(rows)
    columns = {f.name: table[f.name].to_numpy().astype(np.float64) for f in FEATURES}
    return Sample(columns, table["met"].to_numpy().astype(np.float64), table["moment"].to_numpy().astype(np.float64))


def _some_egos(connection: Any, events: Table, part: float) -> list[object]:
    """Return a fixed part of the people, the same on every engine and run."""
    people = connection.to_pyarrow(events.select("sender").distinct())["sender"].to_pylist()
    people.sort(key=lambda person: (zlib.crc32(str(person).encode()), str(person)))
    return people[: max(1, int(len(people) * part))]
