"""Carried: people's mentions with the handles and facts each carries, read once for all who need them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection

from renmai.domain.people.handles import HandleKind
from renmai.store.book.bulk import among
from renmai.store.book.once import of_each_once


class CarriedHandle(NamedTuple):
    """A mention of somebody with one handle it carries; without any, `place` is None and the texts empty."""

    mention_id: int
    key: str
    name: str
    place: int | None
    kind: str
    value: str
    nature: str

    @property
    def text(self) -> str:
        """The handle as text, as decisions and pages name it."""
        return f"{self.kind}:{self.value}"


class CarriedFact(NamedTuple):
    """A fact as one mention says it; `came_at` is when its card came in, None where no card says it."""

    id: int
    mention_id: int
    kind: str
    value: str
    came_at: datetime | None


@of_each_once
def mentions_of_people(owner_id: int, person_ids: Sequence[int]) -> dict[int, list[CarriedHandle]]:
    """Return by person every mention with every address it carries, in the order they were met.

    The plus keeps the database from walking all that the owner has.
    """
    condition, listed = among("m.person_id", person_ids)
    found: dict[int, list[CarriedHandle]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT m.person_id, m.id, m.key, m.name, c.place, COALESCE(h.kind, ''), COALESCE(h.value, ''),
                   COALESCE(h.nature, '')
            FROM renmai_mention m LEFT JOIN renmai_mentionhandle c ON c.mention_id = m.id
            LEFT JOIN renmai_handle h ON h.id = c.handle_id
            WHERE +m.owner_id = %s AND {condition} ORDER BY m.id, c.place
            """,
            [owner_id, listed],
        )
        for person_id, *row in cursor.fetchall():
            carried = CarriedHandle._make(row)
            if carried.kind == HandleKind.MENTION:
                carried = carried._replace(place=None, kind="", value="", nature="")
            found[person_id].append(carried)
    return found


@of_each_once
def facts_of_each(owner_id: int, person_ids: Sequence[int]) -> dict[int, list[CarriedFact]]:
    """Return by person every fact about them, in the order they came in."""
    condition, listed = among("m.person_id", person_ids)
    found: dict[int, list[CarriedFact]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT m.person_id, f.id, f.mention_id, f.kind, f.value, g.created_at
            FROM renmai_mention m CROSS JOIN renmai_fact f
            LEFT JOIN renmai_inboxrecord r ON r.id = m.record_id
            LEFT JOIN renmai_import g ON g.id = r.of_import_id
            WHERE +m.owner_id = %s AND {condition} AND f.mention_id = m.id ORDER BY f.id
            """,
            [owner_id, listed],
        )
        for person_id, *row in cursor.fetchall():
            found[person_id].append(CarriedFact._make(row))
    return found


def mention_ids_of(owner_id: int, person_ids: Sequence[int]) -> dict[int, int]:
    """Return people's mentions, with whose they are."""
    return {
        each.mention_id: person_id
        for person_id, carried in mentions_of_people(owner_id, person_ids).items()
        for each in carried
    }
