"""The rivals of strength: what others rank ties by, each at the half-life that turns out best."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from ibis.expr.types import Table
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, roc_auc_score

from renmai.engine.history import past_sides
from renmai.engine.measures.acts import involving
from renmai.engine.measures.flows import HALF_LIVES_DAYS, HORIZON_DAYS
from renmai.engine.tables import Profile

Numbers = NDArray[np.float64]


def baselines(
    connection: Any,
    events: Table,
    profile: Profile,
    *,
    cutoff_epoch_s: int,
    horizon_days: float,
    egos: Sequence[object] | None,
) -> list[dict[str, Any]]:
    """Return AUC and average precision of each baseline, each at its own best half-life with hindsight."""
    seen = past_sides(
        involving(events, egos),
        profile,
        as_of_epoch_s=[cutoff_epoch_s],
        horizon_days=HORIZON_DAYS,
        outcome_days=horizon_days,
        egos=egos,
    )
    flows = [f"{way}_flow_{h}" for way in ("out", "in") for h in HALF_LIVES_DAYS]
    table = connection.to_pyarrow(
        seen.select("met", "out_acts", "in_acts", "out_last_at", "in_last_at", *flows)
    )
    columns = {name: np.nan_to_num(table[name].to_numpy().astype(np.float64)) for name in table.column_names}
    met = columns["met"]
    if not 0 < met.sum() < len(met):
        return []
    return [_best(name, met, scores) for name, scores in _rivals(columns)]


def _rivals(columns: dict[str, Numbers]) -> Iterator[tuple[str, dict[int, Numbers]]]:
    """Yield each baseline with its scores by half-life, 0 where it has none."""
    out = {h: columns[f"out_flow_{h}"] for h in HALF_LIVES_DAYS}
    into = {h: columns[f"in_flow_{h}"] for h in HALF_LIVES_DAYS}
    yield "recency", {0: np.maximum(columns["out_last_at"], columns["in_last_at"])}
    yield "count", {0: columns["out_acts"] + columns["in_acts"]}
    yield "interactions_rank", {h: 3.0 * out[h] + into[h] for h in HALF_LIVES_DAYS}
    yield "both_directions", {h: out[h] + into[h] for h in HALF_LIVES_DAYS}
    yield "geometric_mean", {h: np.sqrt(out[h] * into[h]) for h in HALF_LIVES_DAYS}


def _best(name: str, met: Numbers, scores: dict[int, Numbers]) -> dict[str, Any]:
    auc = {h: float(roc_auc_score(met, score)) for h, score in scores.items()}
    precision = {h: float(average_precision_score(met, score)) for h, score in scores.items()}
    by_auc, by_precision = max(auc, key=lambda h: auc[h]), max(precision, key=lambda h: precision[h])
    return {
        "name": name,
        "auc": auc[by_auc],
        "auc_half_life_days": by_auc or None,
        "average_precision": precision[by_precision],
        "average_precision_half_life_days": by_precision or None,
    }
