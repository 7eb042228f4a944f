"""What the ledger prompts on Today: thanks owed, and wishes to ask whose day has come (V6, V7)."""

from collections.abc import Iterator
from datetime import date

from renmai.domain.asks.asks import Request, Wish
from renmai.domain.asks.check import check
from renmai.domain.asks.ledger import POINTS, Favour, Size, thanks_owed
from renmai.domain.asks.limits import Verdict
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.people.names import has_han
from renmai.domain.today.plan import PlanKind
from renmai.queries.asks.situations import limits_of, situations
from renmai.queries.book.prompt import Prompt
from renmai.store.asks.ledger import exchanges, with_something_open
from renmai.store.people.people import names_of

SETTLE_DAYS = 1
"""Thanks are prompted from the day after the favour on; on the day itself nobody needs a reminder."""
LATE_DAYS = 30
"""By then a thank-you is as urgent as it gets."""
THANKS_LEAST, THANKS_OF_SIZE = 0.6, 0.2
"""How much of the tie is at stake in thanks: for a small favour, and how much more for a large one."""
THANKS_AT_FIRST = 0.5
"""The urgency of thanks on the first day; it grows to 1."""
ASK_SHARE, ASK_URGENCY = 0.7, 0.6
"""An ask that waited may wait another day: it stands behind what can be given and after thanks."""


def exchange_prompts(viewer: Viewer, *, today: date) -> Iterator[Prompt]:
    """Yield a prompt for everybody who is owed thanks, and for every wish that may be asked now."""
    found = exchanges(viewer.owner_id, until=today, person_ids=with_something_open(viewer.owner_id))
    names = names_of(viewer.owner_id, found, is_person_only=True)
    for person_id, name in names.items():
        owed = [
            each
            for each in thanks_owed(found[person_id].favours, today=today)
            if (today - each.on).days >= SETTLE_DAYS
        ]
        if owed:
            yield _thank(person_id, call_name(name), owed, today)
    due = [
        (person_id, wish) for person_id in names for wish in found[person_id].wishes if wish.until <= today
    ]
    yield from _asks(viewer, due, today)


def _thank(person_id: int, name: str, owed: list[Favour], today: date) -> Prompt:
    """Return the prompt to thank somebody; the largest favour is named."""
    largest = max(owed, key=lambda each: (POINTS[Size(each.size)], each.on, each.key))
    numbers: dict[str, object] = {"name": name, "what": largest.what}
    because = [
        Because(
            "thank_gift" if largest.is_gift else "thank_favour", {**numbers, "on": largest.on.isoformat()}
        )
    ]
    if len(owed) > 1:
        because.append(Because("thank_more", {"more_times": len(owed) - 1}))
    ago_days = (today - min(each.on for each in owed)).days
    return Prompt(
        person_id=person_id,
        kind=PlanKind.THANK,
        basis=",".join(each.key for each in owed),
        share=THANKS_LEAST + THANKS_OF_SIZE * (POINTS[Size(largest.size)] - 1) / (POINTS[Size.LARGE] - 1),
        urgency=min(1.0, THANKS_AT_FIRST + (1 - THANKS_AT_FIRST) * ago_days / LATE_DAYS),
        because=tuple(because),
        step=Because("step_thank"),
        draft=Because("draft_thank", {**numbers, "language": "zh-hans" if has_han(largest.what) else "en"}),
    )


def _asks(viewer: Viewer, due: list[tuple[int, Wish]], today: date) -> Iterator[Prompt]:
    """Yield the wishes that no rule speaks against any more; the others are checked again tomorrow."""
    if not due:
        return
    known = situations(viewer, list(dict.fromkeys(pk for pk, _ in due)), today=today)
    limits = limits_of(viewer, today=today)
    for person_id, wish in due:
        who = known[person_id]
        request = Request(what=wish.what, size=wish.size, why_them=wish.why_them, is_proud=wish.is_proud)
        if check(request, who, limits, today=today).verdict != Verdict.GO:
            continue
        numbers: dict[str, object] = {"name": who.name, "what": wish.what}
        language = {"language": "zh-hans" if has_han(wish.what) else "en"}
        draft = (
            Because("draft_ask_reason", {**numbers, **language, "why": wish.why_them})
            if wish.why_them
            else Because("draft_ask_plain", {**numbers, **language})
        )
        yield Prompt(
            person_id=person_id,
            kind=PlanKind.ASK,
            basis=wish.key,
            share=ASK_SHARE,
            urgency=ASK_URGENCY,
            because=(
                Because("ask_day_came", {**numbers, "on": wish.noted_on.isoformat()}),
                Because("ask_all_clear"),
            ),
            step=Because("step_ask_now"),
            draft=draft,
        )
