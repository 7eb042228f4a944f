"""The newest letters to a few readers with who wrote them: of everybody, or of one person."""

from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import WRITTEN, Role
from renmai.domain.ties.letters import SMALL_AUDIENCE
from renmai.store.ties.timeline import THEIR_MENTIONS

MOST_OF_ALL, MOST_OF_ONE = 600, 80
"""How many of the newest letters are read: of everybody together, of one person."""


class WrittenBy(NamedTuple):
    """A letter's own words, in which act and when they were sent, by whom; `is_me` where by the owner."""

    act: str
    at_epoch_s: int
    excerpt: str
    person_id: int
    is_me: bool


def written(
    owner_id: int, *, since_epoch_s: int, until_epoch_s: int, person_id: int | None = None
) -> list[WrittenBy]:
    """Return the newest direct letters of a span that the owner wrote or got, newest first.

    Everybody's are found by the index of days, one person's by their own mentions.
    """
    span: list[int | str] = [owner_id, since_epoch_s, until_epoch_s, *WRITTEN, SMALL_AUDIENCE]
    condition = (
        "i.owner_id = %s AND {at} >= %s AND {at} < %s AND i.kind IN (%s, %s) "
        "AND i.nature = 'direct' AND i.audience <= %s AND i.excerpt <> '' "
        "AND (w.is_me OR EXISTS (SELECT 1 FROM renmai_participation r JOIN renmai_mention mine "
        "ON mine.id = r.mention_id JOIN renmai_person me ON me.id = mine.person_id AND me.is_me "
        "WHERE r.interaction_id = i.id)) "
    )
    if person_id is None:
        at, tables = "i.at_epoch_s", "renmai_interaction i CROSS JOIN renmai_participation p"
        whose: list[int] = []
        most = MOST_OF_ALL
    else:
        at, tables = "p.at_epoch_s", "renmai_participation p CROSS JOIN renmai_interaction i"
        condition += f"AND p.mention_id IN ({THEIR_MENTIONS}) "
        whose, most = [owner_id, person_id], MOST_OF_ONE
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT i.external_id, i.at_epoch_s, i.excerpt, w.id, w.is_me FROM {tables} "
            "JOIN renmai_mention m ON m.id = p.mention_id "
            "JOIN renmai_person w ON w.id = m.person_id AND w.is_person "
            f"WHERE {condition.format(at=at)} AND p.interaction_id = i.id AND p.role = %s "
            f"ORDER BY {at} DESC, i.id DESC LIMIT %s",
            [*span, *whose, Role.SENDER, most],
        )
        return [WrittenBy._make((*row[:4], bool(row[4]))) for row in cursor.fetchall()]
