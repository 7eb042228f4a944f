"""Anchors: whom a decision's text means now, after every merge, split and rebuild."""

from collections.abc import Iterable

from django.db import connection

from renmai.domain.people.decided import ANCHOR_OF_MENTION
from renmai.domain.people.handles import Handle
from renmai.store.book.bulk import among


def people_at(owner_id: int, anchors: Iterable[str]) -> dict[str, int]:
    """Return whom each anchor means, of those who can carry a tie; of several, who was met first."""
    keys, values = {}, {}
    for anchor in anchors:
        if anchor.startswith(ANCHOR_OF_MENTION):
            keys[anchor.removeprefix(ANCHOR_OF_MENTION)] = anchor
        else:
            values[anchor] = anchor.partition(":")[2]
    meant: dict[str, int] = {}
    whom = "p.id = m.person_id AND p.owner_id = %s AND p.is_person AND NOT p.is_me"
    with connection.cursor() as cursor:
        if keys:
            condition, listed = among("m.key", keys)
            cursor.execute(
                "SELECT m.key, p.id FROM renmai_mention m "
                f"JOIN renmai_person p ON {whom} WHERE {condition} ORDER BY m.id",
                [owner_id, listed],
            )
            for key, person_id in cursor.fetchall():
                meant.setdefault(keys[key], person_id)
        if values:
            condition, listed = among("h.value", values.values())
            cursor.execute(
                "SELECT h.kind, h.value, p.id FROM renmai_handle h "
                "JOIN renmai_mentionhandle c ON c.handle_id = h.id "
                "JOIN renmai_mention m ON m.id = c.mention_id "
                f"JOIN renmai_person p ON {whom} WHERE h.owner_id = p.owner_id AND {condition} ORDER BY m.id",
                [owner_id, listed],
            )
            for kind, value, person_id in cursor.fetchall():
                meant.setdefault(str(Handle(kind, value)), person_id)
    return {anchor: meant[anchor] for anchor in (*keys.values(), *values) if anchor in meant}


def anchors_of(owner_id: int, person_ids: Iterable[int]) -> dict[str, int]:
    """Return every text that may mean one of these people, with whom: their handles, and their mentions.

    The plus keeps the database from walking all of an owner's mentions for those of one person.
    """
    condition, listed = among("m.person_id", person_ids)
    found: dict[str, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m.key, m.person_id FROM renmai_mention m WHERE +m.owner_id = %s AND {condition}",
            [owner_id, listed],
        )
        found |= {ANCHOR_OF_MENTION + key: person_id for key, person_id in cursor.fetchall()}
        cursor.execute(
            "SELECT DISTINCT h.kind, h.value, m.person_id FROM renmai_handle h "
            "JOIN renmai_mentionhandle c ON c.handle_id = h.id JOIN renmai_mention m ON m.id = c.mention_id "
            f"WHERE +m.owner_id = %s AND {condition}",
            [owner_id, listed],
        )
        found |= {str(Handle(kind, value)): person_id for kind, value, person_id in cursor.fetchall()}
    return found
