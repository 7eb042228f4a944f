"""Seen acts: everything direct in the book, whoever took part, as an Arrow table of the engine's contract."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from typing import Any

import numpy as np
import pyarrow as pa
from django.db import connection
from numpy.typing import NDArray

from renmai.domain.ties.acquaintances import MOST_AUDIENCE
from renmai.store.ties import events
from renmai.store.ties.acts import ROLES, ROWS_AT_ONCE
from renmai.store.ties.events import REACHES, TELLS

TOLD = ("at_epoch_s", "sender", "recipient", "kind", "audience", "role", "act")
SCHEMA = pa.schema([events.SCHEMA.field(name) for name in TOLD])
"""Columns as the engine's door names them; an act is named by its interaction's id."""
MOST_ACTS = 1_000_000
"""Only so many, the latest: older ones say little of who knows whom today, and a look must end."""
_PLACES = " ".join(f"WHEN '{role}' THEN {place}" for place, role in enumerate(ROLES))
_SELECT = f"""
SELECT i.id, i.at_epoch_s, i.audience, i.kind, p.mention_id, CASE p.role {_PLACES} END
FROM renmai_interaction i JOIN renmai_participation p ON p.interaction_id = i.id
WHERE i.owner_id = %s AND i.at_epoch_s >= %s AND i.at_epoch_s < %s AND i.nature = 'direct'
  AND i.audience <= {MOST_AUDIENCE}
ORDER BY i.at_epoch_s, i.id
"""
Whole = NDArray[np.int64]


def seen_acts(owner_id: int, until_epoch_s: int, *, me: int) -> pa.Table:
    """Return every direct act before a moment, one row for each sender and recipient, by person id.

    Unlike `events_of` it holds the acts of others among themselves that are in the book, too. Lists, roles
    and robots are no ends of a row, but count as audience.

    :param me: the id that stands for the owner, under however many the book knows them
    """
    kinds: dict[str, int] = defaultdict(count().__next__)
    message = kinds["message"]
    people = _people(owner_id, me)
    parts: list[dict[str, NDArray[np.generic]]] = []
    for act, at, audience, kind, mention, role in _read(owner_id, until_epoch_s, kinds):
        person = people[mention]
        one, other = _reached(act, role)
        sound = (person[one] > 0) & (person[other] > 0) & (person[one] != person[other])
        one, other = one[sound], other[sound]
        told = TELLS[role[one], role[other]]
        parts.append(
            {
                "at_epoch_s": at[one],
                "sender": person[one],
                "recipient": person[other],
                "kind": np.where(told, message, kind[one]).astype(np.int16),
                "audience": audience[one].astype(np.int32),
                "role": role[other].astype(np.int16),
                "act": act[one],
            }
        )
    return pa.Table.from_batches([_batch(part, tuple(kinds)) for part in parts], SCHEMA)


def _reached(act: Whole, role: Whole) -> tuple[Whole, Whole]:
    """Return the places of who reached whom within each act; an act's rows stand together."""
    starts = np.flatnonzero(np.r_[True, act[1:] != act[:-1]])
    sizes = np.diff(np.r_[starts, len(act)])
    group = np.repeat(np.arange(len(starts)), sizes)
    actors = np.flatnonzero(REACHES[role].any(axis=1))
    repeats = sizes[group[actors]]
    one = np.repeat(actors, repeats)
    place = np.arange(len(one)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    other = starts[group[one]] + place
    kept = (one != other) & REACHES[role[one], role[other]]
    return one[kept], other[kept]


def _people(owner_id: int, me: int) -> Whole:
    """Return by a mention's id who it is: `me`, anybody else who can carry a tie, or 0."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.id, COALESCE(p.counts_with_id, p.id), p.is_me FROM renmai_person p "
            "JOIN renmai_mention m ON m.person_id = p.id "
            "WHERE p.owner_id = %s AND (p.is_person OR p.is_me)",
            [owner_id],
        )
        found = cursor.fetchall()
        cursor.execute("SELECT MAX(id) FROM renmai_mention")
        people = np.zeros((cursor.fetchone()[0] or 0) + 1, np.int64)
    for mention_id, person_id, is_me in found:
        people[mention_id] = me if is_me else person_id
    return people


def _since(owner_id: int, until_epoch_s: int) -> int:
    """Return the moment from which on there are at most `MOST_ACTS` acts."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT at_epoch_s FROM renmai_interaction WHERE owner_id = %s AND at_epoch_s < %s "
            f"ORDER BY at_epoch_s DESC LIMIT 1 OFFSET {MOST_ACTS}",
            [owner_id, until_epoch_s],
        )
        row = cursor.fetchone()
    return row[0] + 1 if row else -(2**62)


def _read(owner_id: int, until_epoch_s: int, kinds: dict[str, int]) -> Iterator[tuple[Whole, ...]]:
    """Yield the parts of acts as columns of numbers, never half an act; a new kind gets a number."""
    rest: list[tuple[Any, ...]] = []
    with connection.chunked_cursor() as cursor:
        cursor.execute(_SELECT, [owner_id, _since(owner_id, until_epoch_s), until_epoch_s])
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            rows = rest + rows
            whole = _before_last_act(rows)
            rest = rows[whole:]
            if whole:
                yield _columns(rows[:whole], kinds)
    if rest:
        yield _columns(rest, kinds)


def _before_last_act(rows: list[tuple[Any, ...]]) -> int:
    place = len(rows)
    while place and rows[place - 1][0] == rows[-1][0]:
        place -= 1
    return place


def _columns(rows: list[tuple[Any, ...]], kinds: dict[str, int]) -> tuple[Whole, ...]:
    act, at, audience, kind, mention, role = zip(*rows, strict=True)
    columns = (act, at, audience, map(kinds.__getitem__, kind), mention, role)
    return tuple(np.fromiter(column, np.int64, len(rows)) for column in columns)


def _batch(part: dict[str, NDArray[np.generic]], kinds: tuple[str, ...]) -> pa.RecordBatch:
    names = {"kind": kinds, "role": ROLES}
    columns = [
        pa.DictionaryArray.from_arrays(pa.array(part[field.name]), pa.array(names[field.name]))
        if field.name in names
        else pa.array(part[field.name])
        for field in SCHEMA
    ]
    return pa.record_batch(columns, SCHEMA)
