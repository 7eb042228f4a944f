"""Sheets: everybody of the book, one after the other, with what is noted of them, to be written out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.people.own_notes import OwnNote
from renmai.domain.value.values import Side
from renmai.queries.people.handed_card import known_cards
from renmai.queries.ties.as_cards import person_rows
from renmai.queries.ties.cards import PersonRow
from renmai.sources.vcard.handed_card import HandedCard
from renmai.store.pages import listing
from renmai.store.people.own_notes import own_notes
from renmai.store.people.tags import tag_marks
from renmai.store.value.values import values

AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSheet:
    """One person with what the owner wrote down of them: tags, notes oldest first, needs and offers.

    `card` is their card for other programs, with tags and notes.
    """

    row: PersonRow
    card: HandedCard
    tags: tuple[str, ...]
    notes: tuple[OwnNote, ...]
    needs: tuple[str, ...]
    offers: tuple[str, ...]


def person_sheets(viewer: Viewer, *, today: date) -> Iterator[PersonSheet]:
    """Yield everybody whom a trace or a note knew by a day, archived ones too, with ties as they are kept."""
    everybody = listing.everybody(viewer.owner_id, viewer.end_of(today))
    for start in range(0, len(everybody), AT_ONCE):
        yield from _sheets(viewer, everybody[start : start + AT_ONCE], today)


def _sheets(viewer: Viewer, person_ids: list[int], today: date) -> Iterator[PersonSheet]:
    owner_id = viewer.owner_id
    tags: defaultdict[int, list[str]] = defaultdict(list)
    notes: defaultdict[int, list[OwnNote]] = defaultdict(list)
    said: defaultdict[tuple[int | None, str], list[str]] = defaultdict(list)
    for mark in tag_marks(owner_id, until=today, person_ids=person_ids):
        tags[mark.person_id].append(mark.tag)
    for note in own_notes(owner_id, until=today, person_ids=person_ids):
        notes[note.person_id].append(note)
    for value in values(owner_id, until=today, person_ids=person_ids):
        said[value.person_id, value.side].append(value.text)
    cards = known_cards(viewer, person_ids, today=today)
    for row in person_rows(viewer, person_ids, today=today):
        own = tuple(sorted(notes[row.id], key=lambda note: (note.on, note.number)))
        card = cards[row.id]._replace(name=row.called, tags=tuple(tags[row.id]))
        yield PersonSheet(
            row=row,
            card=card._replace(notes=tuple(note.text for note in own)),
            tags=card.tags,
            notes=own,
            needs=tuple(said[row.id, Side.NEED]),
            offers=tuple(said[row.id, Side.OFFER]),
        )
