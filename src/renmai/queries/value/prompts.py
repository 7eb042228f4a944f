"""Reasons to give first (V5): something of mine, or somebody I know, is what they look for."""

from collections.abc import Iterable, Iterator
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.today.plan import PlanKind
from renmai.domain.value.matches import SURE_FIT, Match, MatchKind, same_words
from renmai.domain.value.values import Side, weight
from renmai.queries.book.prompt import Prompt
from renmai.queries.value.matches import best_matches, matches_around
from renmai.store.people.people import names_of
from renmai.store.value.values import values

MOST_LOOKED_AT = 60
MOST_GIFTS, MOST_JOINS = 4, 3
SOON_DAYS = 30
URGENCY, URGENCY_SOON = 0.7, 0.9
"""Giving first is meant to be done daily (V5), so it stands before renewing what merely rests."""


def give_prompts(viewer: Viewer, *, today: date) -> Iterator[Prompt]:
    """Yield a few gifts of a day, from matches as they are kept: one a person, the best first.

    Only what fits surely is proposed unasked; the rest stands on the page of value.
    """
    mine = [
        each for each in values(viewer.owner_id, until=today, person_ids=[None]) if each.side == Side.OFFER
    ]
    found = matches_around(viewer, mine, today=today, at_most=MOST_LOOKED_AT)
    gifts = _one_a_person(_sure(found, MatchKind.GIVE))[:MOST_GIFTS]
    taken = {each.need.person_id for each in gifts}
    between = _sure(best_matches(viewer, today=today, at_most=MOST_LOOKED_AT), MatchKind.JOIN)
    joins = _one_a_person(each for each in between if each.need.person_id not in taken)[:MOST_JOINS]
    chosen = [*gifts, *joins]
    names = names_of(viewer.owner_id, {who for each in chosen for who in each.people})
    yield from (_prompt(each, names, today) for each in chosen)


def _sure(found: Iterable[Match], kind: MatchKind) -> Iterator[Match]:
    return (each for each in found if each.kind == kind and each.fit >= SURE_FIT)


def _one_a_person(found: Iterable[Match]) -> list[Match]:
    """Return the best for each who needs something."""
    best: dict[int | None, Match] = {}
    for each in found:
        best.setdefault(each.need.person_id, each)
    return list(best.values())


def _prompt(match: Match, names: dict[int, str], today: date) -> Prompt:
    need, offer = match.need, match.offer
    who = match.people[0]
    numbers: dict[str, object] = {
        "name": call_name(names.get(who, "")),
        "need": need.text,
        "offer": offer.text,
        "on": need.noted_on.isoformat(),
    }
    is_join = offer.person_id is not None
    if offer.person_id is not None:
        numbers["other"] = names.get(offer.person_id, "")
    is_soon = need.until is not None and (need.until - today).days <= SOON_DAYS
    return Prompt(
        person_id=who,
        kind=PlanKind.GIVE,
        basis=f"{same_words(need.text)}\n{same_words(offer.text)}",
        share=min(1.0, match.fit * weight(need, today)),
        urgency=URGENCY_SOON if is_soon else URGENCY,
        because=(
            Because("give_they_need", numbers),
            Because("give_other_has" if is_join else "give_i_have", numbers),
        ),
        step=Because("step_join" if is_join else "step_give", numbers),
        draft=Because("draft_join" if is_join else "draft_give", numbers),
    )
