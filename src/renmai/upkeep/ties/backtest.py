"""The backtest of the owner's own book: judged again only where a tie changed or another day is looked at."""

from json import dumps, loads
from typing import Any

from renmai.domain.book.owners import Viewer
from renmai.store.ties import kept_ties
from renmai.upkeep.ties.ties import fresh_ties


def fresh_backtest(viewer: Viewer, as_of_epoch_s: int, *, horizon_days: float) -> dict[str, Any]:
    """Return the engine's judgement of the horizon that ends at a moment; bring the ties up to it first.

    :raises Refused: where the book is too young, too still, or too few were in touch to judge by
    """
    fresh_ties(viewer, as_of_epoch_s)
    kept = kept_ties.kept_backtest(viewer.owner_id)
    judged: dict[str, Any] = loads(kept) if kept else {}
    if judged.get("horizon_days") != horizon_days:
        from renmai.upkeep.ties.computed_backtest import computed_backtest  # noqa: PLC0415 - Arrow and the engine take a second, and most looks need neither

        judged = computed_backtest(
            viewer, as_of_epoch_s, me=kept_ties.my_ids(viewer.owner_id), horizon_days=horizon_days
        )
        kept_ties.keep_backtest(viewer.owner_id, as_of_epoch_s, dumps(judged))
    return judged
