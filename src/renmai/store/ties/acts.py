"""Acts between the owner and others as columns of numbers: from blocks kept of them, or of a few people."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from renmai.domain.capture.interactions import Role
from renmai.store.book.bulk import among
from renmai.store.ties.act_blocks import NO_ACT, NO_ZONE, ROLE_PLACES, UnpackedBlock, blocks
from renmai.store.ties.letters import MY_MENTIONS

ROWS_AT_ONCE = 8_000
"""Few enough that what Python makes of them stays in the processor's cache."""
ROLES = tuple(str(role) for role in Role)
NATURE_OR_KIND = "CASE i.nature WHEN 'direct' THEN i.kind ELSE i.nature END"
_OF_A_FEW = f"""
SELECT i.external_id, i.reply_to, i.at_epoch_s, i.audience, COALESCE(i.utc_offset_min, {NO_ZONE}),
       {NATURE_OR_KIND}, pm.mention_id, po.mention_id, CASE pm.role {ROLE_PLACES} END,
       CASE po.role {ROLE_PLACES} END
FROM renmai_participation po CROSS JOIN renmai_participation pm CROSS JOIN renmai_interaction i
WHERE po.interaction_id = pm.interaction_id AND i.id = pm.interaction_id
  AND pm.mention_id IN ({MY_MENTIONS}) AND po.mention_id <> pm.mention_id
  AND i.owner_id = %s AND po.at_epoch_s < %s AND {{theirs}}
"""
"""From a few people's parts; CROSS JOIN holds SQLite to that order."""
Whole = NDArray[np.int64]


class ActColumns(NamedTuple):
    """A part of the acts: a column for each figure, texts as numbers that are equal within one reading.

    `me` and `them` are mentions; an act in which several of either took part stands once for each pair.
    """

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


class PersonColumns(NamedTuple):
    """By a mention's id who it is: me, and anybody else who can carry a tie; 0 where nobody."""

    me: Whole
    others: Whole


def who_is_who(owner_id: int, person_ids: Sequence[int] | None) -> PersonColumns:
    """Return for whose tie each mention counts; of some people only, and mine, where they are given."""
    only = ""
    params: list[int | str | list[Any]] = [owner_id]
    if person_ids is not None:
        condition, listed = among("p.id", person_ids)
        only, params = f"AND (p.is_me OR {condition})", [owner_id, listed]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.id, COALESCE(p.counts_with_id, p.id), p.is_me, p.is_person FROM renmai_person p "
            f"JOIN renmai_mention m ON m.person_id = p.id WHERE p.owner_id = %s {only}",
            params,
        )
        found = cursor.fetchall()
        cursor.execute("SELECT MAX(id) FROM renmai_mention")
        size = (cursor.fetchone()[0] or 0) + 1
    who = PersonColumns(np.zeros(size, np.int64), np.zeros(size, np.int64))
    for mention_id, person_id, is_me, is_person in found:
        if is_me:
            who.me[mention_id] = person_id
        elif is_person:
            who.others[mention_id] = person_id
    return who


def acts_with(
    owner_id: int,
    who: PersonColumns,
    until_epoch_s: int,
    person_ids: Sequence[int] | None,
    kinds: dict[str, int],
) -> Iterator[ActColumns]:
    """Yield the acts before a moment in which I took part, with the others' parts in them.

    :param kinds: numbers of kinds; a new kind gets the next
    """
    if person_ids is None:
        for block in blocks(owner_id):
            yield _pairs(block, who, until_epoch_s, kinds)
    else:
        yield from _of_a_few(owner_id, until_epoch_s, person_ids, kinds)


def _pairs(block: UnpackedBlock, who: PersonColumns, until_epoch_s: int, kinds: dict[str, int]) -> ActColumns:
    """Return each part of mine with each of others in the same act; parts stand in order of acts."""
    is_before = block.at[block.of] < until_epoch_s
    mine = np.flatnonzero((who.me[block.mention] > 0) & is_before)
    theirs = np.flatnonzero((who.others[block.mention] > 0) & is_before)
    counts = np.bincount(block.of[mine], minlength=len(block.at))
    starts = np.cumsum(counts) - counts
    times = counts[block.of[theirs]]
    other = np.repeat(theirs, times)
    place = np.arange(len(other)) - np.repeat(np.cumsum(times) - times, times)
    own = mine[starts[block.of[other]] + place]
    of = block.of[other]
    number = np.array([kinds[kind] for kind in block.kinds], np.int64)
    return ActColumns(
        act=block.act[of],
        reply_to=block.reply_to[of],
        at=block.at[of],
        audience=block.audience[of],
        offset_min=block.offset_min[of],
        kind=number[block.kind[of]] if len(number) else of,
        me=block.mention[own],
        them=block.mention[other],
        my_role=block.role[own],
        their_role=block.role[other],
    )


def _of_a_few(
    owner_id: int, until_epoch_s: int, person_ids: Sequence[int], kinds: dict[str, int]
) -> Iterator[ActColumns]:
    condition, listed = among("m.person_id", person_ids)
    theirs = f"po.mention_id IN (SELECT m.id FROM renmai_mention m WHERE {condition})"
    with connection.chunked_cursor() as cursor:
        cursor.execute(_OF_A_FEW.format(theirs=theirs), [owner_id, owner_id, until_epoch_s, listed])
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            act, reply_to, at, audience, offset, kind, *rest = zip(*rows, strict=True)
            numbers = map(kinds.__getitem__, kind)
            columns = (map(hash, act), map(hash_of, reply_to), at, audience, offset, numbers, *rest)
            yield ActColumns(*(np.fromiter(column, np.int64, len(rows)) for column in columns))


def hash_of(text: str) -> int:
    """Return the number by which an act's own id goes where only some acts are read, in one process."""
    return hash(text) if text else NO_ACT
