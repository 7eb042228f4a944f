"""The rules of asking (V7): each looks at one thing, says go, wait or better not, and why.

A rule that looks at the request itself is not asked where none is named yet. More asks never make a rule
kinder, a favour given never makes one stricter.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from renmai.domain.asks.asks import Ask, Finding, Question, Remedy, Request, Situation
from renmai.domain.asks.ledger import POINTS, Size
from renmai.domain.asks.limits import AskOutcome, Limits, Verdict
from renmai.domain.book.because import Because
from renmai.domain.people.gone import Gone
from renmai.domain.ties.ties import TieClass

SILENT_DAYS = 45
"""So long without a word, and the first one would be a request."""
GREET_FIRST_DAYS = 10
GIVE_FIRST_DAYS = 3
PAY_BACK_DAYS = 21
THANK_FIRST_DAYS = 3
"""A request right after a thank-you makes a bill of it."""
DECLINED_DAYS = 180
IGNORED_DAYS = 45
LOW_STANDING = 0.45
"""Below this they get more of my attention than I of theirs (one half among equals): I am one of many."""
LOW_ATTENTION = 0.5
"""Who answers less than this of what I write has little attention for me, however they write when they do."""
LOW_REPLY = 0.3
HIGH_REPLY = 0.6
SPEAKABLE = 1.0
"""In points: less than a small favour is nothing to speak of."""


def worth(request: Request, who: Situation, today: date) -> Finding:
    """Is it worth using this person for? Trivial asks of key people, anything of strangers or the gone no."""
    name = {"name": who.name}
    if who.gone:
        code = "ask_of_deceased" if who.gone == Gone.DECEASED else "ask_of_archived"
        return _better_not(Question.WORTH, Because(code, name))
    if not who.has_tie:
        return _better_not(Question.WORTH, Because("ask_no_tie", name))
    if request.size == Size.SMALL and who.is_key:
        return _better_not(Question.WORTH, Because("ask_trivial_of_key", name))
    if request.size == Size.SMALL and _is_far(who):
        return _better_not(Question.WORTH, Because("ask_trivial_of_star", name))
    has_given = who.net - who.spread > 0.0
    if who.tie_class == TieClass.WEAK and who.standing is None and not has_given:
        until = today + timedelta(days=PAY_BACK_DAYS)
        return _wait(Question.WORTH, Because("ask_barely_known", name), until, Remedy.GIVE)
    if request.size == Size.LARGE and not who.is_close and not has_given and not request.meets:
        until = today + timedelta(days=PAY_BACK_DAYS)
        return _wait(Question.WORTH, Because("ask_large_of_weak", name), until, Remedy.GIVE)
    return _go(Question.WORTH, Because("ask_worth_key" if who.is_key else "ask_worth_it", name))


def interest(request: Request, who: Situation, today: date) -> Finding:
    """What is in it for them? What is of use to me alone, and nothing to be proud of, overdraws (S0)."""
    name: dict[str, object] = {"name": who.name}
    if request.meets:
        return _go(Question.INTEREST, Because("ask_meets_their_need", {**name, "need": request.meets}))
    if request.why_them.strip():
        return _go(
            Question.INTEREST, Because("ask_reason_for_them", {"why": _without_stop(request.why_them)})
        )
    if request.size == Size.SMALL or (request.size == Size.MIDDLE and who.is_close):
        return _go(Question.INTEREST, Because("ask_nothing_needed"))
    if request.is_proud:
        return _go(Question.INTEREST, Because("ask_only_honour"))
    if request.is_proud is False and not who.is_close:
        return _better_not(Question.INTEREST, Because("ask_only_mine", name))
    if request.need:
        numbers = {**name, "need": request.need}
        until = today + timedelta(days=GIVE_FIRST_DAYS)
        return _wait(Question.INTEREST, Because("ask_nothing_for_them_need", numbers), until)
    return _wait(Question.INTEREST, Because("ask_nothing_for_them", name))


def proud(request: Request, who: Situation) -> Finding:
    """Would they be proud to be part? Only the owner can tell; it weighs where nothing else is in it."""
    name = {"name": who.name}
    if request.is_proud is None:
        return _go(Question.PROUD, Because("ask_proud_unknown", name))
    if request.is_proud:
        return _go(Question.PROUD, Because("ask_proud", name))
    if request.is_of_use or request.size == Size.SMALL:
        return _go(Question.PROUD, Because("ask_not_proud_but", name))
    return _wait(Question.PROUD, Because("ask_not_proud", name))


def ledger(size: str, who: Situation, limits: Limits, today: date) -> Iterator[Finding]:
    """The balance, as sure as it is, and the thanks still owed; close people bear more owing."""
    name: dict[str, object] = {"name": who.name}
    bearable = limits.owed_points * (limits.close_times if who.is_close else 1.0)
    latest = who.latest_favour
    if size != Size.SMALL and latest is not None and -who.net - who.spread > bearable:
        points = {"owed_points": round(-who.net, 1), "spread_points": round(who.spread, 1)}
        numbers = {**name, **points, "what": latest.what, "on": latest.on.isoformat()}
        until = today + timedelta(days=PAY_BACK_DAYS)
        yield _wait(Question.LEDGER, Because("ask_owing", numbers), until, Remedy.GIVE)
    elif not who.has_entries:
        yield _go(Question.LEDGER, Because("ask_ledger_empty", name))
    elif abs(who.net) <= max(SPEAKABLE, who.spread):
        yield _go(Question.LEDGER, Because("ask_ledger_even", name))
    else:
        yield _go(
            Question.LEDGER, Because("ask_ledger_ahead" if who.net > 0 else "ask_ledger_bearable", name)
        )
    if who.unthanked and size != Size.SMALL:
        first = who.unthanked[0]
        numbers = {**name, "what": first.what, "on": first.on.isoformat()}
        until = today + timedelta(days=THANK_FIRST_DAYS)
        yield _wait(Question.LEDGER, Because("ask_thanks_owed", numbers), until)


def often(size: str, what: str, who: Situation, limits: Limits, today: date) -> Finding:
    """How often and how recently I asked, by points over a quarter and by times over a month."""
    recent = asked_within(who.asks, limits.window_days, today)
    of_month = asked_within(recent, limits.month_days, today)
    days = [_affordable_on(recent, bearable_points(who, limits) - POINTS[Size(size)], limits)]
    if len(of_month) >= limits.month_asks:
        days.append(of_month[-limits.month_asks].on + timedelta(days=limits.month_days))
    until = max((each for each in days if each is not None and each > today), default=None)
    numbers = {"name": who.name, "ask_times": len(recent), "window_days": limits.window_days}
    if not recent:
        return _go(Question.OFTEN, Because("ask_not_lately", numbers))
    if until is None:
        return _go(Question.OFTEN, Because("ask_not_too_often", numbers))
    same = sum(_plain(each.what) == _plain(what) for each in recent)
    if same > 1:
        return _wait(Question.OFTEN, Because("ask_same_again", {**numbers, "same_times": same}), until)
    return _wait(Question.OFTEN, Because("ask_too_often", numbers), until)


def still_open(who: Situation, limits: Limits, today: date) -> Iterator[Finding]:
    """Whether an ask of mine, or a letter, still waits for their answer."""
    name: dict[str, object] = {"name": who.name}
    patience = timedelta(days=limits.patience_days)
    awaited = [each for each in who.asks if each.is_open and each.on <= today < each.on + patience]
    if awaited:
        last = max(awaited, key=lambda each: (each.on, each.key))
        numbers = {**name, "what": last.what, "on": last.on.isoformat()}
        yield _wait(Question.OPEN, Because("ask_still_open", numbers), last.on + patience)
    if who.sent_on is not None and who.answer_by is not None and who.answer_by > today:
        numbers = {**name, "sent_ago_days": (today - who.sent_on).days}
        yield _wait(Question.OPEN, Because("ask_letter_open", numbers), who.answer_by)
    elif not awaited:
        yield _go(Question.OPEN, Because("ask_nothing_open", name))


def before(size: str, who: Situation, limits: Limits, today: date) -> Iterator[Finding]:
    """What came of earlier asks: a no is respected for half a year, a silence for six weeks."""
    past = sorted((each for each in who.asks if each.on <= today), key=lambda each: (each.on, each.key))
    declined = [each for each in past if each.outcome == AskOutcome.DECLINED]
    ignored = [each for each in past if each.outcome == AskOutcome.IGNORED or is_over(each, limits, today)]
    for asks, days in ((declined, DECLINED_DAYS), (ignored, IGNORED_DAYS)):
        until = asks[-1].on + timedelta(days=days) if asks else today
        if until > today and size != Size.SMALL:
            numbers = {"name": who.name, "what": asks[-1].what, "on": asks[-1].on.isoformat()}
            because = Because("ask_declined" if asks is declined else "ask_ignored", numbers)
            yield _wait(Question.BEFORE, because, until)
    ended = [each for each in past if each.outcome]
    granted = [each for each in ended if each.outcome == AskOutcome.GRANTED]
    if granted:
        counts = {"name": who.name, "granted_count": len(granted), "ended_count": len(ended)}
        yield _go(Question.BEFORE, Because("ask_granted_before", counts))


def talk(who: Situation, today: date) -> Iterator[Finding]:
    """Where the conversation stands: what I owe, and how long it has been silent."""
    name: dict[str, object] = {"name": who.name}
    if who.owed_reply_days is not None:
        because = Because("ask_reply_first", {**name, "ago_days": who.owed_reply_days})
        yield _wait(Question.TALK, because, today + timedelta(days=1))
    quiet_days = max(float(SILENT_DAYS), 2 * (who.rhythm_days or 0.0))
    if who.silent_days is not None and who.silent_days > quiet_days:
        because = Because("ask_silent", {**name, "silent_days": who.silent_days})
        yield _wait(Question.TALK, because, today + timedelta(days=GREET_FIRST_DAYS), Remedy.GREET)
    elif who.silent_days is not None and who.owed_reply_days is None:
        yield _go(Question.TALK, Because("ask_in_touch", {**name, "silent_ago_days": who.silent_days}))


def answers(who: Situation) -> Iterator[Finding]:
    """Whether they answer me at all."""
    if who.reply_chance is None:
        return
    numbers = {"name": who.name, "reply_share": who.reply_chance}
    if who.reply_chance < LOW_REPLY:
        yield _wait(Question.ANSWERS, Because("ask_seldom_answers", numbers), remedy=Remedy.OTHER_WAY)
    elif who.reply_chance >= HIGH_REPLY:
        yield _go(Question.ANSWERS, Because("ask_mostly_answers", numbers))


def cheaper(request: Request, *, is_held_up: bool) -> Iterator[Finding]:
    """Whether somebody else could do it at less cost; it counts only where another rule is against asking."""
    if request.cheaper is None:
        return
    if not request.cheaper:
        yield _go(Question.CHEAPER, Because("ask_no_cheaper"))
        return
    others = len(request.cheaper) - 1
    numbers = {"other": request.cheaper[0], "more_people": others}
    because = Because("ask_cheaper_some" if others else "ask_cheaper", numbers)
    yield _wait(Question.CHEAPER, because) if is_held_up else _go(Question.CHEAPER, because)


def bearable_points(who: Situation, limits: Limits) -> float:
    """Return how much may be asked of somebody within the window; close people bear more."""
    return limits.ask_points * (limits.close_times if who.is_close else 1.0)


def asked_within(asks: Iterable[Ask], days: int, today: date) -> list[Ask]:
    """Return the asks of the last so many days, the oldest first."""
    recent = [each for each in asks if 0 <= (today - each.on).days < days]
    return sorted(recent, key=lambda each: (each.on, each.key))


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


def is_over(ask: Ask, limits: Limits, today: date) -> bool:
    """Tell whether an open ask was awaited long enough to take the silence for its answer."""
    return ask.is_open and ask.on + timedelta(days=limits.patience_days) <= today


def _is_far(who: Situation) -> bool:
    """Tell whether somebody who is not close has little attention for me."""
    is_low = who.standing is not None and who.standing < LOW_STANDING
    is_silent = who.reply_chance is not None and who.reply_chance < LOW_ATTENTION
    return not who.is_close and (is_low or is_silent)


def _without_stop(text: str) -> str:
    """Return what was written without its last stop, so that it can be quoted."""
    return text.strip().rstrip("。.")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _go(question: Question, because: Because) -> Finding:
    return Finding(question=question, verdict=Verdict.GO, because=because)


def _wait(
    question: Question, because: Because, until: date | None = None, remedy: Remedy | None = None
) -> Finding:
    return Finding(question=question, verdict=Verdict.WAIT, because=because, until=until, remedy=remedy)


def _better_not(question: Question, because: Because) -> Finding:
    return Finding(question=question, verdict=Verdict.BETTER_NOT, because=because)
