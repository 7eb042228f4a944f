"""Who was seen lately among several, and with whom of the owner's own ties (R1)."""

from typing import NamedTuple

from django.db import connection

from renmai.store.book.bulk import among

LATEST_ACTS = 2_000
MOST_PRESENT = 20
"""What goes to more shows nobody to the owner."""
SINCE_DAYS = 730


class SeenPart(NamedTuple):
    """One person's part in an act among several; `tie_class` is empty where there is no tie."""

    act_id: int
    kind: str
    at_epoch_s: int
    mention_id: int
    person_id: int
    tie_class: str
    is_proposed: bool


def seen_parts(owner_id: int, *, since_epoch_s: int, until_epoch_s: int) -> list[SeenPart]:
    """Return who took part in the latest direct acts among several, the owner left out.

    `is_proposed` is false for whoever is gone, counts for somebody else, or is no person.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT i.id, i.kind, i.at_epoch_s, m.id, m.person_id, COALESCE(t.tie_class, ''),
                p.is_person AND p.gone = '' AND p.counts_with_id IS NULL
            FROM (
                SELECT id, kind, at_epoch_s FROM renmai_interaction
                WHERE owner_id = %s AND at_epoch_s BETWEEN %s AND %s AND nature = 'direct'
                    AND audience BETWEEN 2 AND {MOST_PRESENT}
                ORDER BY at_epoch_s DESC LIMIT {LATEST_ACTS}
            ) AS i
            JOIN renmai_participation pa ON pa.interaction_id = i.id
            JOIN renmai_mention m ON m.id = pa.mention_id
            JOIN renmai_person p ON p.id = m.person_id AND NOT p.is_me
            LEFT JOIN renmai_tie t ON t.person_id = p.id
            """,
            [owner_id, since_epoch_s, until_epoch_s],
        )
        return [SeenPart._make((*row[:-1], bool(row[-1]))) for row in cursor.fetchall()]


def my_mentions(owner_id: int) -> list[int]:
    """Return the mentions that are the owner's own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.id FROM renmai_person p JOIN renmai_mention m ON m.person_id = p.id "
            "WHERE p.owner_id = %s AND p.is_me ORDER BY m.id",
            [owner_id],
        )
        return [row[0] for row in cursor.fetchall()]


def mentions_by_person(person_ids: list[int]) -> dict[int, list[int]]:
    """Return by person the mentions by which they are known."""
    condition, listed = among("m.person_id", person_ids)
    found: dict[int, list[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m.person_id, m.id FROM renmai_mention m WHERE {condition} ORDER BY m.id", [listed]
        )
        for person_id, mention_id in cursor.fetchall():
            found.setdefault(person_id, []).append(mention_id)
    return found
