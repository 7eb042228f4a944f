"""Removing what nothing refers to any more: mentions without a trace, handles without a carrier."""

from collections.abc import Iterable
from time import sleep
from typing import NamedTuple

from django.db import connection

from renmai.domain.people.handles import Handle
from renmai.store.book.bulk import Cursor, among, count_rows, writing
from renmai.store.people.identity import PeopleSettled, remove_empty, settle
from renmai.store.people.near_mentions import unresolved

SETTLED_AT_ONCE = 20_000
"""So many mentions are settled within about two seconds."""
OTHERS_TURN_S = 0.12
"""Who waits for SQLite asks again every tenth of a second."""


class Swept(NamedTuple):
    """What a sweep left to settle: mentions of people who lost one, and hosts that lost an address."""

    mention_ids: frozenset[int]
    hosts: frozenset[str]


def conclude(
    cursor: Cursor, owner_id: int, mention_ids: Iterable[int], *, is_anything_gone: bool
) -> PeopleSettled:
    """Settle who is behind these mentions and, where traces went, remove what nothing refers to any more.

    What a killed import left without a person is settled with them.
    """
    touched = {*mention_ids, *unresolved(cursor, owner_id)}
    return _concluded(cursor, owner_id, touched, is_anything_gone=is_anything_gone)


def conclude_by_parts(
    owner_id: int, mention_ids: Iterable[int], *, is_anything_gone: bool
) -> tuple[int, ...]:
    """Do the same with so many mentions at a time, each part in a transaction of its own; return who is new.

    Who belongs together is settled together, since each part takes in whomever it touches. Between two parts
    other writers get their turn: 400,000 new people at once kept them waiting until they gave up.
    """
    with connection.cursor() as cursor:
        touched = sorted({*mention_ids, *unresolved(cursor, owner_id)})
    new: list[int] = []
    for start in range(0, max(len(touched), 1), SETTLED_AT_ONCE):
        if start:
            sleep(OTHERS_TURN_S)
        part = touched[start : start + SETTLED_AT_ONCE]
        with writing(owner_id) as cursor:
            new += _concluded(cursor, owner_id, part, is_anything_gone=is_anything_gone).people_new
    count_rows()
    return tuple(new)


def _concluded(
    cursor: Cursor, owner_id: int, mention_ids: Iterable[int], *, is_anything_gone: bool
) -> PeopleSettled:
    """Settle before the sweep, so that whoever goes on under another mention keeps their id."""
    touched = _standing(cursor, mention_ids)
    settled = settle(cursor, owner_id, touched)
    if is_anything_gone:
        swept = sweep(cursor, owner_id, touched)
        settle(cursor, owner_id, swept.mention_ids, swept.hosts)
    return settled


def sweep(cursor: Cursor, owner_id: int, mention_ids: Iterable[int]) -> Swept:
    """Remove those of the mentions that no record describes and no interaction holds, and handles nobody
    carries.

    People are left for the caller to settle; those whom nobody mentions any more are gone at once.
    """
    condition, value = among("m.id", sorted(mention_ids))
    cursor.execute(
        "SELECT m.id, m.person_id FROM renmai_mention m WHERE m.owner_id = %s AND m.record_id IS NULL "
        f"AND NOT EXISTS (SELECT 1 FROM renmai_participation p WHERE p.mention_id = m.id) AND {condition}",
        [owner_id, value],
    )
    rows = cursor.fetchall()
    people = {row[1] for row in rows if row[1] is not None}
    hosts = _drop(cursor, owner_id, [row[0] for row in rows])
    condition, value = among("person_id", sorted(people))
    cursor.execute(f"SELECT id, person_id FROM renmai_mention WHERE {condition}", [value])
    left = cursor.fetchall()
    remove_empty(cursor, people - {row[1] for row in left})
    return Swept(frozenset(row[0] for row in left), frozenset(hosts))


def _standing(cursor: Cursor, mention_ids: Iterable[int]) -> set[int]:
    """Return those of the mentions that are still there."""
    condition, value = among("id", sorted(mention_ids))
    cursor.execute(f"SELECT id FROM renmai_mention WHERE {condition}", [value])
    return {row[0] for row in cursor.fetchall()}


def _drop(cursor: Cursor, owner_id: int, mention_ids: list[int]) -> set[str]:
    """Remove mentions with what they carry; return the hosts of the handles that nobody carries now."""
    condition, value = among("mention_id", mention_ids)
    cursor.execute(f"DELETE FROM renmai_mentionhandle WHERE {condition}", [value])
    cursor.execute(f"DELETE FROM renmai_fact WHERE {condition}", [value])
    condition, value = among("id", mention_ids)
    cursor.execute(f"DELETE FROM renmai_mention WHERE {condition}", [value])
    loose = (
        "owner_id = %s AND NOT EXISTS "
        "(SELECT 1 FROM renmai_mentionhandle c WHERE c.handle_id = renmai_handle.id)"
    )
    cursor.execute(f"SELECT kind, value FROM renmai_handle WHERE {loose}", [owner_id])
    hosts = {Handle(*row).host for row in cursor.fetchall()}
    cursor.execute(f"DELETE FROM renmai_handle WHERE {loose}", [owner_id])
    if mention_ids or hosts:
        cursor.execute("UPDATE renmai_owner SET sweeps = sweeps + 1 WHERE id = %s", [owner_id])
    return hosts
