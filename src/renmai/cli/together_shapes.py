"""The JSON of what is done together; each docstring is what docs/cli.md says of that shape."""

from collections.abc import Iterable
from typing import Any

from renmai.cli.printing import reasons_as_json
from renmai.cli.shapes import iso
from renmai.queries.network.reputation import BranchCard, ReputationCard
from renmai.queries.ties.tiers import TiersCard
from renmai.queries.together.cards import (
    BoardCard,
    CommendationCard,
    CooperationCard,
    CooperationPage,
    LadderCard,
    MetCard,
    PromiseCard,
    TierCard,
    TogetherCard,
)


def cooperations(card: BoardCard) -> list[dict[str, Any]]:
    """`[{number, person_id, name, title, stage, began_on, moved_on, finished_on, my_gain, their_gain,
    margin_percent, need, need_said_on, others, is_exclusive, next_idea, next_step, due_on, due_in_days,
    attempts, because: [{code, numbers, sentence}], following, milestones: [{stage, on, is_attempt}]}]`

    In the order of stages: idea, proposal, agreed, running, done, reviewed, dropped. `margin_percent` is what
    is left to the other side; `need` the need of theirs it answers, `need_said_on` when that was noted, null
    where it is in your words only; `attempts` how often it was proposed in vain; `due_in_days` is below 0
    once the next step is late; `following` are the stages it may go to, the next one first. `new`, `move` and
    `note` print `{number, decision_id}`, the latter null where nothing new was said; `show` prints one.
    """
    return [cooperation(each) for each in card.cooperations]


def cooperation(card: CooperationCard) -> dict[str, Any]:
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
        "because": reasons_as_json(card.because),
        "following": list(card.following),
        "milestones": [
            {"stage": each.stage, "on": iso(each.on), "is_attempt": each.is_attempt}
            for each in card.milestones
        ],
    }


def page(card: CooperationPage) -> dict[str, Any]:
    """Return one cooperation, with the needs of theirs that are known."""
    found = cooperation(card.cooperation) if card.cooperation else {}
    return {**found, "needs": [{"text": each.text, "on": iso(each.on)} for each in card.needs]}


def tiers(card: TiersCard) -> dict[str, Any]:
    """`{tiers: [{tier, rhythm_days, because: [{code, numbers, sentence}], people: [{id, name, strength,
    silent_days, overdue_days}]}], proposed: [{id, name, tier, from_tier, because}]}`

    `tier` is 5, 50 or 100, which is also how many it holds; `because` says where it holds too many, and how
    many are overdue. `silent_days` is null where no contact is on record. In `proposed`, `from_tier` is set
    where somebody would step out of a tier that is too full. With PERSON and TIER it prints `{decision_id}`,
    null where nothing changed.
    """
    return {
        "tiers": [
            {
                "tier": circle.tier,
                "rhythm_days": circle.rhythm_days,
                "because": reasons_as_json(circle.because),
                "people": [
                    {
                        "id": each.row.id,
                        "name": each.row.name,
                        "strength": each.row.tie.strength if each.row.tie else None,
                        "silent_days": each.silent_days,
                        "overdue_days": each.overdue_days,
                    }
                    for each in circle.members
                ],
            }
            for circle in card.circles
        ],
        "proposed": [
            {
                "id": each.row.id,
                "name": each.row.name,
                "tier": each.tier,
                "from_tier": each.from_tier,
                "because": reasons_as_json(each.because),
            }
            for each in card.proposed
        ],
    }


def promises(cards: Iterable[PromiseCard]) -> list[dict[str, Any]]:
    """`[{number, person_id, name, what, made_on, due_on, due_in_days, ended_on, is_kept}]`

    Open ones first, what is due first at the front; `due_in_days` is below 0 once one is late. With PERSON
    and WHAT, `--kept` or `--give-up` it prints `{number, decision_id}`, the latter null where it had ended.
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


def reputation(card: ReputationCard) -> dict[str, Any]:
    """`{introduced_total, introducers_total, branches: [{id, name, tie_class, finished, how, met_on, came: {
    people, weak, strong, finished}, below: […]}], commendations: [{number, person_id, name, what, to_whom,
    on}], proposed: [{person_id, name, introducer_id, introducer, on, because: [{code, numbers, sentence}]}]}`

    `below` are those who came through somebody, each of the same shape; `came` is what came of all of them:
    people, weak and strong ties among them, finished cooperations. `proposed` is likely by a letter to both
    and not noted. `through` and `spoke` print `{decision_id}`, null where nothing new was said.
    """
    return {
        "introduced_total": card.introduced_total,
        "introducers_total": card.introducers_total,
        "branches": [_branch(each) for each in card.branches],
        "commendations": [_commendation(each) for each in card.commendations],
        "proposed": [_met(each) for each in card.proposed],
    }


def of_person(card: TogetherCard | None) -> dict[str, Any]:
    """Return what stands on one person's page of things done together."""
    if card is None:
        return {
            "tier": None, "rhythm": None, "ladder": None, "cooperations": [], "promises": [],
            "met_through": None, "met_through_proposed": None, "brought": [], "commendations": [],
        }  # fmt: skip
    return {
        "tier": card.tier.tier,
        "rhythm": _tier(card.tier),
        "ladder": _ladder(card.ladder),
        "cooperations": [cooperation(each) for each in card.cooperations],
        "promises": promises(card.promises),
        "met_through": card.met and _met(card.met),
        "met_through_proposed": card.met_perhaps and _met(card.met_perhaps),
        "brought": [_met(each) for each in card.brought],
        "commendations": [_commendation(each) for each in card.commendations],
    }


def _tier(card: TierCard) -> dict[str, Any] | None:
    if card.tier is None:
        return None
    return {
        "rhythm_days": card.rhythm_days,
        "overdue_days": card.overdue_days,
        "because": reasons_as_json(card.because),
    }


def _ladder(card: LadderCard) -> dict[str, Any]:
    return {
        "rung": str(card.rung),
        "finished": card.finished,
        "open": card.open,
        "because": reasons_as_json(card.because),
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


def _met(card: MetCard) -> dict[str, Any]:
    return {
        "person_id": card.person_id,
        "name": card.name,
        "introducer_id": card.introducer_id,
        "introducer": card.introducer,
        "how": card.how,
        "on": iso(card.on),
        "because": reasons_as_json(card.because),
    }


def _commendation(card: CommendationCard) -> dict[str, Any]:
    return {
        "number": card.number,
        "person_id": card.person_id,
        "name": card.name,
        "what": card.what,
        "to_whom": card.to_whom,
        "on": iso(card.on),
    }
