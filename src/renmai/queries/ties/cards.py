"""The frozen cards of a tie: its strip, its figures, the owner's word beside them, why each is as it is."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from renmai.domain.book.because import Because
from renmai.domain.ties.basis import Basis
from renmai.domain.ties.ties import DEEP_BONDS, TieClass, TieState

Value = TypeVar("Value", str, float)
DORMANT_STRONG = "dormant_strong"


def mark_of(tie_class: str, state: str) -> str:
    """Return the mark of a tie: its class, or `dormant_strong` where a strong one sleeps (T2, T5)."""
    is_asleep = tie_class == TieClass.STRONG and state == TieState.DORMANT
    return DORMANT_STRONG if is_asleep else tie_class


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Two-way contact over time, oldest first: acts from me and from them in each `step` (month or week)."""

    starts_on: date
    step: str
    from_me: tuple[int, ...]
    from_them: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SaidCard(Generic[Value]):
    """One thing the owner said of a tie: a class, a bond or a strength 0 to 1, why, on which day."""

    value: Value
    because: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredCard:
    """What the owner says a tie is; None where what was computed stands."""

    tie_class: SaidCard[str] | None
    bond: SaidCard[str] | None
    strength: SaidCard[float] | None

    @property
    def latest(self) -> SaidCard[str] | SaidCard[float]:
        """What was said last."""
        said: list[SaidCard[str] | SaidCard[float]] = [
            card for card in (self.tie_class, self.bond, self.strength) if card is not None
        ]
        return max(said, key=lambda card: card.on)


@dataclass(frozen=True, slots=True)
class MovedCard:
    """One reason for a strength: what is so, what that does to it, and whether it makes it stronger."""

    because: Because
    effect: Because
    is_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyCard:
    """Why each figure of a tie is as it was computed; of strength, what moved it most comes first."""

    strength: tuple[MovedCard, ...]
    tie_class: tuple[Because, ...]
    state: tuple[Because, ...]
    standing: tuple[Because, ...]
    reciprocity: tuple[Because, ...]

    @property
    def for_and_against(self) -> tuple[MovedCard, ...]:
        """Return what makes a strength what it is most of all, and what speaks most against it."""
        first = [
            next((each for each in self.strength if each.is_up is is_up), None) for is_up in (True, False)
        ]
        return tuple(each for each in first if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TieCard:
    """A tie as the owner reads it. Strengths are 0 to 1; doors show 0 to 100.

    `tie_class` and `strength` are the owner's where they `declared` any; `…_computed` are what the traces
    say, None where there are none. `finished` cooperations may have raised the class, as `raised` explains.
    `strength_before` is None where it cannot be compared.
    """

    tie_class: str
    state: str
    strength: float
    strength_before: float | None
    reciprocity: float
    standing: float | None
    acts_out: int
    acts_in: int
    days_active: int
    first_on: date | None
    last_out_on: date | None
    last_in_on: date | None
    rhythm_days: float | None
    because: tuple[Because, ...]
    tie_class_computed: str | None
    strength_computed: float | None
    declared: DeclaredCard | None = None
    why: WhyCard | None = None
    finished: int = 0
    raised: Because | None = None
    basis: Basis | None = None

    @property
    def mark(self) -> str:
        """Its mark, as `mark_of` returns it."""
        return mark_of(self.tie_class, self.state)

    @property
    def is_class_by_bond(self) -> bool:
        """Tell whether the class is another than the traces say because of a bond alone."""
        declared = self.declared
        if declared is None or declared.tie_class is not None or declared.bond is None:
            return False
        return declared.bond.value in DEEP_BONDS and self.tie_class != self.tie_class_computed

    @property
    def is_class_by_word(self) -> bool:
        """Tell whether the class is another than the traces say by the owner's word: a class, or a bond."""
        is_said = self.declared is not None and (self.declared.tie_class or self.is_class_by_bond)
        return bool(is_said) and self.tie_class != self.tie_class_computed

    @property
    def is_class_by_cooperation(self) -> bool:
        """Tell whether the class is another than the traces say because of what was done together (T7)."""
        is_other = self.tie_class != self.tie_class_computed
        return bool(self.finished) and is_other and not self.is_class_by_word


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCard:
    """How somebody answers the owner. `chance` and `still` are 0 to 1.

    Of `asked` turns of the owner's `answered` were; half of the answers come within `half_hours`, four in
    five within `most_hours`. The last three fields are set where a letter of the owner's waits.
    """

    asked: int
    answered: int
    chance: float
    half_hours: float
    most_hours: float
    because: tuple[Because, ...]
    waiting_since_on: date | None = None
    still: float | None = None
    try_again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One line of People. `tie` is None for somebody only known by an address; `handles` are text forms.

    `replies` stands only where one person is looked at. `gone` is archived or deceased where they are never
    proposed for anything.
    """

    id: int
    name: str
    reading: str
    subtitle: str
    handles: tuple[str, ...]
    tie: TieCard | None
    tier: int | None
    last_contact_on: date | None
    strip: Strip | None = None
    replies: ReplyCard | None = None
    gone: str = ""

    @property
    def called(self) -> str:
        """Return the name, or the first handle of somebody who has none."""
        return self.name or next(iter(self.handles), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TierCard:
    """Somebody's tier: how often they should hear from me, and by how many days that is overdue (T8)."""

    tier: int | None
    rhythm_days: int | None
    overdue_days: int
    because: tuple[Because, ...]
