"""The JSON of people: as a list, and one person with everything the book knows of them."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from renmai.actions.people.record_person import AddedPerson
from renmai.domain.book.because import Because
from renmai.domain.book.file_names import file_name
from renmai.queries.pages.cards import NowCard, PersonCard, TimelineEntry
from renmai.queries.pages.dated import DatedEntry
from renmai.queries.pages.sheets import PersonSheet
from renmai.queries.people.gone import GoneCard
from renmai.queries.ties.cards import PersonRow, TierCard
from renmai.queries.together.cards import LadderCard, TogetherCard
from renmai.shapes import network, ties, together
from renmai.shapes.book import iso, reason, reasons
from renmai.shapes.people import agenda_shape, notes_shape
from renmai.shapes.reach import outreach
from renmai.shapes.reach.channels import met_through_shape
from renmai.sources.ics.composed import WrittenEvent, calendar
from renmai.sources.vcard.handed_card import composed
from renmai.wording import sentence


def added_person_shape(person: AddedPerson) -> dict[str, Any]:
    """`{decision_id, id, name}`: the decision that undoes it, and whom the book knows now."""
    return {"decision_id": person.decision_id, "id": person.person_id, "name": person.name}


def people_shape(rows: Iterable[PersonRow]) -> list[dict[str, Any]]:
    """`[{id, name, handles, tie_class, state, strength, tier, last_contact_on, tie_class_computed,
    strength_computed, finished, gone, declared: {tie_class, bond, strength, because, on}}]`

    `tie_class` is pseudo, weak or strong; `state` active, cooling or dormant; these and `strength` are null
    for somebody with whom nothing has passed. Where the owner declared otherwise, `tie_class` and `strength`
    are theirs, `declared` says what, why and when, and `…_computed` are what the traces say (null without
    traces); else `declared` is null. `bond` is kin, friend, partner or colleague. `finished` counts the
    cooperations carried through, which may have raised `tie_class`. `tier` is 5, 50, 100 or null. `gone` is
    archived or deceased for whoever is never proposed for anything, else null.
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
            "gone": row.gone or None,
            **ties.said_tie_shape(row.tie),
        }
        for row in rows
    ]


def gone_shape(card: GoneCard) -> dict[str, Any]:
    """`{person_id, name, state, because: {code, numbers, sentence}, text, on}`

    `state` is archived or deceased; `text` is the owner's reason, or the words of a card.
    """
    return {
        "person_id": card.person_id,
        "name": card.name,
        "state": card.state,
        "because": reason(card.because),
        "text": card.text,
        "on": iso(card.on),
    }


def all_gone_shape(cards: Iterable[GoneCard]) -> list[dict[str, Any]]:
    """`[{person_id, name, state, because: {code, numbers, sentence}, text, on}]`"""
    return [gone_shape(card) for card in cards]


def person_shape(card: PersonCard) -> dict[str, Any]:
    """`{id, name, subtitle, is_me, is_person, gone: {state, because, text, on}, tie, replies,
    handles: [{text, nature, mention_id, origins}], facts: [{kind, value, source, on}],
    timeline: [{at, kind, nature, from_me, subject, excerpt, audience,
    source}], timeline_total, occasions: [{kind, on, is_lunar, turning}], tier, rhythm: {rhythm_days,
    overdue_days, because}, ladder: {rung, finished, open, because: [{code, numbers, sentence}]},
    cooperations, promises, met_through, met_through_proposed, brought, commendations, notes, tags, agenda,
    how_met: {text, on},
    met_through: {channel, group, group_name, event}, now: {open, needs, touch, first_step}}`

    `tie` and `replies` are as in `renmai tie`; `timeline` holds the newest of `timeline_total` acts, newest
    first. `rung` is first_cooperation, repeat_cooperation, wake or keep. `cooperations`, `promises` and what
    follows are as in the commands of those names; `met_through` is null where it is not noted. `notes` are as
    in `renmai note`, `agenda` in `renmai agenda`, `tags` are words. `now` says what is open both ways, what
    they need, when to be in touch; `first_step` stands for somebody of whom there is only an address.
    """
    return {
        "id": card.id,
        "name": card.name,
        "subtitle": card.subtitle,
        "is_me": card.is_me,
        "is_person": card.is_person,
        "gone": gone_shape(card.gone) if card.gone else None,
        "tie": ties.figures_shape(card.tie),
        "replies": ties.replies_shape(card.replies),
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
        "timeline": [_act(entry) for entry in card.timeline],
        "timeline_total": card.timeline_total,
        "occasions": [
            {"kind": o.kind, "on": iso(o.on), "is_lunar": o.is_lunar, "turning": o.turning}
            for o in card.occasions
        ],
        "notes": notes_shape(card.notes),
        "tags": list(card.tags),
        "agenda": agenda_shape(card.agenda),
        "met_through": met_through_shape(card.met_through) if card.met_through else None,
        "how_met": {"text": card.how_met.text, "on": iso(card.how_met.on)} if card.how_met else None,
        "outreaches": outreach.outreaches_shape(card.outreaches),
        "now": _now(card.now),
        **_together(card.together),
    }


