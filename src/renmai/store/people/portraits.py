"""Portraits: names, handles and what people do, of exactly the people a page shows, in three reads."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from renmai.domain.people.decided import ANCHOR_OF_MENTION
from renmai.domain.people.handles import HandleKind, HandleNature
from renmai.domain.people.names import has_han
from renmai.store.people.carried import CarriedFact, CarriedHandle, facts_of_each, mentions_of_people
from renmai.store.people.people import KnownPerson, known_people

LONGEST_PART = 48
TOLD = ("organisation", "title")
"""The facts that say what somebody does, in the order they are shown."""


class Portrait(NamedTuple):
    """Who somebody is at a glance; `handles` are text forms, most telling first.

    `anchor` is the text under which a decision names this person: the first handle, else the oldest mention;
    `gone` says why they are never proposed for anything, empty where they may be.
    """

    id: int
    name: str
    reading: str
    is_me: bool
    is_person: bool
    subtitle: str
    handles: tuple[str, ...]
    anchor: str
    gone: str = ""


def portraits(owner_id: int, person_ids: Iterable[int]) -> dict[int, Portrait]:
    """Return the portraits of some people by their ids; who is not in the book is left out."""
    wanted = list(dict.fromkeys(person_ids))
    people = known_people(owner_id, wanted)
    mentions, facts = mentions_of_people(owner_id, people), facts_of_each(owner_id, people)
    return {pk: _portrait(each, mentions.get(pk, ()), facts.get(pk, ())) for pk, each in people.items()}


def _portrait(
    person: KnownPerson, mentions: Sequence[CarriedHandle], facts: Sequence[CarriedFact]
) -> Portrait:
    handles = _handles(mentions)
    oldest = mentions[0].key if mentions else ""
    latest = {each.kind: each.value for each in facts if each.kind in TOLD}
    return Portrait(
        person.id,
        person.name,
        person.reading,
        person.is_me,
        person.is_person,
        _joined(latest) if latest else "",
        handles,
        handles[0] if handles else ANCHOR_OF_MENTION + oldest,
        person.gone,
    )


def _handles(mentions: Sequence[CarriedHandle]) -> tuple[str, ...]:
    """Return somebody's handles, personal ones first, then by their place on the trace, then by text."""
    if len(mentions) == 1:
        return (mentions[0].text,) if mentions[0].place is not None else ()
    places: dict[tuple[str, str, str], int] = {}
    for each in mentions:
        if each.place is not None:
            handle = (each.nature, each.kind, each.value)
            places[handle] = min(each.place, places.get(handle, each.place))
    ordered = sorted(
        (nature != HandleNature.PERSONAL, kind != HandleKind.MAIL, place, kind, value)
        for (nature, kind, value), place in places.items()
    )
    return tuple(f"{kind}:{value}" for _, _, _, kind, value in ordered)


def _joined(facts: dict[str, str]) -> str:
    """Return organisation and title in one line, as Chinese or English writes it."""
    parts = [_cut(facts[kind].strip()) for kind in TOLD if facts.get(kind, "").strip()]
    return (" " if any(has_han(part) for part in parts) else ", ").join(parts)


def _cut(text: str) -> str:
    """Return a text short enough for a line; some mail programs write a whole address for an organisation."""
    if len(text) <= LONGEST_PART:
        return text
    head = text[:LONGEST_PART].rpartition(" ")[0] or text[:LONGEST_PART]
    return head.rstrip(" ,;-–") + "…"
