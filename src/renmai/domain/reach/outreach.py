"""Outreach: breaking the ice with one person, as a series of attempts with a goal and a deadline (R6).

Silence is not refusal: the director who did not call back had only been busy, and the eleventh attempt got
the meeting because it brought something new (S2). So every attempt names what is new for the other side, the
next one waits until most of their answers would have come, and from some chance on one lets go in peace.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from renmai.domain.capture.interactions import Kind
from renmai.domain.ties.replies import (
    CHANCE_PRIOR_WEIGHT,
    LATEST_S,
    MOST_CHANCE,
    MOST_SHARE,
    SOONEST_S,
    ReplyOutlook,
    still_comes,
)

LEAST_PERCENT = 10.0
"""Below this chance another attempt costs more than it may bring, unless the owner says otherwise."""
SILENCE_WEIGHT = 0.5
"""How many unanswered letters an attempt in vain weighs: between 0, which fits Enron-156, where people answer
after many attempts, and 1, which fits the list linux-i2c from the fourth attempt on."""
REST_DAYS = 90
"""For how long one rests where no day is named."""


class ReachWay(StrEnum):
    """By which way one tries."""

    MAIL = "mail"
    WECHAT = "wechat"
    MESSAGE = "message"
    PHONE = "phone"
    IN_PERSON = "in_person"


WAY_OF: dict[str, ReachWay] = {
    Kind.MAIL: ReachWay.MAIL,
    Kind.MESSAGE: ReachWay.MESSAGE,
    Kind.CALL: ReachWay.PHONE,
}
"""The way of what traces show; any other kind of act is a meeting."""
WRITTEN_WAYS = (ReachWay.WECHAT, ReachWay.MESSAGE)
"""A chat's trace and a tick on the same day are one attempt, by whichever of these names."""


class OutreachEnd(StrEnum):
    """How an outreach ends, by the owner's word."""

    ANSWERED = "answered"
    GIVEN_UP = "given_up"


class OutreachState(StrEnum):
    """Where an outreach stands on a day."""

    OPEN = "open"
    RESTING = "resting"
    ANSWERED = "answered"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt: when, by which way, what was new for them; `is_seen` where a trace shows it.

    `way` is empty where the owner called it done on Today and did not say how.
    """

    at_epoch_s: int
    on: date
    way: str
    news: str = ""
    is_seen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOfLife:
    """Something they let be heard, short of what is hoped for: “in a meeting, I will call you”."""

    at_epoch_s: int
    on: date
    words: str = ""
    is_seen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outreach:
    """A series of attempts to reach one person; both lists have the oldest first.

    `least_percent` is the chance below which the owner wants to let go; `rests_until_on` the day until which
    it rests, None where it does not; `end` is empty while it goes on.
    """

    key: str
    person_id: int
    goal: str
    began_on: date
    deadline_on: date | None = None
    least_percent: float = LEAST_PERCENT
    attempts: tuple[Attempt, ...] = ()
    signs: tuple[SignOfLife, ...] = ()
    rests_until_on: date | None = None
    end: str = ""
    ended_on: date | None = None

    def state(self, today: date) -> OutreachState:
        """Return where it stands on a day."""
        if self.end:
            return OutreachState(self.end)
        is_resting = self.rests_until_on is not None and today < self.rests_until_on
        return OutreachState.RESTING if is_resting else OutreachState.OPEN

    @property
    def unanswered(self) -> tuple[Attempt, ...]:
        """Return the attempts since they last let anything be heard."""
        heard = self.signs[-1].at_epoch_s if self.signs else None
        return tuple(each for each in self.attempts if heard is None or each.at_epoch_s > heard)

    @property
    def ways(self) -> tuple[str, ...]:
        """Return the ways that were tried, each once, in their order."""
        return tuple(dict.fromkeys(each.way for each in self.attempts if each.way))

    @property
    def step_basis(self) -> str:
        """Return what Today's reminder rests on: after another attempt or a sign it is another reminder."""
        resting = self.rests_until_on.isoformat() if self.rests_until_on else ""
        return f"outreach {self.key} {len(self.attempts)} {len(self.signs)} {resting}"


