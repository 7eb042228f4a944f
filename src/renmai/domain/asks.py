"""The ask check (V7): may I ask this of that person now, with every reason; it informs, the owner decides.

Each rule looks at one thing and says go, wait (until a day, where one can be named) or better not. The
strictest answer wins. A small ask between close people is never held up: what friends are for is not asked of
a ledger (S3). Important people are for important moments (S0).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from renmai.domain.ask_limits import SEVERITY, AskOutcome, Limits, Verdict
from renmai.domain.because import Because
from renmai.domain.exchanges import POINTS, Size
from renmai.domain.ties import TieClass, TieState


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request made: what, how much, on which day, what is in it for them, and how it ended."""

    key: str
    on: date
    what: str
    size: str
    why_them: str = ""
    outcome: str = ""
    ended_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still awaited."""
        return not self.outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known on the day somebody would be asked.

    `reply_chance` 0 to 1 or None; `standing` as the engine has it; `net` and `spread` of the ledger in
    points, above zero what they owe me; `is_owed_reply` where I have not answered them;
    `has_interest` where the ask meets a need of theirs; `is_key` where the owner called them
    key; `thanks_count` favours never thanked for.
    """

    tie_class: str | None
    state: str | None
    strength: float
    standing: float | None
    silent_days: int | None
    rhythm_days: float | None
    reply_chance: float | None = None
    net: float = 0.0
    spread: float = 0.0
    thanks_count: int = 0
    is_owed_reply: bool = False
    has_interest: bool = False
    is_key: bool = False
    cheaper: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()

    @property
    def is_close(self) -> bool:
        """Tell whether this is a close person: a strong tie that is not asleep."""
        return self.tie_class == TieClass.STRONG and self.state != TieState.DORMANT


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule found: its verdict, until when, and why."""

    verdict: Verdict
    because: Because
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCheck:
    """The verdict with every finding, the strictest first; from `until` on nothing would hold it up."""

    verdict: Verdict
    until: date | None
    findings: tuple[Finding, ...]
    is_small_between_close: bool = False


SILENT_DAYS = 45
"""So long without a word, and the first one would be a request."""
GREET_FIRST_DAYS = 10
PAY_BACK_DAYS = 21
DECLINED_DAYS = 180
LOW_STANDING = 0.35
"""Below this they get far more of my attention than I get of theirs: mine is one request of many."""
LOW_REPLY = 0.3
HIGH_REPLY = 0.6


def check(size: str, why_them: str, situation: Situation, limits: Limits, *, today: date) -> AskCheck:
    """Return whether to ask now.

    :param why_them: what is in it for them, in the owner's words; empty where nothing is
    """
    found = sorted(
        _findings(Size(size), why_them, situation, limits, today),
        key=lambda each: (-SEVERITY[each.verdict], each.because.code),
    )
    is_small_between_close = size == Size.SMALL and situation.is_close
    verdict = found[0].verdict
    if is_small_between_close:
        verdict = Verdict.GO
    days = [each.until for each in found if each.verdict == Verdict.WAIT and each.until]
    return AskCheck(
        verdict=verdict,
        until=max(days) if verdict == Verdict.WAIT and days else None,
        findings=tuple(found),
        is_small_between_close=is_small_between_close,
    )


def _findings(size: Size, why_them: str, who: Situation, limits: Limits, today: date) -> Iterator[Finding]:
    yield _worth(size, who)
    yield _interest(size, why_them, who)
    yield _ledger(size, who, limits, today)
    yield from _past_asks(size, who, limits, today)
    yield from _conversation(who, today)
    if who.cheaper:
        yield Finding(
            verdict=Verdict.WAIT if size != Size.SMALL and not who.is_close else Verdict.GO,
            because=Because("ask_cheaper", {"other": who.cheaper[0], "other_count": len(who.cheaper)}),
        )


def _worth(size: Size, who: Situation) -> Finding:
    """Is it worth using this person for? Trivial asks of key people, and anything of strangers, are not."""
    if who.tie_class is None or who.tie_class == TieClass.PSEUDO:
        return Finding(verdict=Verdict.BETTER_NOT, because=Because("ask_no_tie"))
    is_hard_to_reach = who.standing is not None and who.standing < LOW_STANDING and not who.is_close
    if size == Size.SMALL and (who.is_key or is_hard_to_reach):
        return Finding(verdict=Verdict.BETTER_NOT, because=Because("ask_trivial_of_key"))
    if size == Size.LARGE and not who.is_close and who.tie_class == TieClass.WEAK:
        return Finding(verdict=Verdict.WAIT, because=Because("ask_large_of_weak"))
    return Finding(verdict=Verdict.GO, because=Because("ask_worth_it"))


def _interest(size: Size, why_them: str, who: Situation) -> Finding:
    """What is in it for them; would they be proud to be part?"""
    if who.has_interest:
        return Finding(verdict=Verdict.GO, because=Because("ask_meets_their_need"))
    if why_them.strip():
        return Finding(verdict=Verdict.GO, because=Because("ask_reason_for_them", {"why": why_them.strip()}))
    if size == Size.SMALL or (size == Size.MIDDLE and who.is_close):
        return Finding(verdict=Verdict.GO, because=Because("ask_nothing_needed"))
    return Finding(verdict=Verdict.WAIT, because=Because("ask_nothing_for_them"))


def _ledger(size: Size, who: Situation, limits: Limits, today: date) -> Finding:
    """The balance, as sure as it is: more may be owed to close people before it weighs."""
    bearable = limits.owed_points * (limits.close_times if who.is_close else 1.0)
    owed = max(0.0, -who.net)
    numbers = {"owed_points": round(owed, 1), "spread_points": round(who.spread, 1)}
    if owed - who.spread > bearable and size != Size.SMALL:
        until = today + timedelta(days=PAY_BACK_DAYS)
        return Finding(verdict=Verdict.WAIT, because=Because("ask_owing", numbers), until=until)
    if who.thanks_count:
        return Finding(
            verdict=Verdict.WAIT,
            because=Because("ask_thanks_owed", {"thanks_count": who.thanks_count}),
            until=today + timedelta(days=GREET_FIRST_DAYS),
        )
    return Finding(verdict=Verdict.GO, because=Because("ask_ledger_fine", numbers))


def _past_asks(size: Size, who: Situation, limits: Limits, today: date) -> Iterator[Finding]:
    """How often and how recently I asked, what is still open, what was declined."""
    waiting = [each for each in who.asks if each.is_open and each.on <= today]
    if waiting:
        latest = max(each.on for each in waiting)
        patience = max(today + timedelta(days=1), latest + timedelta(days=limits.patience_days))
        on = latest.isoformat()
        yield Finding(verdict=Verdict.WAIT, because=Because("ask_still_open", {"on": on}), until=patience)
    bearable = limits.ask_points * (limits.close_times if who.is_close else 1.0)
    recent = sorted(
        (each for each in who.asks if 0 <= (today - each.on).days < limits.window_days),
        key=lambda each: (each.on, each.key),
    )
    numbers = {"ask_times": len(recent), "window_days": limits.window_days}
    until = _affordable_on(recent, bearable - POINTS[size], limits)
    if recent and until is not None and until > today:
        yield Finding(verdict=Verdict.WAIT, because=Because("ask_too_often", numbers), until=until)
    else:
        yield Finding(verdict=Verdict.GO, because=Because("ask_not_too_often", numbers))
    declined = [
        each.on
        for each in who.asks
        if each.outcome == AskOutcome.DECLINED and 0 <= (today - each.on).days < DECLINED_DAYS
    ]
    if declined and size != Size.SMALL:
        last = max(declined)
        yield Finding(
            verdict=Verdict.WAIT,
            because=Because("ask_declined", {"on": last.isoformat()}),
            until=last + timedelta(days=DECLINED_DAYS),
        )


def _affordable_on(recent: list[Ask], room: float, limits: Limits) -> date | None:
    """Return from which day earlier asks leave room for this one; the oldest leave the window first."""
    spent = sum(POINTS[Size(each.size)] for each in recent)
    until = None
    for each in recent:
        if spent <= max(room, 0.0):
            break
        spent -= POINTS[Size(each.size)]
        until = each.on + timedelta(days=limits.window_days)
    return until


def _conversation(who: Situation, today: date) -> Iterator[Finding]:
    """Where the conversation stands: what I owe, how long it has been silent, whether they answer at all."""
    if who.is_owed_reply:
        yield Finding(
            verdict=Verdict.WAIT, because=Because("ask_reply_first"), until=today + timedelta(days=1)
        )
    quiet_days = max(SILENT_DAYS, 2 * (who.rhythm_days or 0.0))
    if who.silent_days is not None and who.silent_days > quiet_days:
        yield Finding(
            verdict=Verdict.WAIT,
            because=Because("ask_silent", {"silent_days": who.silent_days}),
            until=today + timedelta(days=GREET_FIRST_DAYS),
        )
    if who.reply_chance is not None and who.reply_chance < LOW_REPLY:
        yield Finding(
            verdict=Verdict.WAIT, because=Because("ask_seldom_answers", {"reply_share": who.reply_chance})
        )
    elif who.reply_chance is not None and who.reply_chance >= HIGH_REPLY:
        yield Finding(
            verdict=Verdict.GO, because=Because("ask_mostly_answers", {"reply_share": who.reply_chance})
        )
