"""The JSON of needs and offers, and of what meets what."""

from typing import Any

from renmai.queries.value.cards import (
    AchievementCard,
    BothWays,
    EffectiveCard,
    MatchCard,
    PersonValueCard,
    ProposalCard,
    ValueCard,
    ValuesCard,
)
from renmai.shapes.book import iso, reasons
from renmai.wording import sentence


def values_shape(card: ValuesCard) -> dict[str, Any]:
    """`{offers, needs: [VALUE], achievements, growing: [{id, text, on, proof, witness}], review, matches:
    {give, get, join: [{key, kind, fit, need, offer: VALUE, because}]}, proposals: [{key, person_id, name,
    side, text, sentence, on, because}], effective: [{person_id, name, ways, questions}], notice}`

    `VALUE` is `{id, person_id, name, side, text, origin, importance, noted_on, until, sentence, fresh}`:
    `person_id` null for your own, `side` need or offer, `origin` said, written or guess, `importance` low,
    middle or high, `fresh` 0 to 1. `review` is a sentence or null. `fit` is 0 to 1; `give` is mine for
    theirs, `get` theirs for mine, `join` one's for another's, through me. `ways` is both, i_for_them,
    they_for_me or neither. `key` names a match or a proposal for `dismiss` and `accept`.
    """
    return {
        "offers": [value_shape(each) for each in card.offers],
        "needs": [value_shape(each) for each in card.needs],
        "achievements": [_achievement(each) for each in card.achievements],
        "growing": [_achievement(each) for each in card.growing],
        "review": sentence(card.review) if card.review else None,
        "matches": {kind: [match_shape(each) for each in found] for kind, found in card.matches.items()},
        "proposals": [_proposal(each) for each in card.proposals],
        "effective": [_effective(each) for each in card.effective],
        "notice": sentence(card.notice) if card.notice else None,
    }


def person_value_shape(card: PersonValueCard) -> dict[str, Any]:
    """`{person_id, name, ways, questions, give, get: [{has, needs, match}], joins, proposals}`

    `has` and `needs` are a VALUE or null, `match` a match or null.
    """
    return {
        **_effective(card.effective),
        "give": [_row(each) for each in card.give],
        "get": [_row(each) for each in card.get],
        "joins": [match_shape(each) for each in card.joins],
        "proposals": [_proposal(each) for each in card.proposals],
    }


def value_shape(card: ValueCard) -> dict[str, Any]:
    """Return one need or offer."""
    return {
        "id": int(card.key),
        "person_id": card.person_id,
        "name": card.name,
        "side": card.side,
        "text": card.text,
        "origin": card.origin,
        "importance": card.importance,
        "noted_on": iso(card.noted_on),
        "until": iso(card.until),
        "sentence": card.sentence,
        "fresh": round(card.fresh, 3),
    }


def _row(row: BothWays) -> dict[str, Any]:
    return {
        "has": value_shape(row.has) if row.has else None,
        "needs": value_shape(row.needs) if row.needs else None,
        "match": match_shape(row.match) if row.match else None,
    }


def match_shape(card: MatchCard) -> dict[str, Any]:
    """`{key, kind, need, offer: VALUE, fit, because}`"""
    return {
        "key": card.key,
        "kind": card.kind,
        "fit": card.fit,
        "need": value_shape(card.need),
        "offer": value_shape(card.offer),
        "because": reasons(card.because),
    }


def _proposal(card: ProposalCard) -> dict[str, Any]:
    return {
        "key": card.key,
        "person_id": card.person_id,
        "name": card.name,
        "side": card.side,
        "text": card.text,
        "sentence": card.sentence,
        "on": iso(card.on),
        "because": reasons([card.because]),
    }


def _effective(card: EffectiveCard) -> dict[str, Any]:
    return {
        "person_id": card.person_id,
        "name": card.name,
        "ways": card.ways,
        "questions": reasons(card.questions),
    }


def _achievement(card: AchievementCard) -> dict[str, Any]:
    return {
        "id": int(card.key),
        "text": card.text,
        "on": iso(card.on),
        "proof": card.proof,
        "witness": {"id": card.witness_id, "name": card.witness} if card.witness_id else None,
    }
