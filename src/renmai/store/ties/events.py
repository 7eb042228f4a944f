"""Events for the engine: acts between the owner and one person each, as an Arrow table of its contract."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import count

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from renmai.domain.capture.interactions import Kind, Role
from renmai.store.ties.act_blocks import NO_ACT, NO_ZONE, act_number
from renmai.store.ties.acts import ROLES, ActColumns, PersonColumns, acts_with, hash_of, who_is_who
from renmai.store.ties.answers_on_lists import answers_on_lists
from renmai.store.ties.channels import CHANNELS, TALK, TALKING, Places, places_of
from renmai.store.ties.way_counts import WayCounts

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
NULLS = {
    "reply_to": NO_ACT,
    "channel": 0,
    "sender_employer": 0,
    "recipient_employer": 0,
    "offset_min": NO_ZONE,
}
"""What stands for null in a column of numbers."""
RECEIVING = frozenset({Role.TO, Role.CC, Role.BCC})
MEETING = frozenset({Role.ORGANISER, Role.ATTENDEE})


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


def events_of(
    owner_id: int,
    until_epoch_s: int,
    person_ids: Sequence[int] | None = None,
    *,
    who: PersonColumns | None = None,
    counted: WayCounts | None = None,
) -> pa.Table:
    """Return all acts between the owner and people before a moment.

    Read through the one connection there is, a part at a time, so that only columns of numbers are held.
    Not through Arrow's own SQLite driver: it brings a second copy of SQLite into the process, whose closing
    of the file drops the first copy's locks and takes away the journal under it; rows committed after that
    are lost.

    :param person_ids: only the acts with these people
    :param who: whose each mention is, where it is known
    :param counted: what counts the acts as they are read
    """
    kinds: dict[str, int] = defaultdict(count().__next__)
    message = kinds["message"]
    who = who or who_is_who(owner_id, person_ids)
    places = places_of(owner_id, who, until_epoch_s)
    parts: list[dict[str, NDArray[np.generic]]] = []

    def add(acts: ActColumns, *, is_from_me: bool) -> None:
        me, them = who.me[acts.me], who.others[acts.them]
        my_employer, their_employer = places.employer[acts.me], places.employer[acts.them]
        one, other = (acts.my_role, acts.their_role) if is_from_me else (acts.their_role, acts.my_role)
        kept = np.flatnonzero(REACHES[one, other] & (them > 0))
        parts.append(
            {
                "at_epoch_s": acts.at[kept],
                "sender": (me if is_from_me else them)[kept],
                "recipient": (them if is_from_me else me)[kept],
                "kind": np.where(TELLS[one, other], message, acts.kind)[kept].astype(np.int16),
                "audience": acts.audience[kept].astype(np.int32),
                "role": other[kept].astype(np.int16),
                "act": acts.act[kept],
                "reply_to": acts.reply_to[kept],
                "channel": _channel(acts, kinds, places)[kept],
                "sender_employer": (my_employer if is_from_me else their_employer)[kept],
                "recipient_employer": (their_employer if is_from_me else my_employer)[kept],
                "offset_min": acts.offset_min[kept].astype(np.int16),
            }
        )

    for acts in acts_with(owner_id, who, until_epoch_s, person_ids, kinds):
        if counted is not None:
            counted.add(acts, kinds)
        add(acts, is_from_me=True)
        add(acts, is_from_me=False)
    number = act_number if person_ids is None else hash_of
    for is_mine, acts in answers_on_lists(owner_id, until_epoch_s, person_ids, kinds, number):
        add(acts, is_from_me=is_mine)
    return pa.Table.from_batches([_batch(part, tuple(kinds)) for part in parts], SCHEMA)


def _channel(acts: ActColumns, kinds: Mapping[str, int], places: Places) -> NDArray[np.int16]:
    """Return by which of their ways each act went: mail by their address, talk by what it is."""
    talking = [number for kind, number in kinds.items() if kind in TALKING]
    by_mail = np.where(acts.kind == kinds.get(str(Kind.MAIL), -1), places.channel[acts.them], 0)
    return np.where(np.isin(acts.kind, talking), TALK, by_mail).astype(np.int16)


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
