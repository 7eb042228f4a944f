"""The frozen cards of outreach."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.reach.outreach import Attempt, OutreachState, SignOfLife


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachCard:
    """One outreach as the owner reads it; `number` names it.

    `still` is the chance that an answer still comes, None before the first attempt; `another` that of one
    more attempt; `try_again_on` the day from which it is worth it. `step` says what to do now, `because` why;
    `draft` how one could write, None where nothing is to be written; `may_bring` what could be new for them;
    `basis` what Today's reminder of it rests on.
    """

    number: int
    person_id: int
    name: str
    subtitle: str
    goal: str
    state: OutreachState
    began_on: date
    deadline_on: date | None
    is_over: bool
    least_percent: float
    attempts: tuple[Attempt, ...]
    signs: tuple[SignOfLife, ...]
    still: float | None
    another: float
    try_again_on: date | None
    is_due: bool
    rests_until_on: date | None
    ended_on: date | None
    way: str
    may_bring: tuple[str, ...]
    because: tuple[Because, ...]
    step: Because
    draft: Because | None
    basis: str

    @property
    def is_open(self) -> bool:
        """Tell whether it goes on, now or after a rest."""
        return self.ended_on is None

    @property
    def line(self) -> tuple[tuple[date, Attempt | None, SignOfLife | None], ...]:
        """Return attempts and signs on one line of time, each as (day, attempt, sign) with the other None."""
        found: list[tuple[int, date, Attempt | None, SignOfLife | None]] = [
            *((each.at_epoch_s, each.on, each, None) for each in self.attempts),
            *((each.at_epoch_s, each.on, None, each) for each in self.signs),
        ]
        return tuple((on, attempt, sign) for _, on, attempt, sign in sorted(found, key=lambda each: each[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachPage:
    """The person one reaches out to, with one outreach, None where it is still to begin."""

    person_id: int
    name: str
    outreach: OutreachCard | None = None
    may_bring: tuple[str, ...] = ()
