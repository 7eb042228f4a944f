"""The JSON of what is done together: cooperations and promises."""

from collections.abc import Iterable
from typing import Any

from renmai.queries.together.cards import CooperationCard, CooperationPage, PromiseCard, WrittenPromiseCard
from renmai.shapes.book import iso, reasons


def cooperations_shape(cards: Iterable[CooperationCard]) -> list[dict[str, Any]]:
    """`[{number, person_id, name, title, stage, began_on, moved_on, finished_on, my_gain, their_gain,
    margin_percent, need, need_said_on, others, is_exclusive, next_idea, next_step, due_on, due_in_days,
    attempts, because: [{code, numbers, sentence}], following, milestones: [{stage, on, is_attempt}]}]`

    In the order of stages: idea, proposal, agreed, running, done, reviewed, dropped. `margin_percent` is what
    is left to the other side; `need` the need of theirs it answers, `need_said_on` when that was noted, null
    where it is in your words only; `attempts` how often it was proposed in vain; `due_in_days` is below 0
    once the next step is late; `following` are the stages it may go to, the next one first.
    """
    return [cooperation_shape(card) for card in cards]


def cooperation_shape(card: CooperationCard) -> dict[str, Any]:
    """Return one cooperation."""
    return {
        "number": card.number,
        "person_id": card.person_id,
        "name": card.name,
        "title": card.title,
        "stage": card.stage,
        "began_on": iso(card.began_on),
        "moved_on": iso(card.moved_on),
        "finished_on": iso(card.finished_on),
        "my_gain": card.my_gain,
        "their_gain": card.their_gain,
        "margin_percent": card.margin_percent,
        "need": card.need,
        "need_said_on": iso(card.need_said_on),
        "others": card.others,
        "is_exclusive": card.is_exclusive,
        "next_idea": card.next_idea,
        "next_step": card.next_step,
        "due_on": iso(card.due_on),
        "due_in_days": card.due_in_days,
        "attempts": card.attempts,
        "because": reasons(card.because),
        "following": list(card.following),
        "milestones": [
            {"stage": each.stage, "on": iso(each.on), "is_attempt": each.is_attempt}
            for each in card.milestones
        ],
    }


def cooperation_page_shape(card: CooperationPage) -> dict[str, Any]:
    """`{number, …, needs: [{text, on}]}`

    One cooperation, as in `renmai cooperate`, with the needs of theirs that are known.
    """
    found = cooperation_shape(card.cooperation) if card.cooperation else {}
    return {**found, "needs": [{"text": each.text, "on": iso(each.on)} for each in card.needs]}


def written_promises_shape(cards: Iterable[WrittenPromiseCard]) -> list[dict[str, Any]]:
    """`[{person_id, name, is_mine, kind, sentence, on}]`

    The newest first; `is_mine` where you promised it, `kind` is promise or introduction.
    """
    return [
        {
            "person_id": card.person_id,
            "name": card.name,
            "is_mine": card.is_mine,
            "kind": str(card.kind),
            "sentence": card.sentence,
            "on": iso(card.on),
        }
        for card in cards
    ]


def promises_shape(cards: Iterable[PromiseCard]) -> list[dict[str, Any]]:
    """`[{number, person_id, name, what, made_on, due_on, due_in_days, ended_on, is_kept}]`

    Open ones first, what is due first at the front; `due_in_days` is below 0 once one is late.
    """
    return [
        {
            "number": card.number,
            "person_id": card.person_id,
            "name": card.name,
            "what": card.what,
            "made_on": iso(card.made_on),
            "due_on": iso(card.due_on),
            "due_in_days": card.due_in_days,
            "ended_on": iso(card.ended_on),
            "is_kept": card.is_kept,
        }
        for card in cards
    ]
