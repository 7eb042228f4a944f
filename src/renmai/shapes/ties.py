"""The JSON of ties: their figures and reasons, tiers, and how right they were."""

from typing import Any

from renmai.queries.people.same_cards import SameCard, SamePage, SidePerson
from renmai.queries.ties.backtest import BacktestCard
from renmai.queries.ties.cards import PersonRow, ReplyCard, TieCard, WhyCard
from renmai.queries.ties.tiers import TiersCard
from renmai.shapes.book import iso, reason, reasons


def tie_shape(row: PersonRow) -> dict[str, Any]:
    """`{id, name, tie: {tie_class, state, strength, strength_before, reciprocity, standing, acts_out,
    acts_in, days_active, first_on, last_out_on, last_in_on, rhythm_days, because: [{code, numbers,
    sentence}], tie_class_computed, strength_computed, finished, declared, why: {strength: [{code, numbers,
    sentence, effect: {code, numbers, sentence}}], tie_class, state, standing, reciprocity: [{code, numbers,
    sentence}]}, basis: {kind, chance, because}}, replies}`

    `tie` is null where nothing has passed. `declared` is as in `renmai people`. `why` explains the computed
    figures, null without traces; in its `numbers`, `contribution` is in log-odds and `points` of 100. `basis`
    says whose the tie is: `kind` person, position or open, `chance` 0 to 1 that it is the person's.

    `replies` stands beside it: `{asked, answered, chance, half_hours, most_hours, waiting_since_on, still,
    try_again_on, because}`; the three after `most_hours` are null where no letter of yours waits, else since
    when, the chance that an answer still comes, when to try again.
    """
    return {
        "id": row.id,
        "name": row.name,
        "tie": figures_shape(row.tie),
        "replies": replies_shape(row.replies),
    }


def replies_shape(card: ReplyCard | None) -> dict[str, Any] | None:
    """Return how somebody answers; chances are 0 to 1."""
    if card is None:
        return None
    return {
        "asked": card.asked,
        "answered": card.answered,
        "chance": card.chance,
        "half_hours": card.half_hours,
        "most_hours": card.most_hours,
        "waiting_since_on": iso(card.waiting_since_on),
        "still": card.still,
        "try_again_on": iso(card.try_again_on),
        "because": reasons(card.because),
    }


def figures_shape(tie: TieCard | None) -> dict[str, Any] | None:
    """Return a tie's figures; strengths, reciprocity and standing are 0 to 1."""
    if tie is None:
        return None
    return {
        "tie_class": tie.tie_class,
        "state": tie.state,
        "strength": tie.strength,
        "strength_before": tie.strength_before,
        "reciprocity": tie.reciprocity,
        "standing": tie.standing,
        "acts_out": tie.acts_out,
        "acts_in": tie.acts_in,
        "days_active": tie.days_active,
        "first_on": iso(tie.first_on),
        "last_out_on": iso(tie.last_out_on),
        "last_in_on": iso(tie.last_in_on),
        "rhythm_days": tie.rhythm_days,
        "because": reasons(tie.because),
        **said_tie_shape(tie),
        "why": _why(tie.why),
        "basis": tie.basis
        and {
            "kind": tie.basis.kind,
            "chance": tie.basis.chance,
            "because": reasons(tie.basis.because),
        },
    }


def backtest_shape(card: BacktestCard) -> dict[str, Any]:
    """`{cutoff_on, until_on, because: [{code, numbers, sentence}], cutoff_epoch_s, horizon_days, pairs,
    pairs_in_touch, pairs_predicted, model, last_event_epoch_s, strength: {auc, average_precision, brier,
    ece}, baselines: [{name, auc, auc_half_life_days, average_precision, average_precision_half_life_days}],
    calibration: [{pairs, predicted, observed}], bands: [{from, to, pairs, predicted, observed, low, high}],
    lift: [{share, pairs, in_touch, gain, lift, baselines}], tops}`

    From `cutoff_epoch_s` on it is as in `renmai engine backtest --json`; a pair is the owner and one person.
    `bands` are of equal width, with the 95% interval of what was observed; `lift` takes the likeliest by
    share, `tops` by number; its `baselines` are how many in touch each simpler rule finds among as many.
    """
    return {
        "cutoff_on": iso(card.cutoff_on),
        "until_on": iso(card.until_on),
        "because": reasons(card.because),
        **card.found,
    }


def said_tie_shape(tie: TieCard | None) -> dict[str, Any]:
    """Return what the traces say beside what the owner says."""
    declared = tie.declared if tie else None
    return {
        "tie_class_computed": tie.tie_class_computed if tie else None,
        "strength_computed": tie.strength_computed if tie else None,
        "finished": tie.finished if tie else 0,
        "declared": declared
        and {
            "tie_class": declared.tie_class and declared.tie_class.value,
            "bond": declared.bond and declared.bond.value,
            "strength": declared.strength and declared.strength.value,
            "because": declared.latest.because,
            "on": iso(declared.latest.on),
        },
    }


def _why(why: WhyCard | None) -> dict[str, Any] | None:
    """Return every reason for every figure."""
    if why is None:
        return None
    return {
        "strength": [{**reason(moved.because), "effect": reason(moved.effect)} for moved in why.strength],
        "tie_class": reasons(why.tie_class),
        "state": reasons(why.state),
        "standing": reasons(why.standing),
        "reciprocity": reasons(why.reciprocity),
    }


def tiers_shape(card: TiersCard) -> dict[str, Any]:
    """`{tiers: [{tier, rhythm_days, because: [{code, numbers, sentence}], people: [{id, name, strength,
    silent_days, overdue_days}]}], proposed: [{id, name, tier, from_tier, because}]}`

    `tier` is 5, 50 or 100, which is also how many it holds; `because` says where it holds too many, and how
    many are overdue. `silent_days` is null where no contact is on record. In `proposed`, `from_tier` is set
    where somebody would step out of a tier that is too full.
    """
    return {
        "tiers": [
            {
                "tier": circle.tier,
                "rhythm_days": circle.rhythm_days,
                "because": reasons(circle.because),
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
            for circle in card.tiers
        ],
        "proposed": [
            {
                "id": each.row.id,
                "name": each.row.name,
                "tier": each.tier,
                "from_tier": each.from_tier,
                "because": reasons(each.because),
            }
            for each in card.proposed
        ],
    }


def same_shape(page: SamePage) -> dict[str, Any]:
    """`{asked: [{one: {id, name, subtitle, handles: [handle], acts, first_on, last_on, subject}, other: {…},
    probability, because: [{code, numbers, sentence}], is_counted_as_one}], total, unsure: [{…}]}`

    `asked` are the likeliest of `total`; `is_counted_as_one` tells that Today, tiers and ties take both for
    one human until that is decided.
    """
    return {
        "asked": [same_card_shape(card) for card in page.asked],
        "total": page.total,
        "unsure": [same_card_shape(card) for card in page.unsure],
    }


def same_card_shape(card: SameCard) -> dict[str, Any]:
    """Return one pair with both sides."""
    return {
        "one": _side(card.one),
        "other": _side(card.other),
        "probability": card.probability,
        "because": reasons(card.because),
        "is_counted_as_one": card.is_counted_as_one,
    }


def _side(side: SidePerson) -> dict[str, Any]:
    return {
        "id": side.person_id,
        "name": side.name,
        "subtitle": side.subtitle,
        "handles": list(side.handles),
        "acts": side.acts,
        "first_on": iso(side.first_on),
        "last_on": iso(side.last_on),
        "subject": side.subject,
    }
