"""Letters by which a third person may have brought the owner and somebody together (T9)."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import Kind, Role
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.ties import REAL_CLASSES
from renmai.store.book.bulk import among

BEFORE_DAYS = 60
"""A letter to both counts as their introduction where they first wrote to each other within so many days."""
MOST_READERS = 5
LATEST_MET = 300
"""How many of those met last are looked at; who was met long ago is remembered, or not missed."""
IN_THIS_ORDER = """
    renmai_tie t CROSS JOIN renmai_mention mb CROSS JOIN renmai_participation pb
    CROSS JOIN renmai_interaction i CROSS JOIN renmai_participation pm CROSS JOIN renmai_mention mm
    CROSS JOIN renmai_person me CROSS JOIN renmai_participation pa CROSS JOIN renmai_mention ma
    CROSS JOIN renmai_person a
"""
"""From a few people to their letters; CROSS JOIN holds SQLite to it, which would go through everybody's."""


class FirstLetter(NamedTuple):
    """A letter of a third person to the owner and somebody they had not yet been in touch with."""

    person_id: int
    sender_id: int
    at_epoch_s: int
    subject: str
    excerpt: str
    audience: int


def first_letters(owner_id: int, person_ids: Sequence[int] | None = None) -> list[FirstLetter]:
    """Return the letters to both, oldest first, of some people or of those met last."""
    with connection.cursor() as cursor:
        if person_ids is None:
            marks = ", ".join(["%s"] * len(REAL_CLASSES))
            cursor.execute(
                f"SELECT person_id FROM renmai_tie WHERE owner_id = %s AND tie_class IN ({marks}) "
                "AND first_at_epoch_s IS NOT NULL ORDER BY first_at_epoch_s DESC, person_id LIMIT %s",
                [owner_id, *map(str, REAL_CLASSES), LATEST_MET],
            )
            person_ids = [row[0] for row in cursor.fetchall()]
        condition, listed = among("t.person_id", person_ids)
        cursor.execute(
            f"""
            SELECT DISTINCT t.person_id, a.id, i.at_epoch_s, i.subject, i.excerpt, i.audience, i.id
            FROM {IN_THIS_ORDER}
            WHERE {condition} AND mb.person_id = t.person_id AND pb.mention_id = mb.id AND pb.role <> %s
                AND i.id = pb.interaction_id AND i.kind = %s AND i.nature = 'direct'
                AND i.audience BETWEEN 2 AND %s AND i.at_epoch_s <= t.first_at_epoch_s
                AND i.at_epoch_s >= t.first_at_epoch_s - %s
                AND pm.interaction_id = i.id AND pm.role <> %s AND mm.id = pm.mention_id
                AND me.id = mm.person_id AND me.is_me
                AND pa.interaction_id = i.id AND pa.role = %s AND ma.id = pa.mention_id
                AND a.id = ma.person_id AND a.is_person AND NOT a.is_me AND a.id <> t.person_id
                AND a.owner_id = %s
            ORDER BY i.at_epoch_s, i.id
            """,
            [
                listed, Role.SENDER, Kind.MAIL, MOST_READERS, BEFORE_DAYS * DAY_S, Role.SENDER, Role.SENDER,
                owner_id,
            ],
        )  # fmt: skip
        return [FirstLetter(*row[:6]) for row in cursor.fetchall()]
