"""Anchors: whom a decision's text means now, after every merge, split and rebuild."""

from collections.abc import Iterable

from django.db import connection

from renmai.domain.people.decided import ANCHOR_OF_MENTION
from renmai.domain.people.handles import Handle
from renmai.store.book.bulk import among
from renmai.store.people.carried import mentions_of_people


def people_at(owner_id: int, anchors: Iterable[str]) -> dict[str, int]:
    """Return whom each anchor means, of those who can carry a tie; of several, who was met first.

    Handles are asked for by kind and value, as their index has them; a mention that is gone is whom others
    still name by its key.
    """
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
            values |= {anchor: key for key, anchor in keys.items() if anchor not in meant}
        if values:
            kinds, listed_kinds = among("h.kind", {anchor.partition(":")[0] for anchor in values})
            condition, listed = among("h.value", values.values())
            cursor.execute(
                "SELECT h.kind, h.value, p.id FROM renmai_handle h "
                "JOIN renmai_mentionhandle c ON c.handle_id = h.id "
                "JOIN renmai_mention m ON m.id = c.mention_id "
                f"JOIN renmai_person p ON {whom} "
                f"WHERE h.owner_id = %s AND {kinds} AND {condition} ORDER BY m.id",
                [owner_id, owner_id, listed_kinds, listed],
            )
            for kind, value, person_id in cursor.fetchall():
                meant.setdefault(str(Handle(kind, value)), person_id)
    return {anchor: meant[anchor] for anchor in dict.fromkeys((*keys.values(), *values)) if anchor in meant}


def anchors_of(owner_id: int, person_ids: Iterable[int]) -> dict[str, int]:
    """Return every text that may mean one of these people, with whom: their handles, and their mentions."""
    found: dict[str, int] = {}
    for person_id, carried in mentions_of_people(owner_id, person_ids).items():
        for each in carried:
            found[ANCHOR_OF_MENTION + each.key] = person_id
            if each.place is not None:
                found[each.text] = person_id
    return found
