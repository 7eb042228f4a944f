"""Notes: what the owner wrote down of people in their own words, newest first."""

from collections.abc import Mapping
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.people.own_notes import OwnNote
from renmai.queries.people.cards import NoteCard
from renmai.store.people.own_notes import own_notes
from renmai.store.people.people import names_of


def note_cards(viewer: Viewer, *, today: date, person_id: int | None = None) -> tuple[NoteCard, ...]:
    """Return the notes that stand on a day, of everybody or of one person.

    :raises NoSuchPerson: if the book holds nobody of that id
    """
    asked = None if person_id is None else [person_id]
    if person_id is not None and person_id not in names_of(viewer.owner_id, [person_id]):
        raise NoSuchPerson(person_id)
    found = own_notes(viewer.owner_id, until=today, person_ids=asked)
    return _cards(found, names_of(viewer.owner_id, {each.person_id for each in found}))


def notes_of(viewer: Viewer, person_id: int, name: str, *, today: date) -> tuple[NoteCard, ...]:
    """Return the notes of somebody whose name is known already."""
    return _cards(own_notes(viewer.owner_id, until=today, person_ids=[person_id]), {person_id: name})


def _cards(found: list[OwnNote], names: Mapping[int, str]) -> tuple[NoteCard, ...]:
    return tuple(
        NoteCard(
            number=each.number,
            person_id=each.person_id,
            name=names[each.person_id],
            text=each.text,
            on=each.on,
            changed_on=each.changed_on,
        )
        for each in found
        if each.person_id in names
    )
