"""The newest letters between the owner and others, with whom each is shared, for what they promise."""

from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import WRITTEN, Role
from renmai.domain.ties.letters import SMALL_AUDIENCE
from renmai.store.ties.letters import MY_MENTIONS

MOST_LETTERS = 400
"""So many of the newest letters are read."""
_FROM_ME = """
renmai_participation mine CROSS JOIN renmai_interaction i CROSS JOIN renmai_participation p
CROSS JOIN renmai_mention m CROSS JOIN renmai_person who
"""
_FROM_THEM = """
renmai_person who CROSS JOIN renmai_mention m CROSS JOIN renmai_participation p
CROSS JOIN renmai_interaction i CROSS JOIN renmai_participation mine
"""
_LETTERS = f"""
SELECT DISTINCT i.id, i.at_epoch_s, i.excerpt, COALESCE(who.counts_with_id, who.id),
       CASE WHEN mine.role = '{Role.SENDER}' THEN 1 ELSE 0 END
FROM {{tables}} WHERE {{whose}} AND mine.mention_id IN ({MY_MENTIONS}) AND mine.at_epoch_s >= %s
  AND mine.at_epoch_s < %s AND i.id = mine.interaction_id AND i.owner_id = %s AND i.nature = 'direct'
  AND i.kind IN (%s, %s) AND i.audience <= {SMALL_AUDIENCE} AND i.excerpt <> ''
  AND p.interaction_id = i.id AND ((mine.role = '{Role.SENDER}' AND p.role = '{Role.TO}')
                                   OR (mine.role = '{Role.TO}' AND p.role = '{Role.SENDER}'))
  AND m.id = p.mention_id AND who.id = m.person_id AND who.is_person AND NOT who.is_me AND who.gone = ''
ORDER BY i.at_epoch_s DESC, i.id DESC LIMIT {MOST_LETTERS}
"""
"""One row for each who wrote to the owner or was addressed by them; CROSS JOIN holds SQLite to one side."""


class SharedLetter(NamedTuple):
    """A letter's own words, when it was sent, with whom it is shared; `is_mine` where the owner wrote it."""

    at_epoch_s: int
    excerpt: str
    person_id: int
    is_mine: bool


def letters_between(
    owner_id: int, *, since_epoch_s: int, until_epoch_s: int, person_id: int | None = None
) -> list[SharedLetter]:
    """Return the newest direct letters of a span to a few readers, newest first; of everybody or of one."""
    tables, whose, params = _FROM_ME, "TRUE", []
    if person_id is not None:
        tables, whose, params = _FROM_THEM, "(who.id = %s OR who.counts_with_id = %s)", [person_id, person_id]
    select = _LETTERS.format(tables=tables, whose=whose)
    with connection.cursor() as cursor:
        cursor.execute(select, [*params, owner_id, since_epoch_s, until_epoch_s, owner_id, *WRITTEN])
        return [
            SharedLetter(at_epoch_s, excerpt, whose_id, bool(is_mine))
            for _pk, at_epoch_s, excerpt, whose_id, is_mine in cursor.fetchall()
        ]
