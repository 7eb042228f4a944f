"""Events for the engine: acts between the owner and one person each, as an Arrow table of its contract."""

from collections.abc import Sequence

import pyarrow as pa
from django.db import connection

ROWS_AT_ONCE = 50_000
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

# One row per act and other person. Among equals (a meeting) each one reaches the other; who was only
# invited to it, and has not answered, got a message from the organiser.
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
# A writer reaches whoever received it, an organiser whoever was only told; those who met reached each other.
_REACHES = (
    "({one}.role = 'sender' AND {other}.role <> 'sender'"
    " OR {one}.role = 'organiser' AND {other}.role IN ('to', 'cc', 'bcc')"
    " OR {one}.role IN ('organiser', 'attendee') AND {other}.role IN ('organiser', 'attendee'))"
)
_TELLS = "{one}.role = 'organiser' AND {other}.role IN ('to', 'cc', 'bcc')"
_FROM_ME = {
    "is_invitation": _TELLS.format(one="pm", other="po"),
    "sender": "me.id",
    "recipient": "them.id",
    "role": "po.role",
    "parts": _REACHES.format(one="pm", other="po"),
}
_FROM_THEM = {
    "is_invitation": _TELLS.format(one="po", other="pm"),
    "sender": "them.id",
    "recipient": "me.id",
    "role": "pm.role",
    "parts": _REACHES.format(one="po", other="pm"),
}


def events_of(owner_id: int, until_epoch_s: int, person_ids: Sequence[int] | None = None) -> pa.Table:
    """Return all acts between the owner and people before a moment.

    :param person_ids: only the acts with these people
    """
    only = (
        ""
        if person_ids is None
        else f"AND them.id IN ({', '.join(str(int(pk)) for pk in person_ids) or 'NULL'})"
    )
    query = " UNION ALL ".join(
        _SELECT.format(owner_id=int(owner_id), until=int(until_epoch_s), only=only, **side)
        for side in (_FROM_ME, _FROM_THEM)
    )
    return _read(query)


def _read(query: str) -> pa.Table:
    """Read through the connection there is, a batch at a time, so that only columns are held.

    Not through Arrow's own SQLite driver: it brings a second copy of SQLite into the process, whose closing
    of the file drops the first copy's locks and takes away the journal under it; rows committed after that
    are lost.
    """
    batches = []
    with connection.chunked_cursor() as cursor:
        cursor.execute(query)
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            columns = zip(*rows, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)]
            batches.append(pa.record_batch(arrays, SCHEMA))
    return pa.Table.from_batches(batches, SCHEMA)
