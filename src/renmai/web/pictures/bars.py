"""Bars of the job-change test: of each tie what would be lost to the left, what would stay to the right."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from renmai.queries.positions.cards import TieAtRisk

LEAST_STRENGTH = 0.02
"""The faintest tie still has a bar one can see."""


class Bar(NamedTuple):
    """One tie's two bars as widths of 100; both together are its strength on a scale all bars share."""

    risk: TieAtRisk
    lost: str
    lost_from: str
    kept: str


class BarGroup(NamedTuple):
    """The ties of one fate."""

    fate: str
    bars: tuple[Bar, ...]


def leaving_bars(rows: Sequence[TieAtRisk]) -> tuple[BarGroup, ...]:
    """Return a bar for each tie by its fate: those that stay, the open ones, the lost; the surest first."""
    most = max((row.strength for row in rows), default=1.0) or 1.0
    ordered = sorted(rows, key=lambda row: (-row.chance, row.person_id))
    bars = [_bar(row, max(row.strength, LEAST_STRENGTH) / most) for row in ordered]
    return tuple(BarGroup(fate, tuple(each)) for fate, each in groupby(bars, key=lambda bar: bar.risk.fate))


def _bar(row: TieAtRisk, length: float) -> Bar:
    kept = 100 * min(1.0, length) * row.chance
    lost = 100 * min(1.0, length) - kept
    return Bar(row, lost=f"{lost:.1f}", lost_from=f"{100 - lost:.1f}", kept=f"{kept:.1f}")
