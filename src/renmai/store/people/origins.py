"""Origins: for one person, every handle and every fact with the source, import and day it came from."""

from datetime import datetime
from typing import NamedTuple

from django.db import connection

from renmai.domain.people.handles import HandleKind
from renmai.store.people.carried import CarriedFact, CarriedHandle, facts_of_each, mentions_of_people


class Provenance(NamedTuple):
    """Where a mention was met: its source, the import's name and when that ran."""

    source: str
    import_name: str
    at: datetime


def origins_of(owner_id: int, person_id: int) -> dict[int, Provenance]:
    """Return for each mention of somebody where it was first met: its card, or its first interaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT m.id, r.source, i.name, i.created_at FROM renmai_mention m
            JOIN renmai_inboxrecord r ON r.id = COALESCE(m.record_id, (
                SELECT a.record_id FROM renmai_interaction a WHERE a.id = (
                    SELECT MIN(p.interaction_id) FROM renmai_participation p WHERE p.mention_id = m.id)))
            JOIN renmai_import i ON i.id = r.of_import_id
            WHERE +m.owner_id = %s AND m.person_id = %s
            """,
            [owner_id, person_id],
        )
        return {mention_id: Provenance(*origin) for mention_id, *origin in cursor.fetchall()}


def handles_of(owner_id: int, person_id: int) -> list[CarriedHandle]:
    """Return every handle of somebody under every name it came with, addresses first."""
    carried = mentions_of_people(owner_id, [person_id]).get(person_id, [])
    handles = [each for each in carried if each.place is not None]
    return sorted(
        handles,
        key=lambda each: (each.kind != HandleKind.MAIL, each.kind, each.value, each.place, each.mention_id),
    )


def facts_of(owner_id: int, person_id: int) -> list[CarriedFact]:
    """Return every fact about somebody, newest trace first."""
    return facts_of_each(owner_id, [person_id]).get(person_id, [])[::-1]
