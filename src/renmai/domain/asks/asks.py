"""Asks (V7): a request about to be made, one that was made, one kept for later, whom it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from renmai.domain.asks.ledger import Size
from renmai.domain.asks.limits import Verdict
from renmai.domain.book.because import Because
from renmai.domain.ties.ties import TieClass, TieState


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request made: what, how much, on which day, on which verdict, and how it ended.

    `because` is why the owner asked against the verdict. `load` and `owed` are how near it was to the shipped
    lines, 1 at the line: what had been asked with this, what was owed. `wish` names the wish it fulfils.
    """

    key: str
    on: date
    what: str
    size: str
    why_them: str = ""
    verdict: str = ""
    because: str = ""
    load: float = 0.0
    owed: float = 0.0
    wish: str = ""
    outcome: str = ""
    ended_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still awaited."""
        return not self.outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A request kept for a day to come without being made yet."""

    key: str
    noted_on: date
    until: date
    what: str
    size: str
    why_them: str = ""
    is_proud: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be asked now.

    `why_them` is what is in it for them, in the owner's words; `is_proud` whether they would be proud to be
    part of it, None where the owner does not say. `meets` is the need of theirs it meets, `need` another one
    to begin with; `cheaper` who else could do it, the best first, None where nobody was looked for.
    """

    what: str
    size: str = Size.MIDDLE
    why_them: str = ""
    is_proud: bool | None = None
    meets: str = ""
    need: str = ""
    cheaper: tuple[str, ...] | None = None

    @property
    def is_of_use(self) -> bool:
        """Tell whether anything is known to be in it for them."""
        return bool(self.meets or self.why_them.strip())


class Debt(NamedTuple):
    """A favour received that is not thanked for, or not returned: what it was, and when."""

    what: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known of somebody on the day they would be asked.

    `name` is as one calls them; `standing` as the engine has it, 0 to 1; `reply_chance` 0 to 1, None where
    too few letters tell. `net` and `spread` of the ledger are in points, above zero what they owe me;
    `latest_favour` is the last help of theirs, `unthanked` what no thanks were said for. `owed_reply_days` is
    since when they wait for an answer of mine; `sent_on` when I wrote what they have not answered, with
    `answer_by` until when an answer is likely. `is_key` where the owner called them key (T8); `gone` says why
    nobody proposes them: archived or deceased, empty where neither is so.
    """

    name: str
    tie_class: str | None
    state: str | None
    standing: float | None
    silent_days: int | None
    rhythm_days: float | None
    reply_chance: float | None = None
    net: float = 0.0
    spread: float = 0.0
    latest_favour: Debt | None = None
    has_entries: bool = False
    unthanked: tuple[Debt, ...] = ()
    owed_reply_days: int | None = None
    sent_on: date | None = None
    answer_by: date | None = None
    is_key: bool = False
    gone: str = ""
    asks: Sequence[Ask] = ()

    @property
    def is_close(self) -> bool:
        """Tell whether this is a close person: a strong tie that is not asleep."""
        return self.tie_class == TieClass.STRONG and self.state != TieState.DORMANT

    @property
    def has_tie(self) -> bool:
        """Tell whether something ever passed both ways."""
        return self.tie_class in (TieClass.WEAK, TieClass.STRONG)


class Question(StrEnum):
    """What one asks oneself before one asks; every finding answers one of them."""

    WORTH = "worth"
    INTEREST = "interest"
    PROUD = "proud"
    LEDGER = "ledger"
    OFTEN = "often"
    OPEN = "open"
    BEFORE = "before"
    TALK = "talk"
    ANSWERS = "answers"
    CHEAPER = "cheaper"


class Remedy(StrEnum):
    """What mends a finding before one asks."""

    GIVE = "give"  # something of mine, first
    GREET = "greet"  # a word that asks for nothing
    OTHER_WAY = "other_way"  # not by letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule found: the question it answers, its verdict, until when, why, and what would mend it."""

    question: Question
    verdict: Verdict
    because: Because
    until: date | None = None
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCheck:
    """The verdict with every finding, the strictest first; a wait ends on `until` where a day can be named.

    Where `is_small_between_close`, the findings are only shown: nothing blocks such an ask.
    """

    verdict: Verdict
    until: date | None
    findings: tuple[Finding, ...]
    is_small_between_close: bool = False
