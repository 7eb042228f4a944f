"""Computed leaving: who stayed after a past change of the owner's, and what the test would have predicted."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from renmai.domain.book.owners import Viewer
from renmai.domain.capture.interactions import Nature
from renmai.domain.positions.leaving import Judged, Staying, judged, part_at, staying
from renmai.domain.positions.positions import Position
from renmai.domain.positions.signs import AFTER_DAYS
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.ties import REAL_CLASSES, Tie
from renmai.engine.run import ties_at
from renmai.store.positions.routes import by_person, routes
from renmai.store.ties.events import events_of
from renmai.store.ties.kept_ties import my_ids
from renmai.upkeep.ties.computed import ENGINE_MEMORY, basis_evidence, tie_of

OF_THAT_TIME_DAYS = 365
"""A tie of that time had contact both ways within so long before the change."""
YEAR_DAYS = 365
"""Whoever was in touch both ways from `AFTER_DAYS` on, within a year, stayed."""


def computed_leaving(viewer: Viewer, position: Position, left_on: date, *, today: date) -> Judged | None:
    """Return the account of one change, None where there were no ties; the test looks at nothing later.

    The owner's own words on ties are left out: they may have been said with hindsight.
    """
    owner_id, left_at = viewer.owner_id, viewer.end_of(left_on)
    me = my_ids(owner_id)
    after_at = left_at + AFTER_DAYS * DAY_S
    until = min(viewer.end_of(today), viewer.end_of(left_on + timedelta(days=AFTER_DAYS + YEAR_DAYS)))
    events = events_of(owner_id, until)
    before = events.filter(pc.less(events["at_epoch_s"], left_at))
    if not before.num_rows or not me:
        return None
    ties = _ties(before, left_at, me)
    ways = by_person(routes(owner_id, list(ties), left_at))
    since = None if position.since is None else viewer.end_of(position.since)
    predicted: dict[int, Staying] = {
        who: staying(tie, part_at(ways.get(who, ()), position, is_mine=True, since_epoch_s=since))
        for who, tie in ties.items()
    }
    stayed = _in_touch(events, me, after_at)
    return judged(predicted, stayed, left_on=left_on, organisation=position.organisation)


def _ties(before: pa.Table, left_at: int, me: tuple[int, ...]) -> dict[int, Tie]:
    """Return the real ties of that time with what told whose they were."""
    (now,) = ties_at(before, as_of_epoch_s=[left_at], egos=list(me), memory_limit=ENGINE_MEMORY)
    evidence = basis_evidence(before, left_at, me)
    since = left_at - OF_THAT_TIME_DAYS * DAY_S
    return {
        row["alter"]: tie_of(row, strength_before=None, basis=evidence.get(row["alter"]))
        for row in now.to_pylist()
        if row["tie_class"] in REAL_CLASSES
        and min(row["last_out_epoch_s"] or 0, row["last_in_epoch_s"] or 0) >= since
    }


def _in_touch(events: pa.Table, me: tuple[int, ...], after_at: int) -> set[int]:
    """Return with whom something direct passed both ways from a moment on."""
    later = events.filter(pc.greater_equal(events["at_epoch_s"], after_at))
    kind = pc.cast(later["kind"], pa.string())
    later = later.filter(pc.invert(pc.is_in(kind, pa.array([Nature.MASS, Nature.AUTOMATIC]))))
    sender, recipient = later["sender"].to_numpy(), later["recipient"].to_numpy()
    is_mine = np.isin(sender, me)
    return set(recipient[is_mine].tolist()) & set(sender[~is_mine].tolist())
