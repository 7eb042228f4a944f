"""Needs, offers and matches as cards: a value becomes what a page shows."""

from collections.abc import Iterable, Mapping
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.value.matches import Match
from renmai.domain.value.proposals import Proposal
from renmai.domain.value.values import Achievement, Origin, Side, Value, freshness, weight
from renmai.queries.value.cards import AchievementCard, MatchCard, ProposalCard, ValueCard

MY_CODES = {Side.NEED: "my_need_noted", Side.OFFER: "my_offer_noted"}
CODES = {Origin.SAID: "value_said", Origin.WRITTEN: "value_written", Origin.GUESS: "value_guess"}


def value_card(value: Value, names: Mapping[int, str], *, today: date) -> ValueCard:
    """Return a need or an offer as a card."""
    person_id = value.person_id
    code = MY_CODES[Side(value.side)] if person_id is None else CODES[Origin(value.origin)]
    return ValueCard(
        key=value.key,
        person_id=person_id,
        name="" if person_id is None else names.get(person_id, ""),
        side=value.side,
        text=value.text,
        origin=value.origin,
        importance=value.importance,
        noted_on=value.noted_on,
        until=value.until,
        sentence=value.sentence,
        fresh=freshness(value, today),
        because=Because(code, {"on": value.noted_on.isoformat()}),
        ends=Because("value_until", {"until_on": value.until.isoformat()}) if value.until else None,
    )


def value_cards(values: Iterable[Value], names: Mapping[int, str], *, today: date) -> list[ValueCard]:
    """Return needs or offers as cards, the weightiest first; what is over is left out."""
    alive = [(weight(each, today), each) for each in values]
    alive = [pair for pair in alive if pair[0] > 0]
    ordered = sorted(alive, key=lambda pair: (-pair[0], int(pair[1].key)))
    return [value_card(each, names, today=today) for _, each in ordered]


def match_card(match: Match, names: Mapping[int, str], *, today: date) -> MatchCard:
    """Return a match as a card."""
    return MatchCard(
        key=match.key,
        kind=str(match.kind),
        need=value_card(match.need, names, today=today),
        offer=value_card(match.offer, names, today=today),
        fit=match.fit,
        because=match.because,
    )


def proposal_card(proposal: Proposal, names: Mapping[int, str]) -> ProposalCard:
    """Return a proposal as a card."""
    whose = proposal.person_id
    name = "" if whose is None else names.get(whose, "")
    on = proposal.on.isoformat()
    said = (
        Because("i_wrote", {"on": on}) if whose is None else Because("they_wrote", {"name": name, "on": on})
    )
    return ProposalCard(
        key=proposal.key,
        person_id=whose,
        name=name,
        side=proposal.side,
        text=proposal.text,
        sentence=proposal.sentence,
        on=proposal.on,
        because=said,
    )


def achievement_card(achievement: Achievement, names: Mapping[int, str]) -> AchievementCard:
    """Return an achievement as a card."""
    witness = achievement.witness_id
    return AchievementCard(
        key=achievement.key,
        text=achievement.text,
        on=achievement.on,
        proof=achievement.proof,
        is_growing=achievement.is_growing,
        witness_id=witness,
        witness="" if witness is None else names.get(witness, ""),
    )
