"""The frozen cards of value: what somebody needs and offers, what meets, which ways it goes, what to ask."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.value.values import Effective


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueCard:
    """One need or offer, the owner's own where `person_id` is None. `because` says how it is known, and when.

    `name` is whose it is, empty for the owner's; `ends` says until when, where it ends; `fresh` is 0 to 1.
    """

    key: str
    person_id: int | None
    name: str
    side: str
    text: str
    origin: str
    importance: str
    noted_on: date
    until: date | None
    sentence: str
    fresh: float
    because: Because
    ends: Because | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchCard:
    """An offer that meets a need: `kind` give, get or join; `fit` 0 to 1."""

    key: str
    kind: str
    need: ValueCard
    offer: ValueCard
    fit: float
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalCard:
    """What somebody's words seem to say, with the sentence; `because` says who wrote it, and when."""

    key: str
    person_id: int | None
    name: str
    side: str
    text: str
    sentence: str
    on: date
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementCard:
    """What the owner achieved or is building: `proof` a link or a file, `witness` who can confirm it."""

    key: str
    text: str
    on: date
    proof: str
    is_growing: bool
    witness_id: int | None
    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BothWays:
    """One row of two columns: what one side has, what the other looks for, and the match where they meet."""

    has: ValueCard | None
    needs: ValueCard | None
    match: MatchCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectiveCard:
    """Which ways value goes with one person (V3), and the questions that would find out."""

    person_id: int
    name: str
    ways: Effective
    questions: tuple[Because, ...]

    @property
    def because(self) -> Because:
        """The ways in words."""
        return Because(f"effective_{self.ways}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonValueCard:
    """What the owner and one person can do for each other.

    `give` rows show what they need beside what meets it, `get` rows what they have beside what I need;
    `joins` are the needs of others that something of theirs meets.
    """

    effective: EffectiveCard
    give: tuple[BothWays, ...]
    get: tuple[BothWays, ...]
    joins: tuple[MatchCard, ...]
    proposals: tuple[ProposalCard, ...]

    @property
    def is_told(self) -> bool:
        """Tell whether anything is known of what they need or offer."""
        return bool(self.give or self.get or self.joins or self.proposals)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuesCard:
    """The page of value: mine, what meets in the book by kind, what was read in letters, which ways it goes.

    `review` says why a review is due, None where it is not; `notice` what is wrong with the owner's table of
    words; `total` counts what was noted of others.
    """

    offers: tuple[ValueCard, ...]
    needs: tuple[ValueCard, ...]
    achievements: tuple[AchievementCard, ...]
    growing: tuple[AchievementCard, ...]
    review: Because | None
    matches: dict[str, tuple[MatchCard, ...]]
    proposals: tuple[ProposalCard, ...]
    effective: tuple[EffectiveCard, ...]
    total: int
    notice: Because | None = None
