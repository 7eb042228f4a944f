"""The frozen cards of what is done together: cooperations, tiers, the ladder, promises."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.together.cooperation import BEFORE_AGREEMENT, OPEN, Milestone, Stage
from renmai.queries.network.cards import CommendationCard, MetCard
from renmai.queries.ties.cards import TierCard


@dataclass(frozen=True, slots=True)
class NeedCard:
    """A need of theirs as the owner noted it."""

    text: str
    on: date


class DueCard:
    """What is due on a day, judged by the days until then: below 0 once it is late, None without a day."""

    __slots__ = ()
    due_on: date | None
    due_in_days: int | None

    @property
    def is_late(self) -> bool:
        """Tell whether its day is over."""
        return self.due_in_days is not None and self.due_in_days < 0

    @property
    def is_due_today(self) -> bool:
        """Tell whether this is its day."""
        return self.due_in_days == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationCard(DueCard):
    """One cooperation as the owner reads it; `number` names it.

    `mark` is the sign of the tie, empty without one. `because` are the flags, and what the traces say of
    attempts in vain; `need_said_on` when the need it answers was noted, None where it is in the owner's words
    only. `following` are the stages it may go to, the next one first; `due_in_days` is below 0 once late.
    """

    number: int
    person_id: int
    name: str
    subtitle: str
    mark: str
    title: str
    stage: str
    began_on: date
    moved_on: date
    finished_on: date | None
    my_gain: str
    their_gain: str
    margin_percent: float | None
    need: str
    need_said_on: date | None
    others: str
    is_exclusive: bool
    next_idea: str
    next_step: str
    due_on: date | None
    due_in_days: int | None
    attempts: int
    because: tuple[Because, ...]
    following: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    ran: tuple[date, date | None] | None

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done before it can be looked back on."""
        return self.stage in OPEN

    @property
    def is_before_agreement(self) -> bool:
        """Tell whether it may still be proposed in vain."""
        return self.stage in BEFORE_AGREEMENT

    @property
    def is_past(self) -> bool:
        """Tell whether nothing more is done in it: carried through, or given up."""
        return self.finished_on is not None or self.stage == Stage.DROPPED

    @property
    def has_step(self) -> bool:
        """Tell whether it is known what comes next, or when."""
        return bool(self.next_step or self.due_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCard:
    """Every cooperation by its stage, in the order of stages; within one, what is due first stands first."""

    stages: tuple[tuple[str, tuple[CooperationCard, ...]], ...]
    open_total: int
    finished_total: int
    people_total: int

    @property
    def cooperations(self) -> tuple[CooperationCard, ...]:
        """All of them, by stage."""
        return tuple(card for _, cards in self.stages for card in cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationPage:
    """One cooperation with the needs of theirs it might answer; without one, the page to begin one."""

    person_id: int
    name: str
    needs: tuple[NeedCard, ...]
    cooperation: CooperationCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCard(DueCard):
    """One promise of the owner's; `due_in_days` is below 0 once it is late, None where no day was named."""

    number: int
    person_id: int
    name: str
    what: str
    made_on: date
    due_on: date | None
    due_in_days: int | None
    ended_on: date | None
    is_kept: bool

    @property
    def is_open(self) -> bool:
        """Tell whether it still has to be kept."""
        return self.ended_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPromiseCard:
    """A promise that a letter seems to hold, not noted: with whom, whose, which kind, its sentence, day."""

    person_id: int
    name: str
    is_mine: bool
    kind: str
    sentence: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderCard:
    """The next rung of a tie with what takes it there, and how much was carried through so far (T7)."""

    rung: str
    because: tuple[Because, ...]
    finished: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherCard:
    """What one person's page says of things done together; `met` is noted, `met_perhaps` only proposed.

    `brought` are those who came through them; `written_promises` stand in letters and are not noted.
    """

    cooperations: tuple[CooperationCard, ...]
    tier: TierCard
    ladder: LadderCard
    promises: tuple[PromiseCard, ...]
    written_promises: tuple[WrittenPromiseCard, ...]
    met: MetCard | None
    met_perhaps: MetCard | None
    brought: tuple[MetCard, ...]
    commendations: tuple[CommendationCard, ...]

    @property
    def open_promises(self) -> tuple[PromiseCard, ...]:
        """The promises that still have to be kept."""
        return tuple(promise for promise in self.promises if promise.is_open)
