"""The JSON of meetings and briefs, and a brief as a Markdown file."""

from typing import Any

from renmai.queries.reach.meeting_cards import BriefCard, MeetingCard, MeetingsCard
from renmai.shapes.book import iso, reasons
from renmai.wording import sentence


def meetings_shape(card: MeetingsCard) -> dict[str, Any]:
    """`{coming: [{people: [{person_id, name}], on, at, in_days, what, place, numbers, is_in_calendar,
    arranged_on}], unwritten}`

    `unwritten` are those just over of which nothing is written down, in the same form. `at` is null where
    only the day is known; `numbers` name what was arranged by hand.
    """
    return {
        "coming": [_meeting(each) for each in card.coming],
        "unwritten": [_meeting(each) for each in card.unwritten],
    }


def brief_shape(card: BriefCard) -> dict[str, Any]:
    """`{person_id, name, subtitle, tie_class, state, strength, who: [{code, numbers, sentence}], meeting,
    parts: [{about, lines: [{code, numbers, sentence}], more}]}`

    `about` is owed, awaited, topics, agenda, needs, offers, questions, common, organisation, since or
    remember, in this order; parts without a line are left out. `meeting` is null where none is at hand.
    """
    return {
        "person_id": card.person_id,
        "name": card.name,
        "subtitle": card.subtitle,
        "tie_class": card.tie.tie_class if card.tie else None,
        "state": card.tie.state if card.tie else None,
        "strength": card.tie.strength if card.tie else None,
        "who": reasons(card.who),
        "meeting": _meeting(card.meeting) if card.meeting else None,
        "parts": [
            {"about": str(part.about), "lines": reasons(part.lines), "more": part.more} for part in card.parts
        ],
    }


def brief_markdown(card: BriefCard) -> str:
    """Return a brief as Markdown: who it is, the meeting, each part as a list."""
    head = " · ".join(filter(None, [card.name, card.subtitle]))
    lines = [f"# {' '.join(head.split())}", ""]
    if card.meeting:
        lines += [meeting_line(card.meeting), ""]
    lines += [sentence(each) for each in card.who]
    for part in card.parts:
        lines += ["", f"## {sentence(part.title)}", ""]
        lines += [f"- {sentence(each)}" for each in part.lines]
    return "\n".join(lines) + "\n"


def meeting_line(card: MeetingCard) -> str:
    """Return when and where a meeting is, and what about, in one line."""
    return " · ".join(filter(None, [card.on.isoformat(), card.hour, card.what, card.place]))


def _meeting(card: MeetingCard) -> dict[str, Any]:
    return {
        "people": [{"person_id": pk, "name": name} for pk, name in card.people],
        "on": iso(card.on),
        "at": card.hour or None,
        "in_days": card.in_days,
        "what": card.what,
        "place": card.place,
        "numbers": list(card.numbers),
        "is_in_calendar": card.is_in_calendar,
        "arranged_on": iso(card.arranged_on),
    }
