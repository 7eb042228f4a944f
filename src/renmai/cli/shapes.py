"""The JSON that the command line prints; each docstring is what docs/cli.md says of that shape."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from renmai.cli.printing import reasons_as_json
from renmai.queries.pages.cards import PersonCard, PersonRow, ReplyCard, TieCard, TodayCard
from renmai.queries.ties.backtest import BacktestCard
from renmai.queries.ties.cards import WhyCard
from renmai.wording import sentence


def iso(day: date | None) -> str | None:
    """Return a day or moment as ISO text."""
    return None if day is None else day.isoformat()


def today(card: TodayCard) -> dict[str, Any]:
    """`{today, items: [{key, person_id, name, kind, because: [{code, numbers, sentence}], step, draft}]}`

    `step` is a sentence, `draft` a text or null; `key` names the item for done, later and drop.
    """
    return {
        "today": iso(card.today),
        "items": [
            {
                "key": item.key,
                "person_id": item.person_id,
                "name": item.name,
                "kind": item.kind,
                "because": reasons_as_json(item.because),
                "step": sentence(item.step),
                "draft": sentence(item.draft) if item.draft else None,
            }
            for item in card.items
        ],
    }


def people(rows: Iterable[PersonRow]) -> list[dict[str, Any]]:
    """`[{id, name, handles, tie_class, state, strength, tier, last_contact_on, tie_class_computed,
    strength_computed, finished, declared: {tie_class, bond, strength, because, on}}]`

    `tie_class` is pseudo, weak or strong; `state` active, cooling or dormant; these and `strength` are null
    for somebody with whom nothing has passed. Where the owner declared otherwise, `tie_class` and `strength`
    are theirs, `declared` says what, why and when, and `…_computed` are what the traces say (null without
    traces); else `declared` is null. `bond` is kin, friend, partner or colleague. `finished` counts the
    cooperations carried through, which may have raised `tie_class`. `tier` is 5, 50, 100 or null.
    """
    return [
        {
            "id": row.id,
            "name": row.name,
            "handles": list(row.handles),
            "tie_class": row.tie.tie_class if row.tie else None,
            "state": row.tie.state if row.tie else None,
            "strength": row.tie.strength if row.tie else None,
            "tier": row.tier,
            "last_contact_on": iso(row.last_contact_on),
            **_beside(row.tie),
        }
        for row in rows
    ]


def tie(row: PersonRow) -> dict[str, Any]:
    """`{id, name, tie: {tie_class, state, strength, strength_before, reciprocity, standing, acts_out,
    acts_in, days_active, first_on, last_out_on, last_in_on, rhythm_days, because: [{code, numbers,
    sentence}], tie_class_computed, strength_computed, finished, declared, why: {strength: [{code, numbers,
    sentence, effect: {code, numbers, sentence}}], tie_class, state, standing, reciprocity: [{code, numbers,
    sentence}]}, basis: {kind, chance, because}}, replies}`

    `tie` is null where nothing has passed. `declared` is as in `renmai people`. `why` explains the computed
    figures, null without traces; in its `numbers`, `contribution` is in log-odds and `points` of 100. `basis`
    says whose the tie is: `kind` person, position or open, `chance` 0 to 1 that it is the person's. With
    `--class`, `--bond`, `--strength` or `--as-computed` it prints `{decision_id}`, null where nothing new was
    said.

    `replies` stands beside it: `{asked, answered, chance, half_hours, most_hours, waiting_since_on, still,
    try_again_on, because}`; the three after `most_hours` are null where no letter of yours waits, else since
    when, the chance that an answer still comes, when to try again.
    """
    return {
        "id": row.id,
        "name": row.name,
        "tie": _figures(row.tie),
        "replies": _replies(row.replies),
    }


def person(card: PersonCard) -> dict[str, Any]:
    """`{id, name, subtitle, is_me, is_person, tie, replies, handles: [{text, nature, mention_id, origins}],
    facts: [{kind, value, source, on}], timeline: [{at, kind, nature, from_me, subject, excerpt, audience,
    source}], timeline_total, occasions: [{kind, on, is_lunar, turning}], tier, rhythm: {rhythm_days,
    overdue_days, because}, ladder: {rung, finished, open, because: [{code, numbers, sentence}]},
    cooperations, promises, met_through, met_through_proposed, brought, commendations}`

    `tie` and `replies` are as in `renmai tie`; `timeline` holds the newest of `timeline_total` acts, newest
    first. `rung` is first_cooperation, repeat_cooperation, wake or keep. `cooperations`, `promises` and what
    follows are as in the commands of those names; `met_through` is null where it is not noted.
    """
    return {
        "id": card.id,
        "name": card.name,
        "subtitle": card.subtitle,
        "is_me": card.is_me,
        "is_person": card.is_person,
        "tie": _figures(card.tie),
        "replies": _replies(card.replies),
        "handles": [
            {
                "text": handle.text,
                "nature": handle.nature,
                "mention_id": handle.mention_id,
                "origins": [{"source": s, "import": name, "on": iso(on)} for s, name, on in handle.origins],
            }
            for handle in card.handles
        ],
        "facts": [
            {"kind": fact.kind, "value": fact.value, "source": fact.source, "on": iso(fact.on)}
            for fact in card.facts
        ],
        "timeline": [
            {
                "at": iso(entry.at),
                "kind": entry.kind,
                "nature": entry.nature,
                "from_me": entry.from_me,
                "subject": entry.subject,
                "excerpt": entry.excerpt,
                "audience": entry.audience,
                "source": entry.source,
            }
            for entry in card.timeline
        ],
        "timeline_total": card.timeline_total,
        "occasions": [
            {"kind": o.kind, "on": iso(o.on), "is_lunar": o.is_lunar, "turning": o.turning}
            for o in card.occasions
        ],
    }


def _replies(replies: ReplyCard | None) -> dict[str, Any] | None:
    """Return how somebody answers; chances are 0 to 1."""
    if replies is None:
        return None
    return {
        "asked": replies.asked,
        "answered": replies.answered,
        "chance": replies.chance,
        "half_hours": replies.half_hours,
        "most_hours": replies.most_hours,
        "waiting_since_on": iso(replies.waiting_since_on),
        "still": replies.still,
        "try_again_on": iso(replies.try_again_on),
        "because": reasons_as_json(replies.because),
    }


def _figures(figures: TieCard | None) -> dict[str, Any] | None:
    """Return a tie's figures; strengths, reciprocity and standing are 0 to 1."""
    if figures is None:
        return None
    return {
        "tie_class": figures.tie_class,
        "state": figures.state,
        "strength": figures.strength,
        "strength_before": figures.strength_before,
        "reciprocity": figures.reciprocity,
        "standing": figures.standing,
        "acts_out": figures.acts_out,
        "acts_in": figures.acts_in,
        "days_active": figures.days_active,
        "first_on": iso(figures.first_on),
        "last_out_on": iso(figures.last_out_on),
        "last_in_on": iso(figures.last_in_on),
        "rhythm_days": figures.rhythm_days,
        "because": reasons_as_json(figures.because),
        **_beside(figures),
        "why": _why(figures.why),
        "basis": figures.basis
        and {
            "kind": figures.basis.kind,
            "chance": figures.basis.chance,
            "because": reasons_as_json(figures.basis.because),
        },
    }


