"""A computed backtest: what strength predicted of the owner's ties as of a moment, and what was observed."""

from collections.abc import Sequence
from typing import Any

import pyarrow.compute as pc

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.ties.cadence import DAY_S
from renmai.engine.backtesting import NothingToJudge, backtest
from renmai.store.ties.events import events_of
from renmai.upkeep.ties.computed import ENGINE_MEMORY

LEAST_OF_EACH = 5
"""With fewer who were in touch, or who were not, one person more or less would change the verdict."""

TOO_FEW = "backtest_too_few"


class TooLittleToJudge(Refused):
    """The book is too young, ended too early, or too few were in touch to judge anything by it."""


def computed_backtest(
    viewer: Viewer, as_of_epoch_s: int, *, me: Sequence[int], horizon_days: float
) -> dict[str, Any]:
    """Return the engine's judgement of the horizon that ends at a moment.

    :raises TooLittleToJudge: where it would say nothing
    """
    cutoff_epoch_s = int(as_of_epoch_s - horizon_days * DAY_S)
    events = events_of(viewer.owner_id, as_of_epoch_s) if me else None
    if events is None or not events.num_rows:
        raise TooLittleToJudge("backtest_no_traces")
    known = pc.min_max(events["at_epoch_s"]).as_py()
    if cutoff_epoch_s - known["min"] < horizon_days * DAY_S:
        first_on = viewer.day_of(known["min"]).isoformat()[:7]
        raise TooLittleToJudge("backtest_too_young", first_on=first_on, least_days=2 * horizon_days)
    if known["max"] < cutoff_epoch_s:
        last_on = viewer.day_of(known["max"]).isoformat()[:7]
        raise TooLittleToJudge("backtest_too_still", last_on=last_on, horizon_days=horizon_days)
    try:
        found: dict[str, Any] = backtest(
            events,
            cutoff_epoch_s=cutoff_epoch_s,
            horizon_days=horizon_days,
            egos=list(me),
            memory_limit=ENGINE_MEMORY,
        )
    except NothingToJudge as nothing:
        raise TooLittleToJudge(TOO_FEW, **nothing.because.numbers, least_count=LEAST_OF_EACH) from nothing
    met, whole = found["pairs_in_touch"], found["pairs"]
    if min(met, whole - met) < LEAST_OF_EACH:
        raise TooLittleToJudge(TOO_FEW, pairs=whole, in_touch=met, least_count=LEAST_OF_EACH)
    return found
