"""Events for the engine: acts between the owner and one person each, as an Arrow table of its contract."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from django.db import connection
from numpy.typing import NDArray

from renmai.domain.capture.interactions import Kind, Role
from renmai.store.book.bulk import among
from renmai.store.ties.channels import CHANNELS, TALK, TALKING, Places, places_of
from renmai.store.ties.letters import MY_MENTIONS

ROWS_AT_ONCE = 8_000
"""Few enough that what Python makes of them stays in the processor's cache."""
NAMES = pa.dictionary(pa.int16(), pa.string())
SCHEMA = pa.schema(
    [
        ("at_epoch_s", pa.int64()),
        ("sender", pa.int64()),
        ("recipient", pa.int64()),
        ("kind", NAMES),
        ("audience", pa.int32()),
        ("role", NAMES),
        ("act", pa.int64()),
        ("reply_to", pa.int64()),
        ("channel", NAMES),
        ("sender_employer", pa.int32()),
        ("recipient_employer", pa.int32()),
        ("offset_min", pa.int16()),
    ]
)
"""Columns as the engine's door names them, with those its basis takes.

An act is named by the hash of its id: equal within a process.
"""
NOTHING = hash("")
NO_ZONE = 10_000
"""Stands for a zone nobody told; none is that far from Greenwich."""
NULLS = {
    "reply_to": NOTHING,
    "channel": 0,
    "sender_employer": 0,
    "recipient_employer": 0,
    "offset_min": NO_ZONE,
}
"""What stands for null in a column of numbers."""
ROLES = tuple(str(role) for role in Role)
RECEIVING = frozenset({Role.TO, Role.CC, Role.BCC})
MEETING = frozenset({Role.ORGANISER, Role.ATTENDEE})
FROM_ME = "renmai_participation pm CROSS JOIN renmai_participation po CROSS JOIN renmai_interaction i"
FROM_THEM = "renmai_participation po CROSS JOIN renmai_participation pm CROSS JOIN renmai_interaction i"
"""In which order to join: from all of mine, or from a few people's; CROSS JOIN holds SQLite to it."""
_PLACES = " ".join(f"WHEN '{role}' THEN {place}" for place, role in enumerate(ROLES))
_SELECT = f"""
SELECT i.external_id, i.reply_to, i.at_epoch_s, i.audience, COALESCE(i.utc_offset_min, {NO_ZONE}),
       CASE i.nature WHEN 'direct' THEN i.kind ELSE i.nature END,
       pm.mention_id, po.mention_id, CASE pm.role {_PLACES} END, CASE po.role {_PLACES} END
FROM {{tables}}
WHERE po.interaction_id = pm.interaction_id AND i.id = pm.interaction_id
  AND pm.mention_id IN ({MY_MENTIONS}) AND po.mention_id <> pm.mention_id
  AND i.owner_id = %s AND i.at_epoch_s < %s {{only}}
"""
Whole = NDArray[np.int64]


def _reaches(one: Role, other: Role) -> bool:
    """Tell who reached whom: a writer whoever received it, an organiser whoever was told, those who met."""
    return (
        (one == Role.SENDER and other != Role.SENDER)
        or (one == Role.ORGANISER and other in RECEIVING)
        or (one in MEETING and other in MEETING)
    )


REACHES = np.array([[_reaches(one, other) for other in Role] for one in Role])
TELLS = np.array([[one == Role.ORGANISER and other in RECEIVING for other in Role] for one in Role])
"""Who was only invited to a meeting, and has not answered, got a message from the organiser."""


class _Rows(NamedTuple):
    """A part of what was read: a column for each thing selected, texts as numbers."""

    act: Whole
    reply_to: Whole
    at: Whole
    audience: Whole
    offset_min: Whole
    kind: Whole
    me: Whole
    them: Whole
    my_role: Whole
    their_role: Whole


