"""The frozen cards of the ask check and of past asks."""

from dataclasses import dataclass
from datetime import date, timedelta

from renmai.domain.asks.asks import Ask, Finding, Request, Wish
from renmai.domain.asks.check import UNNAMED_WAIT_DAYS, Nearness, Step
from renmai.domain.asks.ledger import Size
from renmai.domain.asks.limits import Limits, Verdict
from renmai.domain.book.because import Because
from renmai.queries.asks.ledger_cards import LedgerCard


@dataclass(frozen=True, slots=True, kw_only=True)
class BetterPerson:
    """Somebody else who could be asked: what of theirs fits, and what the check says of them."""

    id: int
    name: str
    subtitle: str
    offer: str
    fit: float
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAsk:
    """An ask that was made; `is_over` where it was awaited so long that it seems ignored."""

    person_id: int
    name: str
    ask: Ask
    is_over: bool

    @property
    def id(self) -> int:
        """The number under which it is ended."""
        return int(self.ask.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCard:
    """May I ask now: the verdict and every finding, the strictest first (V7).

    `request` is None where nothing is named yet. `title` says the verdict; `steps` what to do first, the ask
    itself last. `nearness` is kept with an ask that is made; `basis` says on what the lines rest.
    """

    person_id: int
    name: str
    request: Request | None
    today: date
    verdict: Verdict
    until: date | None
    title: Because
    summary: Because
    findings: tuple[Finding, ...]
    steps: tuple[Step, ...]
    draft: Because | None
    better_people: tuple[BetterPerson, ...]
    nearness: Nearness
    limits: Limits
    basis: Because
    ledger: LedgerCard
    asks: tuple[PastAsk, ...]
    wishes: tuple[Wish, ...]

    @property
    def size(self) -> Size:
        """Return how large the request is; while none is named, the check is of a middle one."""
        return Size(self.request.size) if self.request else Size.MIDDLE

    @property
    def later_on(self) -> date:
        """Return the day proposed for asking later: that of the ask itself among what is to be done."""
        on = self.steps[-1].on if self.steps else self.today
        return on if on > self.today else self.today + timedelta(days=UNNAMED_WAIT_DAYS)

    @property
    def has_way(self) -> bool:
        """Tell whether something is to be done, or waited for, before the request is made."""
        return self.request is not None and (len(self.steps) > 1 or self.verdict == Verdict.WAIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWish:
    """A wish to ask somebody, kept for a day."""

    person_id: int
    name: str
    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksCard:
    """All asks, newest first, the wishes kept, and what their endings taught."""

    asks: tuple[PastAsk, ...]
    wishes: tuple[KeptWish, ...]
    basis: Because