def joined(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """Return attempts in order, where one that was ticked and its trace of that day and way are one.

    The trace tells the moment, the owner what was new.
    """

    def day_and_way(attempt: Attempt) -> tuple[date, str]:
        return attempt.on, ReachWay.MESSAGE if attempt.way in WRITTEN_WAYS else attempt.way

    found: list[Attempt] = []
    for _, same in groupby(sorted(attempts, key=day_and_way), key=day_and_way):
        together = list(same)
        ticked = [each for each in together if not each.is_seen]
        seen = [each for each in together if each.is_seen]
        for mine, trace in zip(ticked, seen, strict=False):
            found.append(
                Attempt(at_epoch_s=trace.at_epoch_s, on=mine.on, way=mine.way, news=mine.news, is_seen=True)
            )
        found += [*ticked[len(seen) :], *seen[len(ticked) :]]
    return tuple(sorted(found, key=lambda each: each.at_epoch_s))


def brought_before(news: str, attempts: Iterable[Attempt]) -> Attempt | None:
    """Return the attempt that brought the same already, None where it is new."""
    said = _plain(news)
    return next((each for each in attempts if each.news and _plain(each.news) == said), None)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What silence means by now, and what another attempt may bring.

    `still` is the chance that an answer to what was tried still comes, None before the first attempt;
    `another` the chance that one more attempt is answered at all. `try_again_s` is the moment from which the
    next one is worth it, None before the first.
    """

    still: float | None
    another: float
    try_again_s: int | None
    usual_s: float

    def is_worth_it(self, least_percent: float) -> bool:
        """Tell whether another attempt is worth its cost."""
        return 100 * self.another >= least_percent


def chance_after(outlook: ReplyOutlook, silences: float, signs: int = 0) -> float:
    """Return the chance that an attempt is answered, after so many in vain and so many signs of theirs.

    Each adds to the letters that the outlook rests on: a silence counts for half a letter unanswered, as what
    is tried in one matter says less than letters in many; a sign for one answered.
    """
    weight = outlook.asked + CHANCE_PRIOR_WEIGHT
    return min(MOST_CHANCE, (weight * outlook.chance + signs) / (weight + signs + SILENCE_WEIGHT * silences))


def silence_so_far(outlook: ReplyOutlook, waits_s: Sequence[float], signs: int = 0) -> float:
    """Return the chance that an answer still comes after attempts that wait so long, the oldest first.

    All attempts but the last were followed by another, so they count as silences as far as they are silent;
    on the last the rule π·G/(π·G + 1 − π) is used.
    """
    *earlier, last = waits_s
    before = sum(1.0 - still_comes(outlook.chance, outlook.left(wait_s)) for wait_s in earlier)
    return still_comes(chance_after(outlook, before, signs), outlook.left(last))


def prospect(outreach: Outreach, outlook: ReplyOutlook, *, as_of_epoch_s: int) -> Prospect:
    """Return what silence means by now, and when another attempt is worth it.

    That is when the wait has passed in which four in five of their answers come, two days at least and three
    weeks at most.
    """
    usual_s = outlook.within_s(MOST_SHARE)
    tried, signs = outreach.unanswered, len(outreach.signs)
    if not tried:
        since = outreach.signs[-1].at_epoch_s if outreach.signs else None
        again = None if since is None else since + int(_wait_s(usual_s))
        return Prospect(
            still=None, another=chance_after(outlook, 0, signs), try_again_s=again, usual_s=usual_s
        )
    waits = [max(0.0, float(as_of_epoch_s - each.at_epoch_s)) for each in tried]
    silences = sum(1.0 - still_comes(outlook.chance, outlook.left(wait_s)) for wait_s in waits)
    return Prospect(
        still=silence_so_far(outlook, waits, signs),
        another=chance_after(outlook, silences, signs),
        try_again_s=tried[-1].at_epoch_s + int(_wait_s(usual_s)),
        usual_s=usual_s,
    )


def _wait_s(usual_s: float) -> float:
    return min(float(LATEST_S), max(float(SOONEST_S), usual_s))


def next_way(outreach: Outreach, ways: Sequence[str]) -> str:
    """Return the way for the next attempt, among those by which they can be reached.

    One not tried yet comes first, then the one that was tried longest ago; empty where there is none.
    """
    last = {each.way: place for place, each in enumerate(outreach.attempts)}
    return min(ways, key=lambda way: (last.get(way, -1), ways.index(way)), default="")
