"""Whose a handle is, by what the traces show: lists that say so, their hosts, machines, teams, shared ones.

A newsletter from an address that looks like a person's stays a person; all its acts are mass, so its tie is
pseudo. One from a role's or a robot's address is nobody, by the address alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from renmai.domain.people.handles import Handle, HandleKind, HandleNature, nature_in_use
from renmai.domain.people.mentions import LIST
from renmai.store.book.bulk import Cursor, among
from renmai.store.people.writers import contested_and_teams

MAILS = (str(HandleKind.MAIL), str(HandleKind.DISGUISED))


def settle_natures(
    cursor: Cursor, owner_id: int, mention_ids: Iterable[int], hosts: Iterable[str] = ()
) -> set[int]:
    """Judge the handles these mentions carry; return all mentions whose handles changed their nature.

    :param hosts: judge everybody there as well, because an address of theirs has gone from the book
    """
    condition, value = among("c.mention_id", sorted(mention_ids))
    cursor.execute(
        "SELECT DISTINCT h.id, h.kind, h.value, h.nature FROM renmai_handle h "
        f"JOIN renmai_mentionhandle c ON c.handle_id = h.id WHERE h.kind IN (%s, %s) AND {condition}",
        [*MAILS, value],
    )
    touched = cursor.fetchall()
    lists, list_hosts = _lists(cursor, owner_id)
    near = {Handle(kind, value).host for _, kind, value, _ in touched} | set(hosts)
    around = _handles_at(cursor, owner_id, near, list_hosts)
    handles = {row[0]: row for row in (*touched, *around)}
    silent_hosts = (near & list_hosts) - _writing_hosts(cursor, owner_id, around)
    robots = _robots(cursor, owner_id)
    contested, teams = contested_and_teams(
        cursor, ((pk, Handle(kind, address)) for pk, kind, address, _ in handles.values())
    )
    changed = defaultdict(list)
    for pk, kind, address, nature in handles.values():
        handle = Handle(kind, address)
        now = nature_in_use(
            handle,
            is_called_list=pk in lists,
            is_host_of_lists=handle.host in silent_hosts,
            is_machine=pk in robots,
            is_contested=pk in contested,
            is_team=pk in teams,
        )
        if now != nature:
            changed[str(now)].append(pk)
    for nature, pks in changed.items():
        condition, value = among("id", pks)
        cursor.execute(f"UPDATE renmai_handle SET nature = %s WHERE {condition}", [nature, value])
    return _carriers(cursor, [pk for pks in changed.values() for pk in pks])


def _lists(cursor: Cursor, owner_id: int) -> tuple[set[int], set[str]]:
    """Return the handles that mails themselves call lists, with their hosts."""
    cursor.execute(
        "SELECT DISTINCT h.id, h.kind, h.value FROM renmai_fact f "
        "JOIN renmai_mentionhandle c ON c.mention_id = f.mention_id "
        "JOIN renmai_handle h ON h.id = c.handle_id "
        "WHERE f.kind = %s AND h.owner_id = %s AND h.kind IN (%s, %s)",
        [LIST, owner_id, *MAILS],
    )
    rows = cursor.fetchall()
    addresses = [Handle(*row[1:]) for row in rows if row[1] == HandleKind.MAIL]
    return {row[0] for row in rows}, {address.host for address in addresses}


def _handles_at(
    cursor: Cursor, owner_id: int, hosts: set[str], list_hosts: set[str]
) -> list[tuple[Any, ...]]:
    """Return all handles at those of the hosts that have lists now, or had one when they were judged last."""
    mine = "FROM renmai_handle WHERE owner_id = %s AND kind = %s"
    cursor.execute(
        f"SELECT value {mine} AND nature = %s", [owner_id, str(HandleKind.MAIL), str(HandleNature.LIST)]
    )
    judged = list_hosts | {Handle(str(HandleKind.MAIL), row[0]).host for row in cursor.fetchall()}
    if not hosts & judged:
        return []
    cursor.execute(f"SELECT id, kind, value, nature {mine}", [owner_id, str(HandleKind.MAIL)])
    return [row for row in cursor.fetchall() if Handle(*row[1:3]).host in (hosts & judged)]


def _writing_hosts(cursor: Cursor, owner_id: int, handles: list[tuple[Any, ...]]) -> set[str]:
    """Return the hosts from which somebody wrote in person: people live there, not lists alone."""
    condition, value = among("h.id", [row[0] for row in handles])
    cursor.execute(
        "SELECT DISTINCT h.value FROM renmai_handle h JOIN renmai_mentionhandle c ON c.handle_id = h.id "
        "JOIN renmai_participation p ON p.mention_id = c.mention_id AND p.role = 'sender' "
        "JOIN renmai_interaction i ON i.id = p.interaction_id AND i.nature = 'direct' "
        f"WHERE h.owner_id = %s AND {condition}",
        [owner_id, value],
    )
    return {Handle(str(HandleKind.MAIL), row[0]).host for row in cursor.fetchall()}


def _robots(cursor: Cursor, owner_id: int) -> set[int]:
    """Return the handles that only ever wrote by machine, and to which nobody wrote either."""
    cursor.execute(
        "SELECT DISTINCT c.handle_id FROM renmai_interaction i "
        "JOIN renmai_participation p ON p.interaction_id = i.id AND p.role = 'sender' "
        "JOIN renmai_mentionhandle c ON c.mention_id = p.mention_id "
        "WHERE i.owner_id = %s AND i.nature = 'automatic'",
        [owner_id],
    )
    condition, value = among("c.handle_id", [row[0] for row in cursor.fetchall()])
    cursor.execute(
        "SELECT c.handle_id FROM renmai_mentionhandle c "
        "JOIN renmai_participation p ON p.mention_id = c.mention_id "
        "JOIN renmai_interaction i ON i.id = p.interaction_id "
        f"WHERE {condition} GROUP BY c.handle_id "
        "HAVING SUM(CASE WHEN p.role = 'sender' AND i.nature = 'automatic' THEN 0 ELSE 1 END) = 0",
        [value],
    )
    return {row[0] for row in cursor.fetchall()}


def _carriers(cursor: Cursor, handle_ids: list[int]) -> set[int]:
    condition, value = among("handle_id", handle_ids)
    cursor.execute(f"SELECT mention_id FROM renmai_mentionhandle WHERE {condition}", [value])
    return {row[0] for row in cursor.fetchall()}
