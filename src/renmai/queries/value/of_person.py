"""What the owner and one person can do for each other, both columns, and what would find out more (V3)."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.value.matches import Match, MatchKind
from renmai.domain.value.values import Side, Value, effective, finding_out
from renmai.queries.value.as_cards import match_card, proposal_card, value_cards
from renmai.queries.value.cards import BothWays, EffectiveCard, MatchCard, PersonValueCard, ValueCard
from renmai.queries.value.matches import matches_around
from renmai.queries.value.proposals import value_proposals
from renmai.store.people.people import names_of
from renmai.store.value.values import values
from renmai.upkeep.value.matches import fresh_matches

MOST_MATCHES, MOST_JOINS, MOST_PROPOSALS = 100, 5, 5


def person_value(viewer: Viewer, person_id: int, *, today: date) -> PersonValueCard:
    """Return the value between the owner and somebody who is in the book."""
    fresh_matches(viewer, today=today)
    theirs = values(viewer.owner_id, until=today, person_ids=[person_id])
    found = matches_around(viewer, theirs, today=today, at_most=MOST_MATCHES)
    names = names_of(viewer.owner_id, {person_id, *(who for each in found for who in each.people)})
    cards = [match_card(each, names, today=today) for each in found]
    needs = value_cards((each for each in theirs if each.side == Side.NEED), names, today=today)
    offers = value_cards((each for each in theirs if each.side == Side.OFFER), names, today=today)
    proposals = value_proposals(viewer, today=today, person_id=person_id)[:MOST_PROPOSALS]
    return PersonValueCard(
        effective=effective_card(person_id, names.get(person_id, ""), theirs, found),
        give=tuple(_give(each, cards) for each in needs),
        get=tuple(_get(each, cards) for each in offers),
        joins=tuple(
            each for each in cards if each.kind == MatchKind.JOIN and each.offer.person_id == person_id
        )[:MOST_JOINS],
        proposals=tuple(proposal_card(each, names) for each in proposals),
    )


def effective_card(
    person_id: int, name: str, theirs: Sequence[Value], found: Sequence[Match]
) -> EffectiveCard:
    """Return which ways value goes with somebody, by their needs and offers and the matches around them.

    To bring somebody who has it is something I can do for them, too.
    """
    ways = effective(
        theirs,
        i_give=any(each.need.person_id == person_id for each in found),
        they_give=any(each.kind == MatchKind.GET and each.offer.person_id == person_id for each in found),
    )
    needs = [each for each in theirs if each.side == Side.NEED]
    offers = [each for each in theirs if each.side == Side.OFFER]
    return EffectiveCard(
        person_id=person_id,
        name=name,
        ways=ways,
        questions=finding_out(ways, call_name(name), needs, offers),
    )


def _give(need: ValueCard, cards: Sequence[MatchCard]) -> BothWays:
    """Return a need of theirs beside what meets it: something of mine, else somebody I know."""
    meeting = [each for each in cards if each.need.key == need.key]
    best = next((each for each in meeting if each.kind == MatchKind.GIVE), next(iter(meeting), None))
    return BothWays(has=best.offer if best else None, needs=need, match=best)


def _get(offer: ValueCard, cards: Sequence[MatchCard]) -> BothWays:
    """Return an offer of theirs beside a need of mine that it meets."""
    best = next((each for each in cards if each.offer.key == offer.key and each.kind == MatchKind.GET), None)
    return BothWays(has=offer, needs=best.need if best else None, match=best)
