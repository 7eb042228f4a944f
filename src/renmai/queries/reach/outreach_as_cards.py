"""Outreaches as cards: what silence means by now, what to do next, and how one could write (R6)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.people.handles import HandleKind, handle_of
from renmai.domain.people.names import has_han
from renmai.domain.reach.outreach import (
    Outreach,
    OutreachState,
    Prospect,
    ReachWay,
    brought_before,
    next_way,
    prospect,
)
from renmai.domain.ties.cadence import HOUR_S
from renmai.queries.reach.outreach_cards import OutreachCard
from renmai.queries.reach.standing import standing
from renmai.queries.together.as_cards import needs_of
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.ties.replies import outlooks

WAYS_BY = {
    HandleKind.MAIL: (ReachWay.MAIL,),
    HandleKind.WECHAT: (ReachWay.WECHAT,),
    HandleKind.PHONE: (ReachWay.PHONE, ReachWay.MESSAGE),
}
MOST_TO_BRING = 3


def outreach_cards(viewer: Viewer, noted: Sequence[Outreach], *, today: date) -> list[OutreachCard]:
    """Return outreaches as cards, in the order given; who is in the book no more is left out."""
    found = standing(viewer, noted, today=today)
    ids = list(dict.fromkeys(each.person_id for each in found))
    people, expected = portraits(viewer.owner_id, ids), outlooks(viewer.owner_id, ids)
    bring = may_bring(viewer, ids, today=today)
    return [
        _card(
            viewer,
            each,
            people[each.person_id],
            prospect(each, expected[each.person_id], as_of_epoch_s=viewer.end_of(today)),
            bring.get(each.person_id, ()),
            today,
        )
        for each in found
        if each.person_id in people
    ]


def may_bring(viewer: Viewer, person_ids: Sequence[int], *, today: date) -> Mapping[int, tuple[str, ...]]:
    """Return what could be new for some people: what they look for, the newest first."""
    needs = needs_of(viewer.owner_id, person_ids, today=today)
    return {person_id: tuple(need.text for need in found) for person_id, found in needs.items()}


def soonest_first(cards: Sequence[OutreachCard]) -> list[OutreachCard]:
    """Return what goes on before what ended, what is due first at the front."""

    def rank(card: OutreachCard) -> tuple[bool, bool, date, int]:
        is_resting = card.state == OutreachState.RESTING
        return (not card.is_open, is_resting, card.try_again_on or card.began_on, card.number)

    return sorted(cards, key=rank)


def ways_to(portrait: Portrait) -> list[str]:
    """Return by which ways somebody can be reached, by the handles that are known; in person always."""
    kinds = [handle_of(text).kind for text in portrait.handles]
    found = [way for kind in dict.fromkeys(kinds) for way in WAYS_BY.get(HandleKind(kind), ())]
    return [*dict.fromkeys(found), ReachWay.IN_PERSON]


def _card(
    viewer: Viewer,
    outreach: Outreach,
    portrait: Portrait,
    outlook: Prospect,
    needs: Sequence[str],
    today: date,
) -> OutreachCard:
    state = outreach.state(today)
    is_open = state == OutreachState.OPEN
    again_on = None if outlook.try_again_s is None else viewer.day_of(outlook.try_again_s)
    is_over = outreach.deadline_on is not None and outreach.deadline_on < today
    is_worth_it = outlook.is_worth_it(outreach.least_percent)
    is_due = is_open and not is_over and is_worth_it and (again_on is None or again_on <= today)
    way = next_way(outreach, ways_to(portrait))
    new = tuple(each for each in needs if brought_before(each, outreach.attempts) is None)[:MOST_TO_BRING]
    numbers: dict[str, object] = {
        "name": call_name(portrait.name),
        "goal": outreach.goal,
        "tries_times": len(outreach.unanswered),
        "still_share": outlook.still,
        "another_share": outlook.another,
        "least_percent": round(outreach.least_percent),
        "usual_hours": round(outlook.usual_s / HOUR_S, 1),
        "way": way,
        **({"news": new[0]} if new else {}),
        **({"deadline_on": outreach.deadline_on.isoformat()} if outreach.deadline_on else {}),
        **({"again_on": again_on.isoformat()} if again_on else {}),
    }
    return OutreachCard(
        number=int(outreach.key),
        person_id=portrait.id,
        name=portrait.name,
        subtitle=portrait.subtitle,
        goal=outreach.goal,
        state=state,
        began_on=outreach.began_on,
        deadline_on=outreach.deadline_on,
        is_over=is_over and not outreach.end,
        least_percent=outreach.least_percent,
        attempts=outreach.attempts,
        signs=outreach.signs,
        still=None if outlook.still is None or outreach.end else round(outlook.still, 3),
        another=round(outlook.another, 3),
        try_again_on=again_on if is_open else None,
        is_due=is_due,
        rests_until_on=outreach.rests_until_on if state == OutreachState.RESTING else None,
        ended_on=outreach.ended_on,
        way=way,
        may_bring=new,
        because=tuple(_because(outreach, outlook, numbers, today)),
        step=_step(outreach, numbers, state, is_over=is_over, is_worth_it=is_worth_it, is_due=is_due),
        draft=_draft(outreach, numbers) if is_due else None,
        basis=outreach.step_basis,
    )


def _because(
    outreach: Outreach, outlook: Prospect, numbers: Mapping[str, object], today: date
) -> Iterator[Because]:
    """Yield what the silence means by now; of an outreach that ended, nothing."""
    if outreach.end:
        return
    if outreach.signs:
        last = outreach.signs[-1]
        days = max(0, (today - last.on).days)
        code = "reach_heard_words" if last.words else "reach_heard"
        yield Because(code, {"name": numbers["name"], "words": last.words, "ago_days": days})
    if outlook.still is None:
        if not outreach.signs:
            yield Because("reach_untried", numbers)
        return
    waits = (today - outreach.unanswered[-1].on).days
    if waits > 0:
        yield Because("reach_silent", {**numbers, "ago_days": waits})
    else:
        yield Because("reach_tried_today", numbers)
    yield Because("reach_busy", numbers)
    if numbers["way"] and numbers["way"] != outreach.attempts[-1].way:
        yield Because(f"reach_next_{numbers['way']}")


def _step(
    outreach: Outreach,
    numbers: Mapping[str, object],
    state: OutreachState,
    *,
    is_over: bool,
    is_worth_it: bool,
    is_due: bool,
) -> Because:
    """Return what to do now."""
    if state in (OutreachState.ANSWERED, OutreachState.GIVEN_UP):
        ended = outreach.ended_on.isoformat() if outreach.ended_on else ""
        return Because(f"reach_{state}", {**numbers, "ended_on": ended})
    if state == OutreachState.RESTING and outreach.rests_until_on is not None:
        return Because("reach_resting", {**numbers, "until_on": outreach.rests_until_on.isoformat()})
    if is_over:
        return Because("step_reach_over", numbers)
    if not is_worth_it:
        return Because("step_reach_let_go", numbers)
    if not is_due:
        return Because("step_reach_wait", numbers)
    if not outreach.attempts:
        return Because("step_reach_first", numbers)
    return Because("step_reach_again_news" if "news" in numbers else "step_reach_again", numbers)


def _draft(outreach: Outreach, numbers: Mapping[str, object]) -> Because:
    """Return how one could write: calmly, with something new, and with an easy way to say no."""
    tried = len(outreach.attempts)
    if tried == 0:
        code = "draft_reach_first"
    elif outreach.signs and not outreach.unanswered:
        code = "draft_reach_heard"
    elif tried == 1:
        code = "draft_reach_second"
    elif 100 * float(str(numbers["another_share"])) < 2 * outreach.least_percent:
        code = "draft_reach_last"
    else:
        code = "draft_reach_later" if tried % 2 == 0 else "draft_reach_later_other"
    language = "zh-hans" if has_han(str(numbers["name"])) else "en"
    return Because(f"{code}_news" if "news" in numbers else code, {**numbers, "language": language})
