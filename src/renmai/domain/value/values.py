"""Values (V1 to V3): what I and they can give, what we look for, how fresh that is, and which ways it goes.

A need or an offer is what somebody said, or what I guess of them; a guess counts half. Both fade: what was
looked for a year ago is mostly found, or forgotten. Rank and fame of a person do not enter (V3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from renmai.domain.book.because import Because

HALF_LIFE_DAYS = {"need": 180, "offer": 720}
GUESS = 0.5
REVIEW_DAYS = 92
"""After a quarter, what I offer is to be looked through again."""


class Side(StrEnum):
    """Whether somebody looks for it or has it."""

    NEED = "need"
    OFFER = "offer"


class Origin(StrEnum):
    """How it is known: they said so, it stands in what they wrote, or it is my guess."""

    SAID = "said"
    WRITTEN = "written"
    GUESS = "guess"


class Importance(StrEnum):
    """How much it matters to whoever needs it, or what it is worth of an offer."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


WEIGHTS = {Importance.LOW: 0.5, Importance.MIDDLE: 1.0, Importance.HIGH: 2.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A need or an offer of one person, or of mine where `person_id` is None.

    `text` is as it was said; `sentence` the words it was taken from; `noted_on` when it was known, `until`
    when it ends; `act` the interaction it was said in, by the name it keeps over every rebuild.
    """

    key: str
    person_id: int | None
    side: str
    text: str
    noted_on: date
    origin: str = Origin.SAID
    importance: str = Importance.MIDDLE
    until: date | None = None
    act: str = ""
    sentence: str = ""

    def lasts_on(self, day: date) -> bool:
        """Tell whether it still counts on a day: its last day, if it has one, is not over."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """Something I achieved, with its proof: a link, a file, or somebody who can confirm it (V1)."""

    key: str
    text: str
    on: date
    proof: str = ""
    witness_id: int | None = None
    is_growing: bool = False


class Effective(StrEnum):
    """Which ways value can go (V3)."""

    BOTH = "both"
    I_FOR_THEM = "i_for_them"
    THEY_FOR_ME = "they_for_me"
    NEITHER = "neither"


def freshness(value: Value, today: date) -> float:
    """Return 0 to 1: how much a need or an offer still counts; nothing once its day is over."""
    if not value.lasts_on(today):
        return 0.0
    aged_days = max(0, (today - value.noted_on).days)
    fresh: float = 0.5 ** (aged_days / HALF_LIFE_DAYS[value.side])
    return max(fresh, 0.5) if value.until is not None else fresh


def weight(value: Value, today: date) -> float:
    """Return what a need or an offer weighs among others: importance times freshness, half for a guess."""
    sure = GUESS if value.origin == Origin.GUESS else 1.0
    return WEIGHTS[Importance(value.importance)] * freshness(value, today) * sure


def effective(values: Iterable[Value], *, i_give: bool, they_give: bool) -> Effective:
    """Return which ways value can go with one person: an offer of theirs may be of use later, mine must fit.

    :param i_give: one of my offers meets a need of theirs
    :param they_give: one of their offers meets a need of mine
    """
    into = they_give or any(value.side == Side.OFFER for value in values)
    if i_give and into:
        return Effective.BOTH
    if i_give:
        return Effective.I_FOR_THEM
    return Effective.THEY_FOR_ME if into else Effective.NEITHER


def finding_out(
    ways: Effective, name: str, needs: Sequence[Value], offers: Sequence[Value]
) -> tuple[Because, ...]:
    """Return the question for each way that cannot be named yet: what would find it out (V2, V3)."""
    questions = []
    if ways not in (Effective.BOTH, Effective.I_FOR_THEM):
        questions.append(
            Because("ask_another_need", {"name": name, "need": needs[0].text})
            if needs
            else Because("ask_need", {"name": name})
        )
    if ways not in (Effective.BOTH, Effective.THEY_FOR_ME) and not offers:
        questions.append(Because("ask_offer", {"name": name}))
    return tuple(questions)


def review_due(reviewed_on: date | None, first_on: date | None, today: date) -> Because | None:
    """Return why what I offer is to be looked through, None where it need not be yet (V1).

    :param first_on: since when anything of mine is noted, None where nothing is
    """
    if first_on is None:
        return Because("value_none")
    if reviewed_on is None:
        is_old = (today - first_on).days >= REVIEW_DAYS
        numbers = dict.fromkeys(("since", "since_on"), first_on.isoformat())
        return Because("value_never_reviewed", numbers) if is_old else None
    aged = (today - reviewed_on).days
    return Because("value_review_due", {"ago_days": aged}) if aged >= REVIEW_DAYS else None