def events_of(owner_id: int, until_epoch_s: int, person_ids: Sequence[int] | None = None) -> pa.Table:
    """Return all acts between the owner and people before a moment.

    Read through the one connection there is, a part at a time, so that only columns of numbers are held.
    Not through Arrow's own SQLite driver: it brings a second copy of SQLite into the process, whose closing
    of the file drops the first copy's locks and takes away the journal under it; rows committed after that
    are lost.

    :param person_ids: only the acts with these people
    """
    kinds: dict[str, int] = defaultdict(count().__next__)
    message = kinds["message"]
    my_id, their_id = _people_of_mentions(owner_id, person_ids)
    places = places_of(owner_id, len(my_id))
    parts: list[dict[str, NDArray[np.generic]]] = []
    for rows in _read(owner_id, until_epoch_s, person_ids, kinds):
        me, them = my_id[rows.me], their_id[rows.them]
        my_employer, their_employer = places.employer[rows.me], places.employer[rows.them]
        mine, theirs = rows.my_role, rows.their_role
        for is_from_me, one, other in ((True, mine, theirs), (False, theirs, mine)):
            kept = np.flatnonzero(REACHES[one, other] & (them > 0))
            parts.append(
                {
                    "at_epoch_s": rows.at[kept],
                    "sender": (me if is_from_me else them)[kept],
                    "recipient": (them if is_from_me else me)[kept],
                    "kind": np.where(TELLS[one, other], message, rows.kind)[kept].astype(np.int16),
                    "audience": rows.audience[kept].astype(np.int32),
                    "role": other[kept].astype(np.int16),
                    "act": rows.act[kept],
                    "reply_to": rows.reply_to[kept],
                    "channel": _channel(rows, kinds, places)[kept],
                    "sender_employer": (my_employer if is_from_me else their_employer)[kept],
                    "recipient_employer": (their_employer if is_from_me else my_employer)[kept],
                    "offset_min": rows.offset_min[kept].astype(np.int16),
                }
            )
    return pa.Table.from_batches([_batch(part, tuple(kinds)) for part in parts], SCHEMA)


def _people_of_mentions(owner_id: int, person_ids: Sequence[int] | None) -> tuple[Whole, Whole]:
    """Return by a mention's id who it is: me, and anybody else who can carry a tie; 0 where nobody."""
    only = ""
    params: list[int | str | list[Any]] = [owner_id]
    if person_ids is not None:
        condition, listed = among("p.id", person_ids)
        only, params = f"AND (p.is_me OR {condition})", [owner_id, listed]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.id, p.id, p.is_me, p.is_person FROM renmai_person p "
            f"JOIN renmai_mention m ON m.person_id = p.id WHERE p.owner_id = %s {only}",
            params,
        )
        found = cursor.fetchall()
        cursor.execute("SELECT MAX(id) FROM renmai_mention")
        size = (cursor.fetchone()[0] or 0) + 1
    mine, others = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for mention_id, person_id, is_me, is_person in found:
        if is_me:
            mine[mention_id] = person_id
        elif is_person:
            others[mention_id] = person_id
    return mine, others


def _read(
    owner_id: int, until_epoch_s: int, person_ids: Sequence[int] | None, kinds: dict[str, int]
) -> Iterator[_Rows]:
    """Yield the acts in which I took part with the others' parts in them; a new kind gets a number."""
    tables, only = FROM_ME, ""
    params: list[int | str | list[Any]] = [owner_id, owner_id, until_epoch_s]
    if person_ids is not None:
        condition, listed = among("m.person_id", person_ids)
        only = f"AND po.mention_id IN (SELECT m.id FROM renmai_mention m WHERE {condition})"
        tables, params = FROM_THEM, [*params, listed]
    with connection.chunked_cursor() as cursor:
        cursor.execute(_SELECT.format(tables=tables, only=only), params)
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            act, reply_to, at, audience, offset, kind, *rest = zip(*rows, strict=True)
            numbers = map(kinds.__getitem__, kind)
            columns = (map(hash, act), map(hash, reply_to), at, audience, offset, numbers, *rest)
            yield _Rows(*(np.fromiter(column, np.int64, len(rows)) for column in columns))


def _channel(rows: _Rows, kinds: Mapping[str, int], places: Places) -> NDArray[np.int16]:
    """Return by which of their ways each act went: mail by their address, talk by what it is."""
    talking = [number for kind, number in kinds.items() if kind in TALKING]
    by_mail = np.where(rows.kind == kinds.get(str(Kind.MAIL), -1), places.channel[rows.them], 0)
    return np.where(np.isin(rows.kind, talking), TALK, by_mail).astype(np.int16)


def _batch(part: dict[str, NDArray[np.generic]], kinds: Sequence[str]) -> pa.RecordBatch:
    names = {"kind": kinds, "role": ROLES, "channel": ("", *CHANNELS)}
    columns = []
    for field in SCHEMA:
        mask = part[field.name] == NULLS[field.name] if field.name in NULLS else None
        column = pa.array(part[field.name], mask=mask)
        if field.name in names:
            column = pa.DictionaryArray.from_arrays(column, pa.array(names[field.name]))
        columns.append(column)
    return pa.record_batch(columns, SCHEMA)
