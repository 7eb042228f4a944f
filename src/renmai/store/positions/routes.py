"""Routes: by which employers' domains acts between the owner and people went (T6)."""

from collections.abc import Iterable, Sequence

from django.db import connection

from renmai.domain.capture.interactions import Role
from renmai.domain.positions.employers import HostSort
from renmai.domain.positions.leaving import Route
from renmai.store.book.bulk import among
from renmai.store.positions.employers import sorts_of
from renmai.store.positions.hosts import employer_hosts
from renmai.store.ties.kept_ties import my_ids
from renmai.store.ties.letters import MY_MENTIONS
from renmai.store.ties.trails import ways_to

MEETING = (Role.ORGANISER, Role.ATTENDEE)


def routes(owner_id: int, person_ids: Sequence[int], until_epoch_s: int) -> list[Route]:
    """Return the routes of everything direct between the owner and some people before a moment.

    Read from those people's side, so that a few people cost little in a large book.
    """
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT m.person_id, po.mention_id, pm.mention_id, COUNT(*), MIN(i.at_epoch_s), MAX(i.at_epoch_s)
            FROM renmai_mention m CROSS JOIN renmai_participation po CROSS JOIN renmai_interaction i
            CROSS JOIN renmai_participation pm
            WHERE m.owner_id = %s AND {condition} AND po.mention_id = m.id AND i.id = po.interaction_id
              AND pm.interaction_id = i.id AND pm.mention_id IN ({MY_MENTIONS})
              AND i.nature = 'direct' AND i.at_epoch_s < %s
              AND (pm.role = %s OR po.role = %s OR (pm.role IN (%s, %s) AND po.role IN (%s, %s)))
            GROUP BY m.person_id, po.mention_id, pm.mention_id
            """,
            [owner_id, listed, owner_id, until_epoch_s, Role.SENDER, Role.SENDER, *MEETING, *MEETING],
        )
        rows = cursor.fetchall()
    return _routes(owner_id, rows)


def kept_routes(owner_id: int, person_ids: Sequence[int]) -> list[Route]:
    """Return the same as of the moment the kept ties are of, as it is kept beside them."""
    kept = ways_to(owner_id, person_ids)
    return _routes(
        owner_id,
        (
            (pk, each.theirs, each.mine, each.acts, each.first_at_epoch_s, each.last_at_epoch_s)
            for pk, ways in kept.items()
            for each in ways
        ),
    )


def _routes(owner_id: int, found: Iterable[tuple[int, int, int, int, int, int]]) -> list[Route]:
    """Return ways from mention to mention as routes from domain to domain.

    What runs over an alias or a domain of somebody's own is not lost with a job.
    """
    rows = list(found)
    hosts = employer_hosts({mention for row in rows for mention in row[1:3]})
    sorts = sorts_of(owner_id, hosts.values())
    hosts = {pk: host for pk, host in hosts.items() if sorts[host] != HostSort.NONE}
    return [
        Route(
            person_id=person_id,
            my_host=hosts.get(mine, ""),
            their_host=hosts.get(theirs, ""),
            acts=acts,
            first_at_epoch_s=first,
            last_at_epoch_s=last,
        )
        for person_id, theirs, mine, acts, first, last in rows
    ]


def by_person(found: Iterable[Route]) -> dict[int, list[Route]]:
    """Return routes by whom they lead to."""
    people: dict[int, list[Route]] = {}
    for each in found:
        people.setdefault(each.person_id, []).append(each)
    return people


def my_host_ends(owner_id: int, until_epoch_s: int) -> dict[str, tuple[int, int, int]]:
    """Return for each employer's domain of mine how many mails I sent from it, the first and the last."""
    me = my_ids(owner_id)
    condition, listed = among("m.person_id", me)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.mention_id, COUNT(*), MIN(i.at_epoch_s), MAX(i.at_epoch_s) FROM renmai_mention m "
            "JOIN renmai_participation p ON p.mention_id = m.id "
            "JOIN renmai_interaction i ON i.id = p.interaction_id "
            f"WHERE {condition} AND p.role = %s AND i.nature = 'direct' AND i.at_epoch_s < %s "
            "GROUP BY p.mention_id",
            [listed, Role.SENDER, until_epoch_s],
        )
        rows = cursor.fetchall()
    hosts = employer_hosts(row[0] for row in rows)
    found: dict[str, tuple[int, int, int]] = {}
    for mention_id, acts, first, last in rows:
        if host := hosts.get(mention_id):
            known = found.get(host, (0, first, last))
            found[host] = (known[0] + acts, min(known[1], first), max(known[2], last))
    return found