def _act(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "at": iso(entry.at),
        "kind": entry.kind,
        "nature": entry.nature,
        "from_me": entry.from_me,
        "subject": entry.subject,
        "excerpt": entry.excerpt,
        "audience": entry.audience,
        "source": entry.source,
    }


def _now(card: NowCard | None) -> dict[str, Any] | None:
    if card is None:
        return None
    return {
        "open": reasons(card.open),
        "needs": reason(card.needs),
        "touch": reason(card.touch),
        "first_step": reason(card.first_step) if card.first_step else None,
    }


def _together(card: TogetherCard | None) -> dict[str, Any]:
    """Return what stands on one person's page of things done together."""
    if card is None:
        return {
            "tier": None, "rhythm": None, "ladder": None, "cooperations": [], "promises": [],
            "met_through": None, "met_through_proposed": None, "brought": [], "commendations": [],
        }  # fmt: skip
    return {
        "tier": card.tier.tier,
        "rhythm": _rhythm(card.tier),
        "ladder": _ladder(card.ladder),
        "cooperations": together.cooperations_shape(card.cooperations),
        "promises": together.promises_shape(card.promises),
        "met_through": card.met and network.met_shape(card.met),
        "met_through_proposed": card.met_perhaps and network.met_shape(card.met_perhaps),
        "brought": [network.met_shape(each) for each in card.brought],
        "commendations": [network.commendation_shape(each) for each in card.commendations],
    }


def _rhythm(card: TierCard) -> dict[str, Any] | None:
    if card.tier is None:
        return None
    return {
        "rhythm_days": card.rhythm_days,
        "overdue_days": card.overdue_days,
        "because": reasons(card.because),
    }


def _ladder(card: LadderCard) -> dict[str, Any]:
    return {
        "rung": str(card.rung),
        "finished": card.finished,
        "open": card.open,
        "because": reasons(card.because),
    }


def book_files(
    people: Callable[[], Iterator[PersonSheet]], entries: Iterator[DatedEntry], now: datetime
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield everybody as vCard 4, what has its day as iCalendar, and a Markdown file of each person."""
    yield "people.vcf", (composed(sheet.card) for sheet in people())
    yield "calendar.ics", calendar(map(_event, entries), now=now)
    yield from sheet_files(people())


def _event(entry: DatedEntry) -> WrittenEvent:
    title = entry.title if isinstance(entry.title, str) else sentence(entry.title)
    return WrittenEvent(entry.known_by, title, entry.at, entry.lasts_s, entry.is_yearly)


def sheet_files(sheets: Iterable[PersonSheet]) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield a Markdown file for each person, with its name in the folder `people`."""
    taken: set[str] = set()
    for sheet in sheets:
        name = file_name(sheet.row.called, sheet.row.id, ".md", taken)
        taken.add(name.casefold())
        yield f"people/{name}", iter([person_markdown(sheet).encode("utf-8", "backslashreplace")])


def person_markdown(sheet: PersonSheet) -> str:
    """Return one person as Markdown: front matter of plain keys, then what the owner wrote down, by headings.

    The keys are `renmai`, `id`, `name`, `reading`, `about`, `handles`, `tags`, `tier`, `gone`, `tie_class`,
    `state`, `strength`, `last_contact_on`; values are written as JSON, which YAML reads.
    """
    row = sheet.row
    about = {
        "renmai": 1,
        "id": row.id,
        "name": row.name,
        "reading": row.reading,
        "about": row.subtitle,
        "handles": list(row.handles),
        "tags": list(sheet.tags),
        "tier": row.tier,
        "gone": row.gone or None,
        "tie_class": row.tie.tie_class if row.tie else None,
        "state": row.tie.state if row.tie else None,
        "strength": round(row.tie.strength, 3) if row.tie else None,
        "last_contact_on": iso(row.last_contact_on),
    }
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in about.items())
    parts = [f"---\n{front}\n---", f"# {_in_one_line(row.called)}"]
    told = [f"{note.on.isoformat()}: {note.text}" for note in sheet.notes]
    for code, texts in (("sheet_notes", told), ("sheet_needs", sheet.needs), ("sheet_offers", sheet.offers)):
        if texts:
            parts.append(f"## {sentence(Because(code))}\n\n" + "\n".join(map(_list_item, texts)))
    return "\n\n".join(parts) + "\n"


def _list_item(text: str) -> str:
    """Return a text as one item of a list, its further lines set in below it."""
    return "- " + "\n  ".join(text.splitlines())


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
