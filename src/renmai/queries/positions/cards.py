"""The frozen cards of positions and of the job-change test."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.positions.leaving import Fate, Judged, Stakes
from renmai.domain.positions.positions import Position, held_on
from renmai.domain.positions.signs import PositionProposal


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionsCard:
    """Somebody's positions, newest first, and what traces propose; the owner's where `person_id` is None."""

    person_id: int | None
    name: str
    today: date
    positions: tuple[Position, ...]
    proposals: tuple[PositionProposal, ...]

    @property
    def held(self) -> tuple[Position, ...]:
        """The positions held today."""
        return held_on(self.positions, self.today)

    @property
    def coming(self) -> Position | None:
        """The position that is known to end first, None where no change is known."""
        ending = [each for each in self.positions if each.ends_after(self.today)]
        return min(ending, key=lambda each: (each.until or date.max, each.key), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TieAtRisk:
    """One tie under the test: chance 0 to 1 that it outlives the position, why, what it holds, what to do.

    `part`, 0 to 1, is how much of it passed through the position; `against` are the chance in words, then the
    reasons that speak against it; `loss` orders ties by what would be missed.
    """

    person_id: int
    name: str
    subtitle: str
    mark: str
    state: str
    strength: float
    chance: float
    part: float
    fate: Fate
    because: tuple[Because, ...]
    against: tuple[Because, ...]
    stakes: Stakes
    loss: float
    steps: tuple[Because, ...] = ()
    draft: Because | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingCard:
    """The test of a position of the owner's: every tie it touches, those most missed first.

    `position` is None where none is known; `is_assumed` where it is only read from traces. `ties` counts
    the real ties looked at, of which `untouched` have nothing to do with it; `expected` is the sum of
    the others' chances, `strength` and `kept_strength` what they add up to now and after. `lost` adds up
    what was noted of the ties counted as lost, `plan` holds those worth making personal now. `leaves_on`
    is the day of a known change. `mine` are the owner's positions, `moved` people who seem to have
    changed theirs.
    """

    today: date
    position: Position | None
    is_assumed: bool
    leaves_on: date | None
    ties: int
    untouched: int
    rows: tuple[TieAtRisk, ...]
    expected: float
    strength: float
    kept_strength: float
    lost: Stakes
    plan: tuple[TieAtRisk, ...]
    because: tuple[Because, ...]
    mine: PositionsCard
    moved: tuple[PositionsCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeavingCard:
    """What if they left: their position, whether it is only assumed, and the tie under the test."""

    position: Position | None
    is_assumed: bool
    leaves_on: date | None
    risk: TieAtRisk | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastChange:
    """One past change: its account, and the same in a sentence."""

    judged: Judged
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLeavingCard:
    """What the test would have said at the owner's past changes, newest first; `because` where nothing."""

    changes: tuple[PastChange, ...] = ()
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeaving:
    """Somebody's positions and the tie under the test, as their page shows them."""

    positions: PositionsCard
    leaving: PersonLeavingCard

    @property
    def heading(self) -> Because:
        """The question in words: if they left."""
        return Because("leaving_if", {"name": self.positions.name})
