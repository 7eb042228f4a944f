"""The ask check (V7): may I ask this of that person now, with every reason; it informs, the owner decides.

The strictest rule wins. A small ask between close people is never blocked: friends do not settle accounts
(S3). Important people are for important moments (S0).
"""

from datetime import date, timedelta
from typing import NamedTuple

from renmai.domain.asks import rules
from renmai.domain.asks.asks import AskCheck, Finding, Question, Remedy, Request, Situation
from renmai.domain.asks.ledger import POINTS, Size
from renmai.domain.asks.limits import SEVERITY, Limits, Verdict
from renmai.domain.book.because import Because

ORDER = tuple(Question)

SOON_DAYS = 2
"""What takes some preparing, like finding what helps them, is done in so many days."""
UNNAMED_WAIT_DAYS = 7
"""So long after that one asks again where no rule names a day."""


class Nearness(NamedTuple):
    """How near an ask is to the lines of a day, 1 at the line: what is asked with it, what is owed."""

    load: float
    owed: float


class Step(NamedTuple):
    """What to do first, and on which day: `is_the_ask` of the last, which is to ask."""

    on: date
    because: Because
    is_the_ask: bool = False


def check(request: Request | None, who: Situation, limits: Limits, *, today: date) -> AskCheck:
    """Return whether to ask now; without a request, whether a middling one would be welcome."""
    size = request.size if request else Size.MIDDLE
    found: list[Finding] = []
    if request is not None or not who.has_tie or who.gone:
        named = request or Request(what="")
        found.append(rules.worth(named, who, today))
    if request is not None:
        found += [rules.interest(request, who, today), rules.proud(request, who)]
    found += rules.ledger(size, who, limits, today)
    found.append(rules.often(size, request.what if request else "", who, limits, today))
    found += rules.still_open(who, limits, today)
    found += rules.before(size, who, limits, today)
    found += rules.talk(who, today)
    found += rules.answers(who)
    if request is not None:
        is_held_up = any(each.verdict != Verdict.GO for each in found)
        found += rules.cheaper(request, is_held_up=is_held_up)
    return _joined(found, is_small_between_close=size == Size.SMALL and who.is_close and not who.gone)


def _joined(found: list[Finding], *, is_small_between_close: bool) -> AskCheck:
    ordered = sorted(found, key=lambda each: (-SEVERITY[each.verdict], ORDER.index(each.question)))
    verdict = Verdict.GO if is_small_between_close else ordered[0].verdict
    days = [each.until for each in found if each.verdict == Verdict.WAIT and each.until]
    return AskCheck(
        verdict=verdict,
        until=max(days) if verdict == Verdict.WAIT and days else None,
        findings=tuple(ordered),
        is_small_between_close=is_small_between_close,
    )


def nearness(size: str, who: Situation, shipped: Limits, *, today: date) -> Nearness:
    """Return how near an ask is to the shipped lines, from which the owner's own are learnt."""
    recent = rules.asked_within(who.asks, shipped.window_days, today)
    points = sum(POINTS[Size(each.size)] for each in recent) + POINTS[Size(size)]
    times = shipped.close_times if who.is_close else 1.0
    owed = max(0.0, -who.net - who.spread)
    return Nearness(
        round(points / (shipped.ask_points * times), 3), round(owed / (shipped.owed_points * times), 3)
    )


def steps(
    request: Request | None, who: Situation, limits: Limits, *, today: date, offer: str = ""
) -> tuple[Step, ...]:
    """Return what to do before asking, each with its day, the ask itself last; none if better not.

    The days of a check assume that these steps are taken; where one may ask today, all are for today.

    :param offer: something of mine that meets `request.need`
    """
    found = check(request, who, limits, today=today)
    if found.verdict == Verdict.BETTER_NOT:
        return ()
    is_go = found.verdict == Verdict.GO
    soon = today if is_go else today + timedelta(days=SOON_DAYS)
    remedies = {finding.remedy for finding in found.findings}
    name: dict[str, object] = {"name": who.name}
    first: list[Step] = []
    if who.owed_reply_days is not None:
        first.append(Step(today, Because("give_reply", name)))
    for each in who.unthanked[:2]:
        numbers = {**name, "what": each.what, "on": each.on.isoformat()}
        first.append(Step(today, Because("give_thanks", numbers)))
    if request and request.need:
        numbers = {**name, "need": request.need, "offer": offer}
        first.append(Step(soon, Because("give_offer" if offer else "give_search", numbers)))
    elif Remedy.GIVE in remedies:
        first.append(Step(soon, Because("give_something", name)))
    if Remedy.GREET in remedies:
        first.append(Step(today, Because("give_greeting", name)))
    if Remedy.OTHER_WAY in remedies:
        first.append(Step(soon, Because("give_other_way", name)))
    if not is_go and not first and request and not request.is_of_use:
        first.append(Step(today, Because("give_reason", name)))
    on = today if is_go else found.until or soon + timedelta(days=UNNAMED_WAIT_DAYS)
    if not is_go:
        on = max(on, *(step.on + timedelta(days=1) for step in first), today)
    return (*sorted(first, key=lambda step: step.on), Step(on, Because("give_ask"), is_the_ask=True))
