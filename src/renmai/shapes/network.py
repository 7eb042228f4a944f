"""The JSON of the network: circles, ways to somebody, and who came through whom."""

from collections.abc import Iterable
from typing import Any

from renmai.queries.network.cards import CommendationCard, MetCard, NetworkCard
from renmai.queries.network.path_cards import PathCard
from renmai.queries.network.reputation import BranchCard, ReputationCard
from renmai.shapes.book import iso, reasons
from renmai.wording import sentence


def network_shape(card: NetworkCard) -> dict[str, Any]:
    """`{ties, effective_size, constraint, because: [{code, numbers, sentence}], circles: [{number, name,
    people: [id], strong, holders: [id], holding}], apart: [id], brokers: [{id, name, circle, joins:
    [number], effective_size, constraint, opens}], varieties: {circles|organisations|channels: {parts:
    {name: ties}, equal}}, knows: [{a, b, probability}]}`

    `effective_size` and `constraint` are Burt's, the owner's own at the top; `opens` counts people unknown to
    the owner who can be reached through this person alone; `equal` is how many equal parts are as varied.
    """
    members: dict[int | None, list[int]] = {}
    for dot in card.drawn:
        members.setdefault(dot.circle, []).append(dot.id)
    return {
        "ties": card.ties,
        "effective_size": card.effective_size,
        "constraint": card.constraint,
        "because": reasons(card.because),
        "circles": [
            {
                "number": circle.number,
                "name": circle.name,
                "people": members.get(circle.number, []),
                "strong": circle.strong,
                "holders": [person.id for person in circle.holders],
                "holding": circle.holding,
            }
            for circle in card.circles
        ],
        "apart": members.get(None, []),
        "brokers": [
            {
                "id": broker.person.id,
                "name": broker.person.name,
                "circle": broker.person.circle,
                "joins": list(broker.circles),
                "effective_size": broker.effective_size,
                "constraint": broker.constraint,
                "opens": broker.opens,
            }
            for broker in card.brokers
        ],
        "varieties": {
            variety.kind: {"parts": dict(variety.parts), "equal": variety.equal} for variety in card.varieties
        },
        "knows": [{"a": a, "b": b, "probability": probability} for a, b, probability in card.knows],
    }


def paths_shape(cards: Iterable[PathCard]) -> list[dict[str, Any]]:
    """`[{people: [{id, name}], probability, hops, because: [{code, numbers, sentence}], step}]`

    The best first, but a good tie of your own before all; `people` from you to the one looked for, `hops`
    the probability from each to the next, whose product `probability` is; `because` in the order of the
    hops; `step` is a sentence. No path is an empty list.
    """
    return [
        {
            "people": [{"id": person.id, "name": person.name} for person in card.people],
            "probability": card.probability,
            "hops": list(card.hops),
            "because": [each for hop in card.because for each in reasons(hop)],
            "step": sentence(card.step),
        }
        for card in cards
    ]


def reputation_shape(card: ReputationCard) -> dict[str, Any]:
    """`{introduced_total, introducers_total, branches: [{id, name, tie_class, finished, how, met_on, came: {
    people, weak, strong, finished}, below: […]}], commendations: [{number, person_id, name, what, to_whom,
    on}], proposed: [{person_id, name, introducer_id, introducer, on, because: [{code, numbers, sentence}]}]}`

    `below` are those who came through somebody, each of the same shape; `came` is what came of all of them:
    people, weak and strong ties among them, finished cooperations. `proposed` is likely by a letter to both
    and not noted.
    """
    return {
        "introduced_total": card.introduced_total,
        "introducers_total": card.introducers_total,
        "branches": [_branch(each) for each in card.branches],
        "commendations": [commendation_shape(each) for each in card.commendations],
        "proposed": [met_shape(each) for each in card.proposed],
    }


def _branch(card: BranchCard) -> dict[str, Any]:
    came = card.yields
    return {
        "id": card.person_id,
        "name": card.name,
        "tie_class": card.tie_class,
        "finished": card.finished,
        "how": card.how,
        "met_on": iso(card.met_on),
        "came": {
            "people": came.people, "weak": came.weak, "strong": came.strong, "finished": came.finished,
        },
        "below": [_branch(each) for each in card.below],
    }  # fmt: skip


def met_shape(card: MetCard) -> dict[str, Any]:
    """Return through whom somebody was met, and how that is known."""
    return {
        "person_id": card.person_id,
        "name": card.name,
        "introducer_id": card.introducer_id,
        "introducer": card.introducer,
        "how": card.how,
        "on": iso(card.on),
        "because": reasons(card.because),
    }


def commendation_shape(card: CommendationCard) -> dict[str, Any]:
    """Return what somebody said of the owner unasked."""
    return {
        "number": card.number,
        "person_id": card.person_id,
        "name": card.name,
        "what": card.what,
        "to_whom": card.to_whom,
        "on": iso(card.on),
    }
