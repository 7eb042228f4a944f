"""Researchers who said how well they knew each other, beside the messages they exchanged (Freeman, 1979)."""

import csv
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from scipy.stats import spearmanr

from benchmarks.devsets import data
from renmai.engine.run import ties

DAYS = 240
"""The study ran eight months; when each message was sent is not known, so they are spread evenly."""
END_EPOCH_S = 1_000_000_000


class Agreement(NamedTuple):
    """Rank correlations with what was stated, over the pairs that have both."""

    pairs: int
    strength: float
    count: float


def agreement() -> Agreement:
    """Return how strength, and the bare count of messages, order people beside their own word."""
    counts = {(row["from"], row["to"]): int(float(row["weight"])) for row in _rows("eies_messages.edges.csv")}
    stated = {
        (row["from"], row["to"]): float(row["rank_2"])
        for row in _rows("eies_relations.edges.csv")
        if row["rank_2"] != "nan"
    }
    rows = ties(_spread(counts), as_of_epoch_s=END_EPOCH_S, refit="never").to_pylist()
    both = [tie for tie in rows if (tie["ego"], tie["alter"]) in stated]
    statements = [stated[tie["ego"], tie["alter"]] for tie in both]
    strength = spearmanr(statements, [tie["strength"] for tie in both]).statistic
    count = spearmanr(statements, [tie["acts_out"] + tie["acts_in"] for tie in both]).statistic
    return Agreement(len(both), float(strength), float(count))


def _spread(counts: dict[tuple[str, str], int]) -> pa.Table:
    """Return messages at equal distances through the study, as many as were counted."""
    columns: dict[str, list[object]] = {"sender": [], "recipient": [], "at_epoch_s": []}
    for (sender, recipient), count in sorted(counts.items()):
        if sender != recipient:
            at = END_EPOCH_S - (np.arange(count) + 0.5) * (DAYS * 86_400 / count)
            columns["sender"] += [sender] * count
            columns["recipient"] += [recipient] * count
            columns["at_epoch_s"] += at.astype(np.int64).tolist()
    return pa.table(columns)


def _rows(name: str) -> list[dict[str, str]]:
    with (data() / "ties" / "eies" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
