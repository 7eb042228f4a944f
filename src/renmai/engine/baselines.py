"""Baselines of strength: what others rank ties by, each at the half-life that turns out best."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from ibis.expr.types import Table

from renmai.engine.history import past_sides
from renmai.engine.logistic import Numbers
from renmai.engine.measures.acts import involving
from renmai.engine.measures.flows import HALF_LIVES_DAYS, HORIZON_DAYS
from renmai.engine.rank_scores import area_under_curve, average_precision
from renmai.engine.tables import Profile


class Rival(NamedTuple):
    """A baseline on the judged pairs: the outcome of each, its scores by half-life (0 where it has none)."""

    name: str
    met: Numbers
    scores: Mapping[int, Numbers]

    def judged(self) -> dict[str, Any]:
        """Return AUC and average precision, each at its own best half-life with hindsight."""
        auc = {h: area_under_curve(self.met, score) for h, score in self.scores.items()}
        precision = {h: average_precision(self.met, s) for h, s in self.scores.items()}
        by_auc, by_precision = max(auc, key=lambda h: auc[h]), max(precision, key=lambda h: precision[h])
        return {
            "name": self.name,
            "auc": auc[by_auc],
            "auc_half_life_days": by_auc or None,
            "average_precision": precision[by_precision],
            "average_precision_half_life_days": by_precision or None,
        }

    def best_scores(self) -> Numbers:
        """Return the scores at the half-life whose AUC turned out best."""
        return max(self.scores.values(), key=lambda score: area_under_curve(self.met, score))


def baselines(
    connection: Any,
    events: Table,
    profile: Profile,
    *,
    cutoff_epoch_s: int,
    horizon_days: float,
    egos: Sequence[object] | None,
) -> list[Rival]:
    """Return every baseline as of the cut-off on the pairs that strength is judged on."""
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
    return [Rival(name, columns["met"], scores) for name, scores in _rivals(columns)]


def _rivals(columns: dict[str, Numbers]) -> Iterator[tuple[str, dict[int, Numbers]]]:
    """Yield each baseline with its scores by half-life."""
    out = {h: columns[f"out_flow_{h}"] for h in HALF_LIVES_DAYS}
    into = {h: columns[f"in_flow_{h}"] for h in HALF_LIVES_DAYS}
    yield "recency", {0: np.maximum(columns["out_last_at"], columns["in_last_at"])}
    yield "count", {0: columns["out_acts"] + columns["in_acts"]}
    yield "interactions_rank", {h: 3.0 * out[h] + into[h] for h in HALF_LIVES_DAYS}
    yield "both_directions", {h: out[h] + into[h] for h in HALF_LIVES_DAYS}
    yield "geometric_mean", {h: np.sqrt(out[h] * into[h]) for h in HALF_LIVES_DAYS}
