"""The whole book row by row, for an export: plain values under plain names."""

from collections.abc import Iterator
from json import loads

from django.db import connection

from renmai.store.book.bulk import is_sqlite

ROWS_AT_ONCE = 2_000
QUERIES = {
    "people": (
        "SELECT p.id, p.name, p.reading, p.is_me, p.is_person, "
        "(SELECT {joined} FROM (SELECT DISTINCT h.kind || ':' || h.value AS text FROM renmai_mention m "
        "JOIN renmai_mentionhandle c ON c.mention_id = m.id JOIN renmai_handle h ON h.id = c.handle_id "
        "WHERE m.person_id = p.id ORDER BY 1) carried) AS handles "
        "FROM renmai_person p WHERE p.owner_id = %s ORDER BY p.id"
    ),
    "facts": (
        "SELECT m.person_id, m.name, f.kind, f.value, m.source FROM renmai_fact f "
        "JOIN renmai_mention m ON m.id = f.mention_id WHERE m.owner_id = %s ORDER BY f.id"
    ),
    "interactions": (
        "SELECT i.id, i.external_id, i.kind, i.nature, i.channel, i.at_epoch_s, "
        "i.utc_offset_min, i.duration_s, i.audience, i.reply_to, i.thread, i.subject, "
        "i.excerpt, i.words, i.asks "
        "FROM renmai_interaction i WHERE i.owner_id = %s ORDER BY i.at_epoch_s, i.id"
    ),
    "participations": (
        "SELECT p.interaction_id, p.role, m.person_id, m.name FROM renmai_participation p "
        "JOIN renmai_mention m ON m.id = p.mention_id WHERE m.owner_id = %s ORDER BY p.interaction_id, p.id"
    ),
    "ties": (
        "SELECT t.person_id, t.strength, t.tie_class, t.state, t.reciprocity, t.standing, "
        "t.acts_out, t.acts_in, t.days_active, t.first_at_epoch_s, t.last_out_epoch_s, "
        "t.last_in_epoch_s, t.rhythm_days "
        "FROM renmai_tie t WHERE t.owner_id = %s ORDER BY t.person_id"
    ),
    "decisions": (
        "SELECT d.id, d.kind, d.anchor, d.payload, d.decided_at, d.undone_at "
        "FROM renmai_decision d WHERE d.owner_id = %s ORDER BY d.id"
    ),
    "imports": (
        "SELECT i.id, i.name, i.source, i.state, i.records_new, i.interactions_new, i.people_new, "
        "i.created_at "
        "FROM renmai_import i WHERE i.owner_id = %s AND NOT i.is_preview ORDER BY i.id"
    ),
    "inbox": (
        'SELECT r.id, r.of_import_id, r.source, r.external_id, r.digest, r."where", r.is_latest, r.fields '
        "FROM renmai_inboxrecord r WHERE r.owner_id = %s ORDER BY r.id"
    ),
}
AS_JSON = frozenset({"payload", "fields"})
AS_BOOLEAN = frozenset({"is_me", "is_person", "is_latest", "asks"})


def rows_of(owner_id: int, table: str) -> Iterator[dict[str, object]]:
    """Yield the rows of one table of the export, in a fixed order, without holding them all."""
    joined = "GROUP_CONCAT(text, ' ')" if is_sqlite() else "STRING_AGG(text, ' ')"
    with connection.chunked_cursor() as cursor:
        cursor.execute(QUERIES[table].replace("{joined}", joined), [owner_id])
        names = [column[0] for column in cursor.description]
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            for row in rows:
                yield {name: _plain(name, value) for name, value in zip(names, row, strict=True)}


def _plain(name: str, value: object) -> object:
    if name in AS_JSON:
        return loads(value) if isinstance(value, str) else value
    return bool(value) if name in AS_BOOLEAN else value
