"""The JSON of positions and of the job-change test."""

from collections.abc import Iterable
from typing import Any

from renmai.domain.positions.leaving import Stakes
from renmai.domain.positions.positions import Position
from renmai.queries.positions.cards import (
    LeavingCard,
    PastLeavingCard,
    PersonLeavingCard,
    PositionsCard,
    TieAtRisk,
)
from renmai.shapes.book import iso, reasons
from renmai.wording import sentence


def positions_shape(cards: Iterable[PositionsCard]) -> list[dict[str, Any]]:
    """`[{person_id, name, positions: [{key, organisation, title, host, since, until, source, line,
    noted_on}], proposals: [{key, change, organisation, title, host, since, until, source, line, on, of,
    because: [{code, numbers, sentence}]}]}]`

    `person_id` is null for the owner. `until` is the last day, null while none is known; one to come is a
    known change. `source` is said, signature, card, mail or calendar. `change` is position (a new one), end
    or title, of the position whose key is `of`; `line` and `on` are what it rests on. Of one
    person there is one entry; of all, the owner's, then those of people who seem to have changed positions.
    """
    return [
        {
            "person_id": card.person_id,
            "name": card.name,
            "positions": [position_shape(each) for each in card.positions],
            "proposals": [
                {
                    "key": each.key,
                    "change": each.change,
                    "organisation": each.organisation,
                    "title": each.title,
                    "host": each.host,
                    "since": iso(each.since),
                    "until": iso(each.until),
                    "source": each.source,
                    "line": each.line,
                    "on": iso(each.on),
                    "of": each.of,
                    "because": reasons(each.because),
                }
                for each in card.proposals
            ],
        }
        for card in cards
    ]


def position_shape(each: Position) -> dict[str, Any]:
    """Return one position as `renmai position` lists it."""
    return {
        "key": each.key,
        "organisation": each.organisation,
        "title": each.title,
        "host": each.host,
        "since": iso(each.since),
        "until": iso(each.until),
        "source": each.source,
        "line": each.line,
        "noted_on": iso(each.noted_on),
    }


def leaving_shape(card: LeavingCard) -> dict[str, Any]:
    """`{position, is_assumed, leaves_on, ties, untouched, expected, strength, kept_strength, lost: {needs,
    offers, open_cooperations, done_cooperations, owed_points, opens}, because: [{code, numbers, sentence}],
    people: [{person_id, name, fate, chance, part, strength, loss, because, stakes, steps, draft}], plan:
    [person_id]}`

    `position` is as in `renmai position`, null where none is known; `is_assumed` says it was only read from
    traces. `fate` is stays, open or lost; `untouched` counts ties that never passed through the position.
    `chance` 0 to 1 that a tie outlives it, `part` 0 to 1 of it that passed through it. `expected` is the sum
    of chances; `opens` counts people whom only they can introduce. `people` come by what would be missed
    most; `plan` are those worth making personal now.
    """
    return {
        "position": position_shape(card.position) if card.position else None,
        "is_assumed": card.is_assumed,
        "leaves_on": iso(card.leaves_on),
        "ties": card.ties,
        "untouched": card.untouched,
        "expected": card.expected,
        "strength": card.strength,
        "kept_strength": card.kept_strength,
        "lost": _stakes(card.lost),
        "because": reasons(card.because),
        "people": [tie_at_risk_shape(each) for each in card.rows],
        "plan": [each.person_id for each in card.plan],
    }


def tie_at_risk_shape(risk: TieAtRisk) -> dict[str, Any]:
    """Return one tie under the test."""
    return {
        "person_id": risk.person_id,
        "name": risk.name,
        "fate": risk.fate,
        "chance": risk.chance,
        "part": risk.part,
        "strength": risk.strength,
        "loss": risk.loss,
        "because": reasons(risk.because),
        "stakes": _stakes(risk.stakes),
        "steps": reasons(risk.steps),
        "draft": sentence(risk.draft) if risk.draft else None,
    }


def person_leaving_shape(person_id: int, name: str, card: PersonLeavingCard) -> dict[str, Any]:
    """`{person_id, name, position, is_assumed, leaves_on, tie}`

    Of one person, if they left: `tie` is as one of `people`, null where there is none.
    """
    return {
        "person_id": person_id,
        "name": name,
        "position": position_shape(card.position) if card.position else None,
        "is_assumed": card.is_assumed,
        "leaves_on": iso(card.leaves_on),
        "tie": tie_at_risk_shape(card.risk) if card.risk else None,
    }


def past_leaving_shape(card: PastLeavingCard) -> dict[str, Any]:
    """`{changes: [{left_on, organisation, ties, stayed, predicted, rows: [{fate, ties, stayed, predicted}]}],
    because}`

    Of past changes, beside what would have been predicted.
    """
    return {
        "changes": [
            {
                "left_on": iso(each.left_on),
                "organisation": each.organisation,
                "ties": each.ties,
                "stayed": each.stayed,
                "predicted": each.predicted,
                "rows": [
                    {"fate": fate, "ties": ties, "stayed": stayed, "predicted": predicted}
                    for fate, ties, stayed, predicted in each.rows
                ],
            }
            for each in (change.judged for change in card.changes)
        ],
        "because": reasons(card.because),
    }


def _stakes(stakes: Stakes) -> dict[str, Any]:
    return {
        "needs": stakes.needs,
        "offers": stakes.offers,
        "open_cooperations": stakes.open_cooperations,
        "done_cooperations": stakes.done_cooperations,
        "owed_points": stakes.owed_points,
        "opens": stakes.opens,
    }
