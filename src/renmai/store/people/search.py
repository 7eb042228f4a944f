"""Finding people by what one types: names, pinyin, initials, single characters, handles, organisations."""

from collections.abc import Iterable, Sequence
from itertools import chain

from django.db import DatabaseError, connection

from renmai.domain.people.names import has_han, pieces
from renmai.store.book.bulk import Cursor, among, insert, is_sqlite
from renmai.store.people.search_notes import found_in_notes
from renmai.store.people.search_words import ways_to_ask

CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE renmai_search USING fts5("
        "whole, name, rest, tokenize = \"unicode61 remove_diacritics 0\", prefix = '1 2 3')"
    ],
    "postgresql": [
        "CREATE TABLE renmai_search (rowid bigint PRIMARY KEY, document tsvector NOT NULL)",
        "CREATE INDEX search_words ON renmai_search USING gin (document) WITH (fastupdate = off)",
    ],
}
"""The index in each engine's own kind; its first migration makes the same."""
MOST_RANKED = 2_000
COLUMNS = ("whole", "name", "rest")


def find(owner_id: int, text: str, limit: int = 50) -> list[int]:
    """Return the ids of people that match every word of `text`, the best first.

    A whole name comes before the start of one, that before a match elsewhere, and notes come last; among
    equals the stronger tie.
    """
    ask = _ask_sqlite if is_sqlite() else _ask_postgres
    found: dict[int, None] = {}
    for stage in COLUMNS:
        for terms in filter(None, map(_terms, ways_to_ask(text))):
            if len(found) < limit:
                found.update(dict.fromkeys(ask(owner_id, terms, stage, limit + len(found))))
    if len(found) < limit and (terms := _terms(text)):
        found.update(dict.fromkeys(found_in_notes(owner_id, terms, limit)))
    return list(found)[:limit]


def named(owner_id: int, text: str, *, is_whole: bool, limit: int) -> list[int]:
    """Return whose whole name this is, as written or as read; or whose name holds words that begin so."""
    terms = _terms(text)
    ask = _ask_sqlite if is_sqlite() else _ask_postgres
    return ask(owner_id, terms, "whole" if is_whole else "name", limit) if terms else []


def _terms(text: str) -> list[tuple[str, ...]]:
    """Return runs of Chinese characters, which must stand together as they were typed, and other words."""
    terms: list[tuple[str, ...]] = []
    for typed in text.split():
        is_run = False
        for word in pieces(typed):
            if is_run and has_han(word):
                terms[-1] = (*terms[-1], word)
            else:
                terms.append((word,))
            is_run = has_han(word)
    return terms


def _ask_sqlite(owner_id: int, terms: Sequence[tuple[str, ...]], stage: str, limit: int) -> list[int]:
    if stage == "whole":
        query = f'whole : "{"".join(chain.from_iterable(terms))}"'
    else:
        parts = [f'"{" ".join(term)}"' + ("" if has_han(term[-1]) else " *") for term in terms]
        joined = " AND ".join(parts)
        query = f"name : ({joined})" if stage == "name" else joined
    return _ranked(
        "SELECT rowid FROM renmai_search WHERE renmai_search MATCH %s LIMIT %s", query, owner_id, limit
    )


def _ask_postgres(owner_id: int, terms: Sequence[tuple[str, ...]], stage: str, limit: int) -> list[int]:
    if stage == "whole":
        query = f"'{''.join(chain.from_iterable(terms))}':A"
    else:
        weight = "B" if stage == "name" else "BCD"
        query = " & ".join(
            "(" + " <-> ".join(f"'{word}':{'' if has_han(word) else '*'}{weight}" for word in term) + ")"
            for term in terms
        )
    return _ranked(
        "SELECT rowid FROM renmai_search WHERE document @@ %s::tsquery LIMIT %s", query, owner_id, limit
    )


def _ranked(select: str, query: str, owner_id: int, limit: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.id FROM ({select}) f JOIN renmai_person p ON p.id = f.rowid "
            "LEFT JOIN renmai_tie t ON t.person_id = p.id WHERE p.owner_id = %s "
            "ORDER BY p.is_person DESC, COALESCE(t.strength, -1) DESC, p.id LIMIT %s",
            [query, MOST_RANKED, owner_id, limit],
        )
        return [row[0] for row in cursor.fetchall()]


def remove(cursor: Cursor, person_ids: Iterable[int]) -> None:
    """Take people out of the index."""
    condition, value = among("rowid", person_ids)
    cursor.execute(f"DELETE FROM renmai_search WHERE {condition}", [value])


def put(cursor: Cursor, documents: Sequence[tuple[int, list[str], list[str], list[str]]]) -> None:
    """Write documents (person, whole names, words of names, other words) over what stood for them."""
    remove(cursor, [person_id for person_id, *_ in documents])
    if is_sqlite():
        rows = [(pk, *(" ".join(words) for words in columns)) for pk, *columns in documents]
        insert(cursor, "renmai_search", ("rowid", *COLUMNS), rows)
    else:
        rows = [(pk, _vector(columns)) for pk, *columns in documents]
        insert(cursor, "renmai_search", ("rowid", "document"), rows)


def _vector(columns: Sequence[Sequence[str]]) -> str:
    """Return a tsvector's text: words with places, weighted by column; a gap keeps columns from touching."""
    places: dict[str, list[str]] = {}
    at = 0
    for weight, words in zip("ABC", columns, strict=True):
        for word in words:
            at = min(at + 1, 16_000)
            places.setdefault(word, []).append(f"{at}{weight}")
        at += 10
    return " ".join(f"'{word}':{','.join(spots[:200])}" for word, spots in places.items())


def make_anew(cursor: Cursor) -> None:
    """Drop the index, damaged or not, and make an empty one."""
    cursor.execute("DROP TABLE renmai_search")
    for statement in CREATE[connection.vendor]:
        cursor.execute(statement)


def faults() -> list[str]:
    """Return what is wrong inside the index; PostgreSQL keeps its own watch."""
    if not is_sqlite():
        return []
    try:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO renmai_search (renmai_search) VALUES ('integrity-check')")
    except DatabaseError as wrong:
        if "malformed" not in str(wrong):
            raise
        return [str(wrong)]
    return []


def tidy() -> None:
    """Merge the index, so that no word of a removed person lingers in it."""
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO renmai_search (renmai_search) VALUES ('optimize')")
