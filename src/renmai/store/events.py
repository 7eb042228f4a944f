"""Events for the engine: acts between the owner and one person each, as an Arrow table of its contract."""

from collections.abc import Sequence

import pyarrow as pa
from adbc_driver_sqlite import dbapi as adbc_sqlite
from django.db import connection

from renmai.store.bulk import is_sqlite

SCHEMA = pa.schema(
    [
        ("at_epoch_s", pa.int64()),
        ("sender", pa.int64()),
        ("recipient", pa.int64()),
        ("kind", pa.string()),
        ("audience", pa.int32()),
        ("role", pa.string()),
        ("act", pa.string()),
        ("reply_to", pa.string()),
        ("channel", pa.string()),
    ]
)
"""Columns as the engine's door names them (docs of the engine, events)."""

# One row per act and other person. Among equals (a meeting) each one reaches the other; who was only invited to it,
# and has not answered, got a message from the organiser.
_SELECT = """
SELECT i.at_epoch_s,
       {sender} AS sender,
       {recipient} AS recipient,
       CASE WHEN i.nature <> 'direct' THEN i.nature
            WHEN {is_invitation} THEN 'message' ELSE i.kind END AS kind,
       i.audience,
       {role} AS role,
       i.external_id AS act,
       NULLIF(i.reply_to, '') AS reply_to,
       NULLIF(i.channel, '') AS channel
FROM renmai_person me
JOIN renmai_mention mm ON mm.person_id = me.id
JOIN renmai_participation pm ON pm.mention_id = mm.id
JOIN renmai_participation po ON po.interaction_id = pm.interaction_id AND po.mention_id <> pm.mention_id
JOIN renmai_mention mo ON mo.id = po.mention_id
JOIN renmai_person them ON them.id = mo.person_id
JOIN renmai_interaction i ON i.id = pm.interaction_id
WHERE me.owner_id = {owner_id} AND me.is_me AND them.is_person AND NOT them.is_me
  AND i.at_epoch_s < {until} AND {parts} {only}
"""
_FROM_ME = {
    "sender": "me.id",
    "recipient": "them.id",
    "role": "po.role",
    "is_invitation": "pm.role = 'organiser' AND po.role IN ('to', 'cc')",
    "parts": "(pm.role = 'sender' AND po.role <> 'sender' OR "
    "pm.role = 'organiser' AND po.role IN ('to', 'cc') OR "
    "pm.role IN ('organiser', 'attendee') AND po.role IN ('organiser', 'attendee'))",
}
_FROM_THEM = {
    "sender": "them.id",
    "recipient": "me.id",
    "role": "pm.role",
    "is_invitation": "po.role = 'organiser' AND pm.role IN ('to', 'cc')",
    "parts": "(po.role = 'sender' AND pm.role <> 'sender' OR "
    "po.role = 'organiser' AND pm.role IN ('to', 'cc') OR "
    "pm.role IN ('organiser', 'attendee') AND po.role IN ('organiser', 'attendee'))",
}


def events_of(owner_id: int, until_epoch_s: int, person_ids: Sequence[int] | None = None) -> pa.Table:
    """Return all acts between the owner and people before a moment.

    :param person_ids: only the acts with these people
    """
    only = "" if person_ids is None else f"AND them.id IN ({', '.join(str(int(pk)) for pk in person_ids) or 'NULL'})"
    query = " UNION ALL ".join(
        _SELECT.format(owner_id=int(owner_id), until=int(until_epoch_s), only=only, **side)
        for side in (_FROM_ME, _FROM_THEM)
    )
    return _read(query)


def _read(query: str) -> pa.Table:
    """Read by Arrow's own driver where the rows are committed in a file; else by the connection that sees them."""
    name = str(connection.settings_dict["NAME"])
    if is_sqlite() and not connection.in_atomic_block and not connection.is_in_memory_db():
        with adbc_sqlite.connect(name) as arrow, arrow.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetch_arrow_table().cast(SCHEMA)
    with connection.cursor() as cursor:
        cursor.execute(query)
        columns = list(zip(*cursor.fetchall(), strict=True)) or [()] * len(SCHEMA)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)], SCHEMA)
