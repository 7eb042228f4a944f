"""Which domains are employers', by who writes from them and from where else (T6)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db import connection

from renmai.domain.capture.interactions import Role
from renmai.domain.people.handles import HandleKind, HandleNature
from renmai.domain.people.mail_hosts import firm_host
from renmai.domain.positions.employers import HostSort, HostUser, sort_of_host
from renmai.store.book.bulk import Cursor, among

MOST_LIKED = 8
"""Domains that are looked up by their end; of more, every address is looked at once."""
MOST_USERS = 400
"""So many who write from a domain are enough to tell what it is."""


def sorts_of(
    owner_id: int, hosts: Iterable[str], signed: Mapping[int, Collection[str]] | None = None
) -> dict[str, HostSort]:
    """Return which of some firms' domains are places where people work.

    :param signed: what the letters of some people name as their organisation, by person id
    """
    wanted = {host for host in hosts if host}
    if not wanted:
        return {}
    told = signed or {}
    with connection.cursor() as cursor:
        with_lists = _with_lists(cursor, owner_id) & wanted
        handles = _handles_at(cursor, owner_id, wanted)
        writers = _writers(cursor, handles)
        people = {person_id for by_person in writers.values() for person_id in by_person}
        elsewhere = _elsewhere(cursor, owner_id, people)
    return {
        host: sort_of_host(
            host,
            [
                HostUser(
                    name,
                    frozenset(organisations).union(told.get(person_id, ())),
                    (person_id, host) in elsewhere,
                )
                for person_id, (name, organisations) in sorted(writers.get(host, {}).items())
            ],
            has_lists=host in with_lists,
        )
        for host in wanted
    }


def _with_lists(cursor: Cursor, owner_id: int) -> set[str]:
    """Return the firms' domains at which there are mailing lists that mails passed through."""
    cursor.execute(
        "SELECT h.value FROM renmai_handle h WHERE h.owner_id = %s AND h.kind = %s AND h.nature = %s",
        [owner_id, str(HandleKind.MAIL), str(HandleNature.LIST)],
    )
    return {firm_host(address.rpartition("@")[2]) for (address,) in cursor.fetchall()}


def _handles_at(cursor: Cursor, owner_id: int, hosts: Collection[str]) -> dict[int, str]:
    """Return the mail handles at some firms' domains with which it is, the first by name of each.

    Of few domains each is looked for by its end until enough are found: a firm's own book may be all of one.
    """
    every = "SELECT h.id, h.value FROM renmai_handle h WHERE h.owner_id = %s AND h.kind = %s"
    mails: tuple[int, str] = (owner_id, str(HandleKind.MAIL))
    if len(hosts) > MOST_LIKED:
        cursor.execute(f"{every} ORDER BY h.value", mails)
    else:
        at_one = f"{every} AND (h.value LIKE %s OR h.value LIKE %s) ORDER BY h.value LIMIT {MOST_USERS}"
        values = [each for host in sorted(hosts) for each in (*mails, f"%@{host}", f"%.{host}")]
        cursor.execute(" UNION ALL ".join([f"SELECT * FROM ({at_one}) AS a"] * len(hosts)), values)
    found: dict[int, str] = {}
    counts: dict[str, int] = defaultdict(int)
    for pk, address in cursor.fetchall():
        host = firm_host(address.rpartition("@")[2])
        if host in hosts and counts[host] < MOST_USERS:
            counts[host] += 1
            found[pk] = host
    return found


def _writers(cursor: Cursor, handles: dict[int, str]) -> dict[str, dict[int, tuple[str, set[str]]]]:
    """Return who writes from each domain: person id, name, and what they call their organisation."""
    condition, listed = among("c.handle_id", handles)
    cursor.execute(
        "SELECT c.handle_id, m.person_id, p.name, f.value FROM renmai_mentionhandle c "
        "JOIN renmai_mention m ON m.id = c.mention_id "
        "JOIN renmai_person p ON p.id = m.person_id AND p.is_person "
        "LEFT JOIN renmai_fact f ON f.mention_id = m.id AND f.kind = 'organisation' "
        f"WHERE {condition} AND EXISTS (SELECT 1 FROM renmai_participation t "
        "WHERE t.mention_id = m.id AND t.role IN (%s, %s))",
        [listed, Role.SENDER, Role.ORGANISER],
    )
    found: dict[str, dict[int, tuple[str, set[str]]]] = defaultdict(dict)
    for handle_id, person_id, name, organisation in cursor.fetchall():
        _, organisations = found[handles[handle_id]].setdefault(person_id, (name, set()))
        organisations.update(filter(None, [organisation]))
    return found


def _elsewhere(cursor: Cursor, owner_id: int, person_ids: Collection[int]) -> set[tuple[int, str]]:
    """Return who, under their own or a namesake's other address, wrote from another domain in the same time.

    Each with the domain beside which that was; private ones count as another, too. Who moved on from one to
    the next wrote from both, but not in the same time. The join is written crosswise, as SQLite then begins
    with those asked about: begun with everybody, each of a large book was held against each of them (14 s).
    """
    end = (
        "(SELECT t.at_epoch_s FROM renmai_participation t WHERE t.mention_id = m.id AND t.role IN (%s, %s) "
        "ORDER BY t.at_epoch_s {way} LIMIT 1)"
    )
    condition, listed = among("q.id", person_ids)
    cursor.execute(
        f"SELECT q.id, h.value, {end.format(way='ASC')}, {end.format(way='DESC')} FROM renmai_person q "
        "CROSS JOIN renmai_person p JOIN renmai_mention m ON m.person_id = p.id "
        "JOIN renmai_mentionhandle c ON c.mention_id = m.id "
        "JOIN renmai_handle h ON h.id = c.handle_id AND h.kind = %s "
        f"WHERE {condition} AND q.owner_id = %s AND p.owner_id = q.owner_id AND p.sort_key = q.sort_key",
        [*(Role.SENDER, Role.ORGANISER) * 2, str(HandleKind.MAIL), listed, owner_id],
    )
    spans: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    for person_id, address, first, last in cursor.fetchall():
        if first is not None:
            host = firm_host(address.rpartition("@")[2])
            known = spans[person_id].get(host, (first, last))
            spans[person_id][host] = (min(known[0], first), max(known[1], last))
    return {
        (person_id, host)
        for person_id, theirs in spans.items()
        for host, (first, last) in theirs.items()
        if any(since <= last and until >= first for other, (since, until) in theirs.items() if other != host)
    }
