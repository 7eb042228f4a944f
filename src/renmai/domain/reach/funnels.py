"""Funnels (R3): of those met by one channel or in one group, who became a tie or a partner."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from renmai.domain.reach.chances import StepChance, Trials, chances, share_of_time
from renmai.domain.ties.ties import TieClass

Key = TypeVar("Key")
MINUTES_AN_ACT = 6
"""What one act of the owner's takes as a rule: no trace tells how long a letter was written at."""
DAYS_A_YEAR = 365.25
QUIET_DAYS = 180
"""Where nobody was met for so long, a channel that yields more than the others is neglected."""


class FunnelStep(StrEnum):
    """A step of the funnel; the last counts cooperations with weak and strong ties alike."""

    WEAK = "weak"
    STRONG = "strong"
    COOPERATION = "cooperation"


HORIZON_DAYS: Mapping[FunnelStep, float] = {
    FunnelStep.WEAK: DAYS_A_YEAR,
    FunnelStep.STRONG: 3 * DAYS_A_YEAR,
    FunnelStep.COOPERATION: 3 * DAYS_A_YEAR,
}
"""Within which time a step counts as taken or not: who was met less long ago counts by the share of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetPerson:
    """Somebody whose way in is known: when they were met, what became of it, what the owner put into it."""

    person_id: int
    on: date | None
    tie_class: str
    cooperations: int = 0
    acts_out: int = 0

    @property
    def is_weak(self) -> bool:
        """Tell whether the tie is a weak one at least."""
        return self.tie_class in (TieClass.WEAK, TieClass.STRONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """How many were met, and how many of them took each step; `years` are the years since, added up.

    `minutes` are estimated from the owner's acts; `last_on` is the day on which somebody was met last.
    """

    met: int
    weak: int
    strong: int
    partners: int
    years: float
    minutes: int
    last_on: date | None
    trials: Mapping[FunnelStep, Trials]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelYield:
    """A funnel with the chance of each step, and how many weak ties are to be expected of those met."""

    funnel: Funnel
    chances: Mapping[FunnelStep, StepChance]

    @property
    def expected_weak(self) -> float:
        """So many weak ties are to be expected of those who were met."""
        return self.funnel.met * self.chances[FunnelStep.WEAK].mean

    def is_neglected(self, today: date) -> bool:
        """Tell whether it surely yields more than the others, and nobody was met by it for half a year."""
        last = self.funnel.last_on
        is_quiet = last is None or (today - last).days > QUIET_DAYS
        return bool(self.funnel.met) and is_quiet and self.chances[FunnelStep.WEAK].is_surely_above


def funnel_of(people: Sequence[MetPerson], today: date) -> Funnel:
    """Return the funnel of some people as of a day; whose day is not known had all the time there is."""
    real = [each for each in people if each.is_weak]
    strong = [each for each in people if each.tie_class == TieClass.STRONG]
    partners = [each for each in real if each.cooperations]
    days = [(today - each.on).days for each in people if each.on is not None]
    return Funnel(
        met=len(people),
        weak=len(real),
        strong=len(strong),
        partners=len(partners),
        years=sum(days) / DAYS_A_YEAR,
        minutes=MINUTES_AN_ACT * sum(each.acts_out for each in people),
        last_on=max((each.on for each in people if each.on is not None), default=None),
        trials={
            FunnelStep.WEAK: _trials(FunnelStep.WEAK, people, real, today),
            FunnelStep.STRONG: _trials(FunnelStep.STRONG, real, strong, today),
            FunnelStep.COOPERATION: _trials(FunnelStep.COOPERATION, real, partners, today),
        },
    )


def _trials(step: FunnelStep, could: Iterable[MetPerson], taken: Sequence[MetPerson], today: date) -> Trials:
    """Return who took a step as a trial each, and who did not by the share of the horizon they had."""
    done = {each.person_id for each in taken}
    left = (
        share_of_time((today - each.on).days, HORIZON_DAYS[step]) if each.on else 1.0
        for each in could
        if each.person_id not in done
    )
    return Trials(len(done), len(done) + sum(left))


def yields_of(funnels: Mapping[Key, Funnel]) -> dict[Key, ChannelYield]:
    """Return the chances of each of several channels or groups, regularised towards all of them."""
    by_step = {step: chances([funnel.trials[step] for funnel in funnels.values()]) for step in FunnelStep}
    return {
        key: ChannelYield(funnel=funnel, chances={step: by_step[step][place] for step in FunnelStep})
        for place, (key, funnel) in enumerate(funnels.items())
    }
