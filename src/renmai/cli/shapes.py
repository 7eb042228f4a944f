"""The JSON that the command line prints; each docstring is what docs/cli.md says of that shape."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from renmai.cli.printing import reasons_as_json
from renmai.queries.cards import PersonCard, PersonRow, TieCard, TodayCard
from renmai.queries.network_cards import NetworkCard
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
    """`[{id, name, handles, tie_class, state, strength, tier, last_contact_on}]`

    `tie_class` is pseudo, weak or strong; `state` active, cooling or dormant; these and `strength` are null
    for somebody with whom nothing has passed.
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
        }
        for row in rows
    ]


def tie(row: PersonRow) -> dict[str, Any]:
    """`{id, name, tie: {tie_class, state, strength, strength_before, reciprocity, standing, acts_out,
    acts_in, days_active, first_on, last_out_on, last_in_on, rhythm_days, because: [{code, numbers,
    sentence}]}}`

    `tie` is null where nothing has passed.
    """
    return {"id": row.id, "name": row.name, "tie": _figures(row.tie)}


def person(card: PersonCard) -> dict[str, Any]:
    """`{id, name, subtitle, is_me, is_person, tier, tie, handles: [{text, nature, mention_id, origins}],
    facts: [{kind, value, source, on}], timeline: [{at, kind, nature, from_me, subject, excerpt, audience,
    source}], timeline_total, occasions: [{kind, on, is_lunar, turning}]}`

    `tie` is as in `renmai tie`; `timeline` holds the newest of `timeline_total` acts, newest first.
    """
    return {
        "id": card.id,
        "name": card.name,
        "subtitle": card.subtitle,
        "is_me": card.is_me,
        "is_person": card.is_person,
        "tier": card.tier,
        "tie": _figures(card.tie),
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


def network(card: NetworkCard) -> dict[str, Any]:
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
        "because": reasons_as_json(card.because),
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
    }
