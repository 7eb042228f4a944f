"""Charts of a backtest as they are drawn: places on a square of paper for predicted and observed shares."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

LEFT, TOP, SIDE = 36, 28, 340
"""The square inside its axes, in units of the drawing; numbers stand left of it and below."""
TICKS = (0, 25, 50, 75, 100)
FEW = 10
"""A dot that stands for fewer people than this is hollow."""


class AxisTick(NamedTuple):
    """A number on both axes: where it stands across and up."""

    label: int
    x: str
    y: str


class BandDot(NamedTuple):
    """A band: its place, its interval, whether few stand behind it, and the band itself."""

    x: str
    y: str
    low: str
    high: str
    is_few: bool
    band: Mapping[str, Any]


class GainRow(NamedTuple):
    """A line of the table beside the gains: share of people, how many, whom each rule finds."""

    share: float
    people: int
    found: int
    gain: float
    by_recency: int
    by_chance: int


class Plot(NamedTuple):
    """A drawing: its ticks, dots or lines, and the rows of the table beside it."""

    ticks: tuple[AxisTick, ...]
    dots: tuple[BandDot, ...] = ()
    lines: Mapping[str, str] = {}
    rows: tuple[GainRow, ...] = ()


def _x(share: float) -> str:
    return f"{LEFT + SIDE * share:.1f}"


def _y(share: float) -> str:
    return f"{TOP + SIDE * (1 - share):.1f}"


def _ticks() -> tuple[AxisTick, ...]:
    return tuple(AxisTick(label, _x(label / 100), _y(label / 100)) for label in TICKS)


def calibration_plot(bands: Sequence[Mapping[str, Any]]) -> Plot:
    """Return the drawing of predicted (across) beside observed (up), each with its interval."""
    dots = (
        BandDot(
            x=_x(band["predicted"]),
            y=_y(band["observed"]),
            low=_y(band["low"]),
            high=_y(band["high"]),
            is_few=band["pairs"] < FEW,
            band=band,
        )
        for band in bands
    )
    return Plot(_ticks(), dots=tuple(dots))


def gains_plot(lift: Sequence[Mapping[str, Any]]) -> Plot:
    """Return the drawing of how many of those in touch (up) the first so many people hold (across)."""
    whole = lift[-1]["in_touch"]
    rows = tuple(
        GainRow(
            share=row["share"],
            people=row["pairs"],
            found=round(row["in_touch"]),
            gain=row["gain"],
            by_recency=round(row["baselines"]["recency"]),
            by_chance=round(whole * row["share"]),
        )
        for row in lift
    )
    lines = {
        "likeliest": _path((row["share"], row["gain"]) for row in lift),
        "latest": _path((row["share"], row["baselines"]["recency"] / whole) for row in lift),
    }
    return Plot(_ticks(), lines=lines, rows=rows)


def _path(places: Iterable[tuple[float, float]]) -> str:
    return f"M{_x(0)} {_y(0)}" + "".join(f"L{_x(across)} {_y(up)}" for across, up in places)
