"""May I ask this of that person now: the check with everything it rests on (V7)."""

from dataclasses import replace
from datetime import date

from renmai.domain.asks.asks import AskCheck, Request, Situation
from renmai.domain.asks.check import check, nearness, steps
from renmai.domain.asks.limits import ENOUGH_OUTCOMES, SEVERITY, Limits, Verdict
from renmai.domain.asks.rules import is_over
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.names import has_han
from renmai.queries.asks.cards import AskCard, BetterPerson, PastAsk
from renmai.queries.asks.fits import Fits, fits
from renmai.queries.asks.ledger import ledger_card
from renmai.queries.asks.situations import Asked, limits_of, refusal_of, situations, who_could_be_asked
from renmai.store.people.portraits import portraits
from renmai.upkeep.ties.ties import fresh_ties

MOST_BETTER = 3


def ask_card(viewer: Viewer, person_id: int, request: Request | None, *, today: date) -> AskCard:
    """Return the check of an ask, or of the moment where nothing is named; it looks at nothing later.

    :raises NotThere: where the book holds nobody of that id who could be asked.
    """
    fresh_ties(viewer, viewer.end_of(today))
    asked = who_could_be_asked(viewer, [person_id], today=today).get(person_id)
    if asked is None:
        raise refusal_of(viewer.owner_id, person_id)
    found = fits(viewer, person_id, request.what, request.why_them, today=today) if request else None
    return _judged(viewer, person_id, asked, request, found, today=today)


def ask_at_a_glance(viewer: Viewer, person_id: int, *, today: date) -> AskCard | None:
    """Return the check of the wish that is kept for somebody, else of the moment, with ties as they are kept.

    No text is matched, so it costs a few small queries. None for whoever cannot be asked.
    """
    asked = who_could_be_asked(viewer, [person_id], today=today).get(person_id)
    if asked is None:
        return None
    wish = next(iter(asked.between.wishes), None)
    request = (
        Request(what=wish.what, size=wish.size, why_them=wish.why_them, is_proud=wish.is_proud)
        if wish
        else None
    )
    return _judged(viewer, person_id, asked, request, None, today=today)


def _judged(
    viewer: Viewer, person_id: int, asked: Asked, request: Request | None, found: Fits | None, *, today: date
) -> AskCard:
    """Return the check; `found` is what fits the request, None where no text was matched."""
    name, between, who = asked
    limits = limits_of(viewer, today=today)
    better: tuple[BetterPerson, ...] = ()
    if request is not None and found is not None:
        request = replace(request, meets=found.meets, need=found.need)
        better = _better(viewer, found, request, who, limits, today=today)
        request = replace(request, cheaper=tuple(each.name for each in better))
    judged = check(request, who, limits, today=today)
    return AskCard(
        person_id=person_id,
        name=name,
        request=request,
        today=today,
        verdict=judged.verdict,
        until=judged.until,
        title=_title(judged, who),
        summary=_summary(judged),
        findings=judged.findings,
        steps=steps(request, who, limits, today=today, offer=found.offer if found else ""),
        draft=_draft(request, who) if request and judged.verdict != Verdict.BETTER_NOT else None,
        better_people=better,
        nearness=nearness(request.size if request else "middle", who, Limits(), today=today),
        limits=limits,
        basis=basis_of(limits),
        ledger=ledger_card(person_id, name, between.favours, today=today),
        asks=tuple(
            PastAsk(person_id=person_id, name=name, ask=each, is_over=is_over(each, limits, today))
            for each in reversed(between.asks)
        ),
        wishes=between.wishes,
    )


def basis_of(limits: Limits) -> Because:
    """Return on what the lines rest: as shipped, or learnt from the owner's own asks, and from how many."""
    counts: dict[str, object] = {"ended_count": limits.ended, "enough_count": ENOUGH_OUTCOMES}
    if limits.ended < ENOUGH_OUTCOMES:
        return Because("limits_shipped", counts)
    sides = {
        "within_granted": limits.within.granted,
        "within_count": limits.within.asks,
        "beyond_granted": limits.beyond.granted,
        "beyond_count": limits.beyond.asks,
    }
    if not limits.is_learnt:
        return Because("limits_unmoved", {**counts, **sides})
    numbers = {**counts, **sides, "ask_points": limits.ask_points, "shipped_points": Limits().ask_points}
    return Because("limits_learnt", numbers)


def _better(
    viewer: Viewer, found: Fits, request: Request, who: Situation, limits: Limits, *, today: date
) -> tuple[BetterPerson, ...]:
    """Return who else has it and is the kinder choice: by their own check, or because they are not key."""
    others = list(found.others)
    own = _cost(check(request, who, limits, today=today), who)
    judged = {
        pk: (check(replace(request, meets="", need=""), other, limits, today=today), other)
        for pk, other in situations(viewer, others, today=today).items()
    }
    kinder = [pk for pk in others if pk in judged and _cost(*judged[pk]) < own]
    known = portraits(viewer.owner_id, kinder)
    ordered = sorted(
        kinder, key=lambda pk: (_cost(*judged[pk]), not judged[pk][1].is_close, -found.others[pk][0], pk)
    )
    return tuple(
        BetterPerson(
            id=pk,
            name=known[pk].name,
            subtitle=known[pk].subtitle,
            offer=found.others[pk][1],
            fit=found.others[pk][0],
            verdict=judged[pk][0].verdict,
        )
        for pk in ordered[:MOST_BETTER]
    )


def _cost(judged: AskCheck, who: Situation) -> tuple[int, bool]:
    """Return what it costs to ask somebody: the verdict, then whether a key person is used."""
    return SEVERITY[judged.verdict], who.is_key


def _title(judged: AskCheck, who: Situation) -> Because:
    if judged.verdict == Verdict.GO:
        return Because("verdict_go", {"name": who.name})
    if judged.verdict == Verdict.BETTER_NOT:
        return Because("verdict_better_not", {"name": who.name})
    if judged.until is None:
        return Because("verdict_wait", {"name": who.name})
    return Because("verdict_wait_until", {"name": who.name, "until_on": judged.until.isoformat()})


def _summary(judged: AskCheck) -> Because:
    """Return the verdict's ground in one line: why it is go all the same, or how many rules oppose it."""
    against = sum(each.verdict != Verdict.GO for each in judged.findings)
    if judged.is_small_between_close:
        return Because("ask_small_between_close")
    if judged.verdict == Verdict.GO:
        return Because("ask_all_clear")
    return Because("ask_held_up", {"against_count": against, "all_count": len(judged.findings)})


def _draft(request: Request, who: Situation) -> Because:
    """Return the request as a letter: what is in it for them, the request, an easy way out."""
    numbers: dict[str, object] = {"name": who.name, "what": _bare(request.what)}
    numbers["language"] = "zh-hans" if has_han(f"{request.what}{request.why_them}") else "en"
    if request.why_them.strip():
        return Because("draft_ask_reason", {**numbers, "why": _bare(request.why_them)})
    need = request.meets or request.need
    if need:
        return Because("draft_ask_need", {**numbers, "need": _bare(need)})
    return Because("draft_ask_plain", numbers)


def _bare(text: str) -> str:
    """Return a text without the stop at its end, so that a sentence can go on after it."""
    return " ".join(text.split()).rstrip("。.!！；;，,")
