"""A strip of two-way contact as it is drawn: its bars, the silence at its end, the ticks of its axis."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import copysign
from typing import NamedTuple

BAR, STEP = 6, 10
LEAST_APART = 0.05
LEAST_HIGH = 1.5


class MonthTick(NamedTuple):
    """A month on the axis: where it stands in the width, and whether a narrow page leaves it out."""

    at: str
    month: date
    is_minor: bool
    anchor: str


def bars(counts: Sequence[int], *, top: int, base: float, reach: float) -> str:
    """Return an SVG path of one bar for each count, from `base` by at most `reach` (negative: upwards)."""
    path = []
    for place, count in enumerate(counts):
        if count:
            height = copysign(max(LEAST_HIGH, abs(reach) * min(1.0, count / max(1, top))), reach)
            path.append(f"M{place * STEP + 2} {base:g}v{height:.1f}h{BAR}V{base:g}z")
    return "".join(path)


def width(counts: Sequence[int]) -> int:
    """Return how wide a strip of these counts is."""
    return max(1, len(counts)) * STEP


def silent_steps(from_me: Sequence[int], from_them: Sequence[int]) -> int:
    """Return for how many of the last steps neither side did anything; where none ever did, 0."""
    for silent, (mine, theirs) in enumerate(zip(reversed(from_me), reversed(from_them), strict=True)):
        if mine or theirs:
            return silent
    return 0


def months_of(starts_on: date, steps: int) -> list[MonthTick]:
    """Return a tick for every third month of an axis of weeks; one too near the next is left out."""
    ends_on = starts_on + timedelta(weeks=steps)
    days = (ends_on - starts_on).days
    found: list[tuple[float, date]] = []
    month = date(starts_on.year, starts_on.month, 1)
    while month < ends_on:
        share = (month - starts_on).days / days
        if month.month % 3 == 2 and 0 <= share <= 0.97:
            found.append((share, month))
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    ends = [share for share, _month in found[1:]] + [1.1]
    kept = [each for each, after in zip(found, ends, strict=True) if after - each[0] > LEAST_APART]
    return [
        MonthTick(f"{share * 100:.1f}%", month, month.month % 6 != 2, _anchor(share)) for share, month in kept
    ]


def _anchor(share: float) -> str:
    """Return which end of a label stands at its tick, so that none leaves the axis."""
    return "start" if share < 0.05 else "end" if share > 0.93 else "middle"
