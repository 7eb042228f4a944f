"""Removing what nothing speaks of any more: mentions without a trace, handles without a carrier."""

from collections.abc import Iterable
from typing import NamedTuple

from renmai.domain.handles import Handle
from renmai.store.bulk import among
from renmai.store.identity import remove_empty


class Swept(NamedTuple):
    """What a sweep left to settle: mentions of people who lost one, and hosts that lost an address."""

    mention_ids: frozenset[int]
    hosts: frozenset[str]


def sweep(cursor, owner_id: int, mention_ids: Iterable[int] | None = None) -> Swept:
    """Remove mentions (of these, or of all) that no record describes and no interaction holds.

    People are left for the caller to settle; those whom nobody mentions any more are gone at once.
    """
    narrowed, values = "", []
    if mention_ids is not None:
        condition, value = among("m.id", sorted(mention_ids))
        narrowed, values = f"AND {condition}", [value]
    cursor.execute(
        "SELECT m.id, m.person_id FROM renmai_mention m WHERE m.owner_id = %s AND m.record_id IS NULL "
        f"AND NOT EXISTS (SELECT 1 FROM renmai_participation p WHERE p.mention_id = m.id) {narrowed}",
        [owner_id, *values],
    )
    rows = cursor.fetchall()
    gone = [row[0] for row in rows]
    people = {row[1] for row in rows if row[1] is not None}
    hosts = _drop(cursor, owner_id, gone)
    condition, value = among("person_id", sorted(people))
    cursor.execute(f"SELECT id, person_id FROM renmai_mention WHERE {condition}", [value])
    left = cursor.fetchall()
    remove_empty(cursor, people - {row[1] for row in left})
    return Swept(frozenset(row[0] for row in left), frozenset(hosts))


def _drop(cursor, owner_id: int, mention_ids: list[int]) -> set[str]:
    """Remove mentions with what they carry; return the hosts of the handles that nobody carries now."""
    if not mention_ids:
        return set()
    condition, value = among("mention_id", mention_ids)
    cursor.execute(f"SELECT DISTINCT handle_id FROM renmai_mentionhandle WHERE {condition}", [value])
    handle_ids = [row[0] for row in cursor.fetchall()]
    cursor.execute(f"DELETE FROM renmai_mentionhandle WHERE {condition}", [value])
    cursor.execute(f"DELETE FROM renmai_fact WHERE {condition}", [value])
    condition, value = among("id", mention_ids)
    cursor.execute(f"DELETE FROM renmai_mention WHERE {condition}", [value])
    condition, value = among("id", handle_ids)
    loose = f"{condition} AND NOT EXISTS (SELECT 1 FROM renmai_mentionhandle c WHERE c.handle_id = renmai_handle.id)"
    cursor.execute(f"SELECT kind, value FROM renmai_handle WHERE {loose}", [value])
    hosts = {Handle(*row).host for row in cursor.fetchall()}
    cursor.execute(f"DELETE FROM renmai_handle WHERE {loose}", [value])
    cursor.execute("UPDATE renmai_owner SET sweeps = sweeps + 1 WHERE id = %s", [owner_id])
    return hosts
