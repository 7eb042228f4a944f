"""The JSON of what is kept of people by hand: notes, tags, agenda, what waits to be filed."""

from collections.abc import Iterable
from typing import Any

from renmai.queries.people.cards import AgendaCard, NoteCard, TagCard, UnfiledCard
from renmai.shapes.book import iso


def notes_shape(cards: Iterable[NoteCard]) -> list[dict[str, Any]]:
    """`[{number, person_id, name, text, on, changed_on}]`

    Newest first; `changed_on` is null where a note stands as it was written on the day `on`.
    """
    return [
        {
            "number": card.number,
            "person_id": card.person_id,
            "name": card.name,
            "text": card.text,
            "on": iso(card.on),
            "changed_on": iso(card.changed_on),
        }
        for card in cards
    ]


def tags_shape(cards: Iterable[TagCard]) -> list[dict[str, Any]]:
    """`[{tag, people: [{person_id, name}]}]`"""
    return [
        {"tag": card.tag, "people": [{"person_id": pk, "name": name} for pk, name in card.people]}
        for card in cards
    ]


def agenda_shape(cards: Iterable[AgendaCard]) -> list[dict[str, Any]]:
    """`[{number, person_id, name, text, on}]`

    What is open to be raised, oldest first.
    """
    return [
        {
            "number": card.number,
            "person_id": card.person_id,
            "name": card.name,
            "text": card.text,
            "on": iso(card.on),
        }
        for card in cards
    ]


def unfiled_shape(cards: Iterable[UnfiledCard]) -> list[dict[str, Any]]:
    """`[{number, text, on}]`

    What waits to be filed, newest first.
    """
    return [{"number": card.number, "text": card.text, "on": iso(card.on)} for card in cards]
