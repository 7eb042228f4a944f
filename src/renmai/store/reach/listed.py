"""Whom a list of members means, and who wrote in a chat (R2)."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connection

from renmai.domain.capture.interactions import Kind
from renmai.store.book.bulk import among


def people_called(owner_id: int, names: Iterable[str]) -> dict[str, list[int]]:
    """Return by name everybody whom a trace calls so, the owner, lists and robots left out."""
    condition, listed = among("m.name", names)
    found: defaultdict[str, list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT m.name, p.id FROM renmai_mention m JOIN renmai_person p ON p.id = m.person_id "
            f"WHERE m.owner_id = %s AND {condition} AND p.is_person AND NOT p.is_me ORDER BY p.id",
            [owner_id, listed],
        )
        for name, person_id in cursor.fetchall():
            found[name].append(person_id)
    return found


def who_wrote_in(owner_id: int, chat: str) -> list[int]:
    """Return who took part in a chat of several by its name, the owner left out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT p.id FROM renmai_interaction i "
            "JOIN renmai_participation pa ON pa.interaction_id = i.id "
            "JOIN renmai_mention m ON m.id = pa.mention_id JOIN renmai_person p ON p.id = m.person_id "
            "WHERE i.owner_id = %s AND i.kind = %s AND i.subject = %s AND p.is_person AND NOT p.is_me "
            "ORDER BY p.id",
            [owner_id, str(Kind.MESSAGE), chat],
        )
        return [row[0] for row in cursor.fetchall()]


def chats_of_several(owner_id: int, at_most: int) -> list[tuple[str, int]]:
    """Return the names of chats of several with how many messages each holds, the largest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT subject, COUNT(*) FROM renmai_interaction WHERE owner_id = %s AND kind = %s "
            f"AND subject <> '' GROUP BY subject ORDER BY COUNT(*) DESC, subject LIMIT {at_most}",
            [owner_id, str(Kind.MESSAGE)],
        )
        return [(name, count) for name, count in cursor.fetchall()]
