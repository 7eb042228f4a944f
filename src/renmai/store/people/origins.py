"""Origins: for one person, every handle and every fact with the source, import and day it came from."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection


class Provenance(NamedTuple):
    """Where a mention was met: its source, the import's name and when that ran."""

    source: str
    import_name: str
    at: datetime


class CarriedHandle(NamedTuple):
    """A handle as one mention carries it."""

    mention_id: int
    name: str
    text: str
    nature: str


class KnownFact(NamedTuple):
    """A fact as one mention says it."""

    mention_id: int
    kind: str
    value: str


OF_PERSON = "m.owner_id = %s AND m.person_id = %s"


def handles_of(owner_id: int, person_id: int) -> list[CarriedHandle]:
    """Return every handle of somebody under every name it came with."""
    return [
        CarriedHandle(mention_id, name, f"{kind}:{value}", nature)
        for mention_id, name, kind, value, nature in _all(
            f"""
            SELECT m.id, m.name, h.kind, h.value, h.nature FROM renmai_mention m
            JOIN renmai_mentionhandle c ON c.mention_id = m.id JOIN renmai_handle h ON h.id = c.handle_id
            WHERE {OF_PERSON} ORDER BY h.kind <> 'mailto', h.kind, h.value, c.place, m.id
            """,
            owner_id,
            person_id,
        )
    ]


def facts_of(owner_id: int, person_id: int) -> list[KnownFact]:
    """Return every fact about somebody, newest trace first."""
    return [
        KnownFact(*row)
        for row in _all(
            f"""
            SELECT m.id, f.kind, f.value FROM renmai_mention m JOIN renmai_fact f ON f.mention_id = m.id
            WHERE {OF_PERSON} ORDER BY f.id DESC
            """,
            owner_id,
            person_id,
        )
    ]


def origins_of(owner_id: int, person_id: int) -> dict[int, Provenance]:
    """Return for each mention of somebody where it was first met: its card, or its first interaction."""
    cards = f"""
        SELECT m.id, r.source, i.name, i.created_at FROM renmai_mention m
        JOIN renmai_inboxrecord r ON r.id = m.record_id JOIN renmai_import i ON i.id = r.of_import_id
        WHERE {OF_PERSON}
    """
    traces = f"""
        SELECT m.id, r.source, i.name, i.created_at FROM renmai_mention m
        JOIN renmai_interaction a ON a.id = (
            SELECT MIN(p.interaction_id) FROM renmai_participation p WHERE p.mention_id = m.id)
        JOIN renmai_inboxrecord r ON r.id = a.record_id JOIN renmai_import i ON i.id = r.of_import_id
        WHERE {OF_PERSON}
    """
    found = {}
    for select in (traces, cards):
        for mention_id, source, name, at in _all(select, owner_id, person_id):
            found[mention_id] = Provenance(source, name, at)
    return found


def _all(select: str, *params: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(select, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
