"""Replies: what is to be expected of somebody, and what silence means by now (R6, T4).

Of what is sent to a person a part is answered, some soon and some late. Both are counted: how much was
asked, and how long each answer took. Where little is known of a person the owner's whole book stands in, and
before that what was measured on a public list. While they are silent the chance falls by Bayes' rule: with a
chance π at first and a share G of answers that come later than the silence so far, it is π·G/(π·G + 1 − π).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from renmai.domain.ties.cadence import DAY_S, FEW

HOUR_S = 3600
KNOTS_S = (
    *(hours * HOUR_S for hours in (1, 3, 8)),
    *(days * DAY_S for days in (1, 2, 3, 5, 7, 10, 14, 21, 30, 60)),
)
"""An answer counts in the first of these spans it fits in; what takes longer than the last is none."""
RIPE_S = 14 * DAY_S
"""Younger letters are not counted: those answered already would stand for those that will be."""
PRIOR_SHAPE = (0.224, 0.109, 0.122, 0.180, 0.081, 0.047, 0.063, 0.033, 0.048, 0.030, 0.021, 0.024, 0.018)
"""Answers by span on the list linux-i2c, 2019 to 2021, to those addressed among at most six."""
PRIOR_CHANCE = 0.5
"""What is sent to one or few in private is answered oftener than on a list (0.19 there); a judgement."""
MOST_CHANCE = 0.95
"""Even with people who always answered some letter gets lost; on Enron-156 a higher π was overconfident."""
CHANCE_PRIOR_WEIGHT = 5.0
SHAPE_PRIOR_WEIGHT = 20.0
"""How many letters, and answers, the priors weigh."""
MOST_SHARE = 0.8
LATE_SHARE = 0.85
"""Once this share of the answers that ever come would have come, a silence is late and worth a word."""
SOONEST_S = 2 * DAY_S
LATEST_S = 21 * DAY_S
"""Nobody is asked again sooner; after three weeks the letter is given up."""


class ReplyHabit(NamedTuple):
    """How many letters were sent, and how many were answered within each span of `KNOTS_S`."""

    asked: int = 0
    counts: tuple[int, ...] = (0,) * len(KNOTS_S)

    @property
    def answered(self) -> int:
        """Return how many were answered at all."""
        return sum(self.counts)

    def plus(self, other: "ReplyHabit", *, times: int = 1) -> "ReplyHabit":
        """Return both together; with `times=-1`, this one without the other."""
        counts = tuple(mine + times * theirs for mine, theirs in zip(self.counts, other.counts, strict=True))
        return ReplyHabit(self.asked + times * other.asked, counts)


def habit_of(waits_s: Iterable[float | None]) -> ReplyHabit:
    """Return the habit that some letters show: how long each answer took, None where there was none."""
    counts = [0] * len(KNOTS_S)
    asked = 0
    for wait_s in waits_s:
        asked += 1
        if wait_s is not None and wait_s <= KNOTS_S[-1]:
            counts[bisect_left(KNOTS_S, wait_s)] += 1
    return ReplyHabit(asked, tuple(counts))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyOutlook:
    """What to expect of somebody: the chance of an answer, and the share of answers beyond each knot."""

    chance: float
    later: tuple[float, ...]
    asked: int
    answered: int

    @property
    def is_known(self) -> bool:
        """Tell whether enough answers of theirs were seen to speak of a habit."""
        return self.answered >= FEW

    def left(self, silent_s: float) -> float:
        """Return the share of answers that take longer than this, 1 to 0; between knots by log time."""
        if silent_s <= KNOTS_S[0]:
            return 1.0 - (1.0 - self.later[0]) * max(0.0, silent_s) / KNOTS_S[0]
        if silent_s >= KNOTS_S[-1]:
            return 0.0
        place = bisect_left(KNOTS_S, silent_s)
        low, high = KNOTS_S[place - 1], KNOTS_S[place]
        part = log(silent_s / low) / log(high / low)
        return self.later[place - 1] + part * (self.later[place] - self.later[place - 1])

    def within_s(self, share: float) -> float:
        """Return how long it takes until this share of the answers has come."""
        place = next(
            (place for place, left in enumerate(self.later) if left <= 1.0 - share), len(KNOTS_S) - 1
        )
        before = self.later[place - 1] if place else 1.0
        part = (before - (1.0 - share)) / (before - self.later[place]) if before > self.later[place] else 1.0
        if place == 0:
            return part * KNOTS_S[0]
        return float(KNOTS_S[place - 1] * (KNOTS_S[place] / KNOTS_S[place - 1]) ** part)

    def still_comes(self, silent_s: float) -> float:
        """Return the chance that an answer still comes after so long a silence."""
        return still_comes(self.chance, self.left(silent_s))

    @property
    def try_again_s(self) -> float:
        """Return after how long a silence to try again: when it is late for them, 2 to 21 days."""
        return min(float(LATEST_S), max(float(SOONEST_S), self.within_s(LATE_SHARE)))

    def is_over(self, silent_s: float) -> bool:
        """Tell whether to let go: from here on a silence is an answer, though the tie may be greeted."""
        return silent_s > LATEST_S + DAY_S


def still_comes(chance: float, left: float) -> float:
    """Return the chance of an answer after a silence that a share `left` of the answers would outlast."""
    return chance * left / (chance * left + 1.0 - chance) if chance < 1.0 else 1.0


NO_HABIT = ReplyHabit()


def outlook_of(person: ReplyHabit, everybody: ReplyHabit = NO_HABIT) -> ReplyOutlook:
    """Return what to expect of a person, shrunk towards everybody's habit, and that towards the prior."""
    whole = _shrunk(everybody, PRIOR_CHANCE, PRIOR_SHAPE)
    chance, shape = _shrunk(person, *whole)
    later, left = [], 1.0
    for part in shape:
        left -= part
        later.append(max(0.0, left))
    later[-1] = 0.0
    return ReplyOutlook(
        chance=min(MOST_CHANCE, chance), later=tuple(later), asked=person.asked, answered=person.answered
    )


def _shrunk(habit: ReplyHabit, chance: float, shape: Sequence[float]) -> tuple[float, tuple[float, ...]]:
    answered = habit.answered
    parts = tuple(
        (count + SHAPE_PRIOR_WEIGHT * part) / (answered + SHAPE_PRIOR_WEIGHT)
        for count, part in zip(habit.counts, shape, strict=True)
    )
    return (answered + CHANCE_PRIOR_WEIGHT * chance) / (habit.asked + CHANCE_PRIOR_WEIGHT), parts
