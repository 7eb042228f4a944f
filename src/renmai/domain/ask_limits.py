"""Ask limits: where the rules of asking draw their lines, as shipped or as outcomes moved them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Where the rules draw their lines; `basis` says whether they are as shipped or learnt from outcomes.

    `ask_points` may be asked of somebody within `window_days`; `owed_points` may be owed before more is
    asked; close people bear `close_times` as much.
    """

    window_days: int = 90
    ask_points: float = 3.0
    owed_points: float = 3.0
    close_times: float = 3.0
    patience_days: int = 14
    basis: str = "shipped"


ENOUGH_OUTCOMES = 8
"""So many asks must have ended on a side of a line before it moves."""
WELL, BADLY = 0.7, 0.4
STEP = 1.5


def learnt(endings: Iterable[tuple[Verdict, str]], limits: Limits) -> Limits:
    """Return the limits as the owner's own outcomes move them.

    Where asks made against a *wait* were granted mostly, the lines were too strict, and more may be asked;
    where asks made on a *go* were mostly declined or ignored, they were too loose. The mean of a
    Beta(1, 1) posterior is compared, after at least `ENOUGH_OUTCOMES` of a kind.

    :param endings: the verdict each ended ask was made on, and how it ended
    """
    known = list(endings)
    against = _granted(known, Verdict.WAIT)
    on_go = _granted(known, Verdict.GO)
    factor = 1.0
    if against is not None and against >= WELL:
        factor = STEP
    elif on_go is not None and on_go <= BADLY:
        factor = 1 / STEP
    if factor == 1.0:
        return limits
    return Limits(
        window_days=limits.window_days,
        ask_points=limits.ask_points * factor,
        owed_points=limits.owed_points * factor,
        close_times=limits.close_times,
        patience_days=limits.patience_days,
        basis="learnt",
    )


def _granted(endings: list[tuple[Verdict, str]], verdict: Verdict) -> float | None:
    """Return the share granted of asks made on a verdict, None where too few are known."""
    outcomes = [outcome for said, outcome in endings if said == verdict]
    if len(outcomes) < ENOUGH_OUTCOMES:
        return None
    return (sum(outcome == AskOutcome.GRANTED for outcome in outcomes) + 1) / (len(outcomes) + 2)
