"""Cadence: how long two people usually take, and whether this time is longer than that."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log
from statistics import median

HOUR_S = 3_600
DAY_S = 86_400
FEW = 3
"""Below this many past answers nothing is said about what is usual."""

SILENCE_DAYS = 14
"""Fewer days without a word are no silence to speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTime:
    """How long somebody usually takes to answer: the median on a log scale, of `count` answers."""

    typical_s: float
    count: int

    @property
    def is_known(self) -> bool:
        """Tell whether enough answers were seen to speak of a habit."""
        return self.count >= FEW


def is_silence(silent_days: int | None) -> bool:
    """Tell whether so many days without a word are a silence; None where there never was one."""
    return silent_days is not None and silent_days >= SILENCE_DAYS


def reply_time(gaps_s: Iterable[float]) -> ReplyTime:
    """Return the usual gap; a minute is the shortest that counts, so that one quick word does not rule."""
    logs = [log(max(60.0, gap)) for gap in gaps_s]
    return ReplyTime(typical_s=exp(median(logs)) if logs else 0.0, count=len(logs))


def lateness(waited_s: float, usual_s: float) -> float:
    """Return 0 to 1: 0 at once, one half when the usual time has passed, near 1 after several times that."""
    return max(0.0, waited_s) / (max(0.0, waited_s) + max(usual_s, HOUR_S))