def backtest(card: BacktestCard) -> dict[str, Any]:
    """`{cutoff_on, until_on, because: [{code, numbers, sentence}], cutoff_epoch_s, horizon_days, pairs,
    pairs_in_touch, model, last_event_epoch_s, strength: {auc, average_precision, brier, ece}, baselines:
    [{name, auc, auc_half_life_days, average_precision, average_precision_half_life_days}], calibration:
    [{pairs, foretold, came}], bands: [{from, to, pairs, foretold, came, low, high}], lift: [{share, pairs,
    in_touch, gain, lift, baselines}], tops}`

    From `cutoff_epoch_s` on it is as in `renmai engine backtest --json`; a pair is the owner and one person.
    `bands` are of equal width, with the 95% interval of what came; `lift` takes the likeliest by share,
    `tops` by number; its `baselines` are how many in touch each simpler rule finds among as many.
    """
    return {
        "cutoff_on": iso(card.cutoff_on),
        "until_on": iso(card.until_on),
        "because": reasons_as_json(card.because),
        **card.found,
    }


def _beside(figures: TieCard | None) -> dict[str, Any]:
    """Return what the traces say beside what the owner says."""
    declared = figures.declared if figures else None
    return {
        "tie_class_computed": figures.tie_class_computed if figures else None,
        "strength_computed": figures.strength_computed if figures else None,
        "finished": figures.finished if figures else 0,
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
        "strength": [
            {**reasons_as_json([moved.because])[0], "effect": reasons_as_json([moved.effect])[0]}
            for moved in why.strength
        ],
        "tie_class": reasons_as_json(why.tie_class),
        "state": reasons_as_json(why.state),
        "standing": reasons_as_json(why.standing),
        "reciprocity": reasons_as_json(why.reciprocity),
    }
