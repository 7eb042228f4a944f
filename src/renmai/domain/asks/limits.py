"""Ask limits: where the rules of asking draw their lines, as shipped or as outcomes moved them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp, log
from typing import NamedTuple


class Verdict(StrEnum):
    """What the check says."""

    GO = "go"
    WAIT = "wait"
    BETTER_NOT = "better_not"


SEVERITY = {Verdict.GO: 0, Verdict.WAIT: 1, Verdict.BETTER_NOT: 2}


class AskOutcome(StrEnum):
    """How an ask ended; one without an outcome is open."""

    GRANTED = "granted"
    DECLINED = "declined"
    IGNORED = "ignored"


class Ending(NamedTuple):
    """An ask that ended: how near it was to the shipped lines when it was made (1 at the line), and how it
    ended."""

    load: float
    owed: float
    outcome: str


class Tally(NamedTuple):
    """Of how many asks how many were granted."""

    granted: int = 0
    asks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Where the rules draw their lines.

    `ask_points` may be asked of somebody within `window_days`, and no more than `month_asks` times within
    `month_days`; `owed_points` may be owed before more is asked; close people bear `close_times` as much. An
    answer is awaited for `patience_days`. `ended` asks are known; `within` and `beyond` are those on either
    side of the shipped line of `ask_points`.
    """

    window_days: int = 90
    ask_points: float = 4.0
    owed_points: float = 3.0
    close_times: float = 3.0
    month_days: int = 30
    month_asks: int = 2
    patience_days: int = 14
    ended: int = 0
    within: Tally = Tally()
    beyond: Tally = Tally()
    is_learnt: bool = False


ENOUGH_OUTCOMES = 8
"""So many asks must have ended before a line moves."""
FACTORS = (0.5, 0.7, 1.0, 1.4, 2.0)
PRIOR = (0.1, 0.2, 0.4, 0.2, 0.1)
"""Where the owner's own line may be, as a multiple of the shipped one, and the prior probability of each."""
GRANTED_WITHIN, GRANTED_BEYOND = 0.8, 0.3
"""What share is granted on either side of a line: a judgement, which only says that the sides differ."""


def learnt(endings: Iterable[Ending], limits: Limits) -> Limits:
    """Return the limits as the owner's own outcomes move them.

    Each possible line is weighed by how well it tells the granted asks from the others (Bayes' rule over
    `FACTORS`), and the lines move to their weighted geometric mean. Outcomes on one side only of every
    possible line say nothing and move nothing; a granted ask never makes a line stricter.
    """
    known = list(endings)
    if not known:
        return limits
    told = replace(
        limits,
        ended=len(known),
        within=_tally(each for each in known if each.load <= 1.0),
        beyond=_tally(each for each in known if each.load > 1.0),
    )
    if len(known) < ENOUGH_OUTCOMES:
        return told
    asked = _factor([(each.load, each.outcome) for each in known])
    owed = _factor([(each.owed, each.outcome) for each in known])
    if asked == owed == 1.0:
        return told
    return replace(
        told,
        ask_points=limits.ask_points * asked,
        owed_points=limits.owed_points * owed,
        is_learnt=True,
    )


def _factor(outcomes: Sequence[tuple[float, str]]) -> float:
    """Return by how much a line moves, to a tenth."""
    weights = []
    for factor, prior in zip(FACTORS, PRIOR, strict=True):
        fit = log(prior)
        for near, outcome in outcomes:
            granted = GRANTED_WITHIN if near <= factor else GRANTED_BEYOND
            fit += log(granted if outcome == AskOutcome.GRANTED else 1.0 - granted)
        weights.append(fit)
    highest = max(weights)
    shares = [exp(weight - highest) for weight in weights]
    mean = sum(share * log(factor) for share, factor in zip(shares, FACTORS, strict=True)) / sum(shares)
    return round(exp(mean), 1)


def _tally(endings: Iterable[Ending]) -> Tally:
    outcomes = [each.outcome for each in endings]
    return Tally(sum(each == AskOutcome.GRANTED for each in outcomes), len(outcomes))
