"""What was handed in to the owner or by them of late, with whether anybody gave a word on it."""

from collections.abc import Collection

from django.db import connection

from renmai.domain.capture.interactions import Kind, Role
from renmai.domain.ties.handed_in import HandedIn, is_handed_in
from renmai.store.book.bulk import among
from renmai.store.ties.letters import MY_MENTIONS

_FROM_ME = """
renmai_participation mine CROSS JOIN renmai_interaction i CROSS JOIN renmai_participation p
CROSS JOIN renmai_mention m CROSS JOIN renmai_person who
"""
_FROM_THEM = """
renmai_person who CROSS JOIN renmai_mention m CROSS JOIN renmai_participation p
CROSS JOIN renmai_interaction i CROSS JOIN renmai_participation mine
"""
_LETTERS = f"""
SELECT i.id, i.external_id, i.thread, i.at_epoch_s, i.subject, COALESCE(who.counts_with_id, who.id), who.is_me
FROM {{tables}} WHERE {{whose}} AND mine.mention_id IN ({MY_MENTIONS})
  AND mine.at_epoch_s >= %s AND mine.at_epoch_s < %s
  AND mine.role IN ('{Role.TO}', '{Role.SENDER}') AND mine.kind = '{Kind.MAIL}'
  AND i.id = mine.interaction_id AND i.owner_id = %s AND i.nature = 'direct'
  AND p.interaction_id = i.id AND p.role = '{Role.SENDER}' AND m.id = p.mention_id AND who.id = m.person_id
  AND who.is_person AND who.gone = ''
"""
"""The letters the owner wrote or was addressed in; CROSS JOIN holds SQLite to one side's own parts."""


def handed_in(
    owner_id: int, *, since_epoch_s: int, until_epoch_s: int, person_id: int | None = None
) -> list[HandedIn]:
    """Return the letters of a span that hand something in, to the owner or by them, oldest first.

    :param person_id: only those of this person, and of whoever counts with them
    """
    tables, whose, params = _FROM_ME, "TRUE", []
    if person_id is not None:
        tables, whose, params = _FROM_THEM, "(who.id = %s OR who.counts_with_id = %s)", [person_id, person_id]
    select = _LETTERS.format(tables=tables, whose=whose)
    with connection.cursor() as cursor:
        cursor.execute(select, [*params, owner_id, since_epoch_s, until_epoch_s, owner_id])
        found = {row[0]: row for row in cursor.fetchall() if is_handed_in(row[4])}
    answered = _answered(owner_id, [row[1] for row in found.values()], until_epoch_s)
    letters = []
    for pk, act, thread, at_epoch_s, subject, person_id, is_mine in sorted(
        found.values(), key=lambda row: row[3]
    ):
        words = answered.get(act, frozenset()) - {person_id}
        letters.append(
            HandedIn(
                interaction_id=pk,
                series=thread or act,
                at_epoch_s=at_epoch_s,
                person_id=person_id,
                subject=subject,
                is_mine=bool(is_mine),
                is_answered=bool(words - {None} if is_mine else words),
                is_answered_by_me=None in words and not is_mine,
            )
        )
    return letters


def _answered(owner_id: int, acts: Collection[str], until_epoch_s: int) -> dict[str, frozenset[int | None]]:
    """Return by act who answered it before a moment; the owner as None."""
    condition, listed = among("i.reply_to", acts)
    found: dict[str, frozenset[int | None]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT i.reply_to, COALESCE(who.counts_with_id, who.id), who.is_me "
            "FROM renmai_interaction i CROSS JOIN renmai_participation p CROSS JOIN renmai_mention m "
            "CROSS JOIN renmai_person who "
            f"WHERE i.owner_id = %s AND {condition} AND i.at_epoch_s < %s AND i.nature = 'direct' "
            f"AND p.interaction_id = i.id AND p.role = '{Role.SENDER}' AND m.id = p.mention_id "
            "AND who.id = m.person_id",
            [owner_id, listed, until_epoch_s],
        )
        for act, person_id, is_me in cursor.fetchall():
            found[act] = found.get(act, frozenset()) | {None if is_me else person_id}
    return found
