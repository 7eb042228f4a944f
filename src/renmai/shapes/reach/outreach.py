"""The promised JSON of outreach."""

from collections.abc import Iterable
from typing import Any

from renmai.queries.reach.outreach_cards import OutreachCard, OutreachPage
from renmai.shapes.book import iso, reasons
from renmai.wording import sentence


def outreach_shape(card: OutreachCard) -> dict[str, Any]:
    """`{number, person_id, name, goal, state, began_on, …, attempts, signs, because, step, draft}`

    `state` is open, resting, answered or given_up; `still` the chance that an answer to what was tried still
    comes, null before the first attempt; `another` that of one more attempt, of which `least` is asked;
    `attempts` are `{on, way, news, is_seen}`, `signs` `{on, words, is_seen}`, each the oldest first.
    """
    return {
        "number": card.number,
        "person_id": card.person_id,
        "name": card.name,
        "goal": card.goal,
        "state": str(card.state),
        "began_on": iso(card.began_on),
        "deadline_on": iso(card.deadline_on),
        "is_over": card.is_over,
        "still": card.still,
        "another": card.another,
        "least": round(card.least_percent / 100, 3),
        "try_again_on": iso(card.try_again_on),
        "is_due": card.is_due,
        "rests_until_on": iso(card.rests_until_on),
        "ended_on": iso(card.ended_on),
        "way": card.way,
        "may_bring": list(card.may_bring),
        "attempts": [
            {"on": iso(each.on), "way": each.way, "news": each.news, "is_seen": each.is_seen}
            for each in card.attempts
        ],
        "signs": [{"on": iso(each.on), "words": each.words, "is_seen": each.is_seen} for each in card.signs],
        "because": reasons(card.because),
        "step": sentence(card.step),
        "draft": sentence(card.draft) if card.draft else None,
    }


def outreaches_shape(cards: Iterable[OutreachCard]) -> list[dict[str, Any]]:
    """`[{number, person_id, name, goal, state, …}]`

    Each as in `renmai reach show`: what goes on first, what is due at the front.
    """
    return [outreach_shape(card) for card in cards]


def outreach_page_shape(page: OutreachPage) -> dict[str, Any]:
    """`{number, person_id, name, goal, state, …}`

    One outreach, as in `renmai reach`.
    """
    return outreach_shape(page.outreach) if page.outreach else {}
