"""What is in the book already, for a look at what would come in."""

from collections.abc import Iterable, Sequence

from django.db import connection

from renmai.domain.capture.records import RawRecord
from renmai.domain.people.cards import CardSubject, born_as
from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import BIRTHDAY
from renmai.store.book.bulk import among, plain


def known_records(owner_id: int, records: Sequence[RawRecord]) -> set[tuple[str, str, str]]:
    """Return which versions of these things the inbox holds, as (source, external id, digest)."""
    known: set[tuple[str, str, str]] = set()
    with connection.cursor() as cursor:
        for source in sorted({record.source for record in records}):
            wanted = sorted({plain(record.external_id) for record in records if record.source == source})
            condition, value = among("external_id", wanted)
            cursor.execute(
                "SELECT source, external_id, digest FROM renmai_inboxrecord "
                f"WHERE owner_id = %s AND source = %s AND {condition}",
                [owner_id, source, value],
            )
            known.update(cursor.fetchall())
    return known


def known_acts(owner_id: int, external_ids: Iterable[str]) -> set[str]:
    """Return which interactions the book holds."""
    condition, value = among("external_id", map(plain, external_ids))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT external_id FROM renmai_interaction WHERE owner_id = %s AND {condition}",
            [owner_id, value],
        )
        return {row[0] for row in cursor.fetchall()}


def known_handles(owner_id: int, handles: Iterable[Handle]) -> set[Handle]:
    """Return which handles somebody in the book carries."""
    wanted = set(handles)
    condition, value = among("value", sorted({handle.value for handle in wanted}))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT kind, value FROM renmai_handle WHERE owner_id = %s AND {condition}", [owner_id, value]
        )
        return {Handle(*row) for row in cursor.fetchall()} & wanted


def known_births(owner_id: int, days: Iterable[str]) -> set[tuple[tuple[str, ...], str] | None]:
    """Return name and birthday of the cards in the book that tell one of these days."""
    condition, value = among("f.value", sorted(set(days)))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.name, f.value FROM renmai_fact f JOIN renmai_mention m ON m.id = f.mention_id "
            f"WHERE m.owner_id = %s AND m.record_id IS NOT NULL AND f.kind = %s AND {condition}",
            [owner_id, BIRTHDAY, value],
        )
        return {born_as(CardSubject(*row)) for row in cursor.fetchall()}


def known_mentions(owner_id: int, keys: Iterable[str]) -> set[str]:
    """Return the keys of mentions the book holds."""
    condition, value = among("key", keys)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT key FROM renmai_mention WHERE owner_id = %s AND {condition}", [owner_id, value]
        )
        return {row[0] for row in cursor.fetchall()}
