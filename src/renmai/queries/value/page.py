"""The page of value: what I can do, what meets in the book, what letters seem to say, what to ask whom."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.value.matches import Match, MatchKind
from renmai.domain.value.values import Side, Value, review_due
from renmai.queries.value.as_cards import achievement_card, match_card, proposal_card, value_cards
from renmai.queries.value.cards import EffectiveCard, ValuesCard
from renmai.queries.value.matches import best_matches, matches_around
from renmai.queries.value.of_person import effective_card
from renmai.queries.value.proposals import value_proposals
from renmai.store.network.network import real_ties
from renmai.store.people.people import names_of
from renmai.store.value import values
from renmai.upkeep.ties.ties import fresh_ties
from renmai.upkeep.value.matches import fresh_matches

MOST_MATCHES, MOST_PROPOSALS, MOST_TIES = 10, 12, 15


def values_card(viewer: Viewer, *, today: date) -> ValuesCard:
    """Return the page of value as of a day."""
    owner_id = viewer.owner_id
    fresh_ties(viewer, viewer.end_of(today))
    notice = fresh_matches(viewer, today=today)
    mine = values.values(owner_id, until=today, person_ids=[None])
    matches = _matches(viewer, mine, today=today)
    achieved = values.achievements(owner_id, until=today)
    proposals = value_proposals(viewer, today=today)[:MOST_PROPOSALS]
    spoken_of = {who for found in matches.values() for each in found for who in each.people}
    witnesses = {each.witness_id for each in achieved} | {each.person_id for each in proposals}
    names = names_of(owner_id, spoken_of | {who for who in witnesses if who is not None})
    cards = [achievement_card(each, names) for each in reversed(achieved)]
    reviewed_on = values.reviewed_on(owner_id, until=today)
    first_on = min((each.noted_on for each in mine if each.side == Side.OFFER), default=None)
    return ValuesCard(
        offers=tuple(value_cards((each for each in mine if each.side == Side.OFFER), {}, today=today)),
        needs=tuple(value_cards((each for each in mine if each.side == Side.NEED), {}, today=today)),
        achievements=tuple(each for each in cards if not each.is_growing),
        growing=tuple(each for each in cards if each.is_growing),
        review=review_due(reviewed_on, first_on, today),
        matches={
            kind: tuple(match_card(each, names, today=today) for each in found)
            for kind, found in matches.items()
        },
        proposals=tuple(proposal_card(each, names) for each in proposals),
        effective=_effective(viewer, today=today),
        total=values.count(owner_id),
        notice=notice,
    )


def _matches(viewer: Viewer, mine: list[Value], *, today: date) -> dict[str, list[Match]]:
    """Return the best matches of each kind: those around what is mine, and between others."""
    found = matches_around(viewer, mine, today=today)
    found += [each for each in best_matches(viewer, today=today) if each.kind == MatchKind.JOIN]
    return {str(kind): [each for each in found if each.kind == kind][:MOST_MATCHES] for kind in MatchKind}


def _effective(viewer: Viewer, *, today: date) -> tuple[EffectiveCard, ...]:
    """Return which ways value goes in each of the strongest ties."""
    ties = real_ties(viewer.owner_id, MOST_TIES)
    ids = [tie.person_id for tie in ties]
    theirs: dict[int, list[Value]] = {person_id: [] for person_id in ids}
    known = values.values(viewer.owner_id, until=today, person_ids=list(ids))
    for each in known:
        if each.person_id is not None:
            theirs[each.person_id].append(each)
    found = matches_around(viewer, known, today=today)
    return tuple(effective_card(tie.person_id, tie.name, theirs[tie.person_id], found) for tie in ties)
