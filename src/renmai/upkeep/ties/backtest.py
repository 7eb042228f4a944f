"""The backtest of the owner's own book: judged again only where a tie changed or another day is looked at."""

from typing import Any

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.ties import kept_ties
from renmai.store.ties.kept_ties import BacktestReport
from renmai.upkeep.book.wanted import may_make, want
from renmai.upkeep.ties.ties import fresh_ties


def fresh_backtest(viewer: Viewer, as_of_epoch_s: int, *, horizon_days: float) -> dict[str, Any]:
    """Return the engine's judgement of the horizon that ends at a moment; bring the ties up to it first.

    :raises Refused: where the book is too young, too still, or too few were in touch to judge by; also where
        somebody else works it out, and has not yet
    """
    fresh_ties(viewer, as_of_epoch_s)
    judged = kept_ties.kept_backtest(viewer.owner_id)
    if judged is None or judged.horizon_days != horizon_days:
        if not may_make(viewer):
            want(viewer, "backtest", lambda waiting: _made(waiting, as_of_epoch_s, horizon_days=horizon_days))
            raise Refused("backtest_in_work")
        judged = _made(viewer, as_of_epoch_s, horizon_days=horizon_days)
    if judged.refused is not None:
        raise Refused(judged.refused.code, **judged.refused.numbers)
    return judged.found


def _made(viewer: Viewer, as_of_epoch_s: int, *, horizon_days: float) -> BacktestReport:
    """Judge anew and keep what came of it, be it why nothing can be said."""
    from renmai.upkeep.ties.computed_backtest import TooLittleToJudge, computed_backtest  # noqa: PLC0415 - Arrow and the engine take a second, and most looks need neither

    fresh_ties(viewer, as_of_epoch_s)
    me = kept_ties.my_ids(viewer.owner_id)
    try:
        found = computed_backtest(viewer, as_of_epoch_s, me=me, horizon_days=horizon_days)
        judged = BacktestReport(horizon_days, found)
    except TooLittleToJudge as refused:
        judged = BacktestReport(horizon_days, {}, refused.because)
    kept_ties.keep_backtest(viewer.owner_id, as_of_epoch_s, judged)
    return judged
