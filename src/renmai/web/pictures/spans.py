"""Spans: cooperations under a strip, on its own time, in as many lanes as keep their names apart."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from renmai.queries.ties.cards import Strip
from renmai.queries.together.cards import CooperationCard

LEAST_SHARE, GAP_SHARE = 0.02, 0.01
FEWEST_LETTERS_SHARE = 0.14
"""A span at least so wide keeps a lane to itself, so that its name is not written over the next."""


class Span(NamedTuple):
    """One cooperation under the strip: from where to where in the width, in which lane, whether it lasts."""

    x1: str
    x2: str
    anchor: str
    label_at: str
    line_y: int
    text_y: int
    title: str
    is_running: bool


def spans(cooperations: Iterable[CooperationCard], strip: Strip, today: date) -> list[Span]:
    """Return cooperations as spans on the strip's own time; those before it are left out."""
    steps = len(strip.from_me)
    days = timedelta(weeks=steps).days
    lanes: list[float] = []
    drawn = []
    ran = [(each, each.ran) for each in cooperations]
    for one, span in sorted(((one, span) for one, span in ran if span), key=lambda pair: pair[1][0]):
        begun, ended = span[0], span[1] or today
        if ended < strip.starts_on:
            continue
        starts = max(0.0, (begun - strip.starts_on).days / days)
        ends = min(1.0, max((ended - strip.starts_on).days / days, starts + LEAST_SHARE))
        starts = min(starts, ends - LEAST_SHARE)
        is_late = starts > 1 - FEWEST_LETTERS_SHARE
        free_from = starts - (FEWEST_LETTERS_SHARE if is_late else 0)
        lane = next((n for n, until in enumerate(lanes) if until + GAP_SHARE <= free_from), len(lanes))
        until = max(ends, starts + FEWEST_LETTERS_SHARE)
        lanes[lane : lane + 1] = [until]
        drawn.append(
            Span(
                x1=f"{starts * 100:.1f}%",
                x2=f"{ends * 100:.1f}%",
                anchor="end" if is_late else "start",
                label_at=f"{(ends if is_late else starts) * 100:.1f}%",
                line_y=lane * 24 + 3,
                text_y=lane * 24 + 18,
                title=one.title,
                is_running=span[1] is None,
            )
        )
    return drawn
