"""Whose whole name each of many texts is, as written or as read, asked in a few reads."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection

from renmai.domain.people.names import pieces
from renmai.store.book.bulk import among, is_sqlite
from renmai.store.people.search_index import NAMING
from renmai.store.people.search_words import whole_words

TEXTS_AT_ONCE = 100


def named_among(owner_id: int, texts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the people of this owner whose whole name is one of some texts, by that text."""
    asked: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if key := "".join(pieces(text)):
            asked[key].append(text)
    keys = list(asked)
    ids = {pk for at in range(0, len(keys), TEXTS_AT_ONCE) for pk in _of(keys[at : at + TEXTS_AT_ONCE])}
    found: dict[str, list[int]] = defaultdict(list)
    for person_id, names in sorted(_names(owner_id, ids).items()):
        for key in asked.keys() & set(whole_words(names)):
            for text in asked[key]:
                found[text].append(person_id)
    return {text: tuple(whose) for text, whose in found.items()}


def _of(keys: Sequence[str]) -> list[int]:
    """Return whom the index knows by one of these whole words."""
    if is_sqlite():
        query = "whole : (" + " OR ".join(f'"{key}"' for key in keys) + ")"
        select = "SELECT rowid FROM renmai_search WHERE renmai_search MATCH %s"
    else:
        query = " | ".join(f"'{key}':A" for key in keys)
        select = "SELECT rowid FROM renmai_search WHERE document @@ %s::tsquery"
    with connection.cursor() as cursor:
        cursor.execute(select, [query])
        return [row[0] for row in cursor.fetchall()]


def _names(owner_id: int, person_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return every name of some people of this owner: shown, written in traces, and told by cards."""
    ids = sorted(person_ids)
    condition, listed = among("p.id", ids)
    whose = f"p.owner_id = %s AND p.is_person AND NOT p.is_me AND {condition}"
    naming, kinds = among("f.kind", NAMING)
    found: dict[int, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.id, p.name FROM renmai_person p WHERE {whose} UNION "
            f"SELECT p.id, m.name FROM renmai_person p JOIN renmai_mention m ON m.person_id = p.id "
            f"WHERE {whose} UNION "
            "SELECT p.id, f.value FROM renmai_person p JOIN renmai_mention m ON m.person_id = p.id "
            f"JOIN renmai_fact f ON f.mention_id = m.id WHERE {whose} AND {naming}",
            [owner_id, listed, owner_id, listed, owner_id, listed, kinds],
        )
        for person_id, name in cursor.fetchall():
            found[person_id].append(name)
    return found
