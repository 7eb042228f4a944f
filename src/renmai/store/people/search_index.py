"""Filling the search index from people, their handles and facts."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from renmai.domain.people.handles import Handle, handle_of
from renmai.domain.people.mentions import SHARED
from renmai.domain.people.names import is_real_name, pieces, shown
from renmai.store.book.bulk import Cursor, among
from renmai.store.people import search
from renmai.store.people.search_words import handle_words, name_words, whole_words

PEOPLE_AT_ONCE = 5_000
NAMING = ("nickname", "name_reading")
TELLING = ("organisation", "title", "department", "place", "category", "note")
LONGEST_NOTE = 2_000
"""Characters of a card's note that are looked at."""


def index(cursor: Cursor, person_ids: Iterable[int]) -> None:
    """Write the words of these people anew, some thousands at a time."""
    wanted = sorted(person_ids)
    for at in range(0, len(wanted), PEOPLE_AT_ONCE):
        _index(cursor, wanted[at : at + PEOPLE_AT_ONCE])


def begin_anew(cursor: Cursor) -> None:
    """Drop the index, whatever state it is in, and fill it from everybody; nobody else's words are lost."""
    search.make_anew(cursor)
    cursor.execute("SELECT id FROM renmai_person")
    index(cursor, [row[0] for row in cursor.fetchall()])


def _index(cursor: Cursor, wanted: list[int]) -> None:
    condition, value = among("m.person_id", wanted)
    cursor.execute(f"SELECT m.person_id, m.name FROM renmai_mention m WHERE {condition}", [value])
    names = _grouped((pk, name) for pk, name in cursor.fetchall() if is_real_name(name))
    cursor.execute(
        "SELECT DISTINCT m.person_id, h.kind, h.value FROM renmai_mention m "
        "JOIN renmai_mentionhandle c ON c.mention_id = m.id JOIN renmai_handle h ON h.id = c.handle_id "
        f"WHERE {condition}",
        [value],
    )
    handles = _grouped((pk, Handle(kind, text)) for pk, kind, text in cursor.fetchall())
    cursor.execute(
        "SELECT DISTINCT m.person_id, f.kind, f.value FROM renmai_fact f "
        f"JOIN renmai_mention m ON m.id = f.mention_id WHERE {condition}",
        [value],
    )
    facts = cursor.fetchall()
    for pk, kind, text in facts:
        if kind in NAMING:
            names[pk][text] = None
        elif kind == SHARED:
            handles[pk][handle_of(text)] = None
    told = _grouped((pk, text[:LONGEST_NOTE]) for pk, kind, text in facts if kind in TELLING)
    condition, value = among("id", wanted)
    cursor.execute(f"SELECT id, name FROM renmai_person WHERE {condition}", [value])
    for pk, name in cursor.fetchall():
        names[pk].update(dict.fromkeys((name, shown(name))))
    search.put(
        cursor,
        [
            (
                pk,
                whole_words(names[pk]),
                name_words(names[pk]),
                [
                    *(word for handle in handles[pk] for word in handle_words(handle)),
                    *(word for text in told[pk] for word in pieces(text)),
                ],
            )
            for pk in wanted
        ],
    )


def _grouped(pairs: Iterable[tuple[int, object]]) -> defaultdict[int, dict[Any, None]]:
    """Return the different values of each key in a fixed order."""
    grouped: defaultdict[int, dict[Any, None]] = defaultdict(dict)
    for key, value in sorted(pairs):
        grouped[key][value] = None
    return grouped
