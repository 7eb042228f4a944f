"""Records read back from the inbox: by their rows, by what their source calls them, by what they answer."""

from collections.abc import Sequence
from json import loads
from typing import Any

from django.db import connection

from renmai.domain.capture.locations import location_of
from renmai.domain.capture.records import RawRecord
from renmai.store.book.bulk import Cursor, among, is_sqlite, plain

READ = 'SELECT id, source, external_id, digest, fields, "where" FROM renmai_inboxrecord'

Stored = tuple[int, RawRecord]


def stored_of(row: tuple[Any, ...]) -> Stored:
    """Return a row as its number and its record."""
    pk, source, external_id, digest, fields, where = row
    record = RawRecord(
        source=source, external_id=external_id, digest=digest, fields=loads(fields), where=location_of(where)
    )
    return pk, record


def records_by_id(cursor: Cursor, record_ids: Sequence[int]) -> list[Stored]:
    """Return records in the order of their rows."""
    condition, value = among("id", record_ids)
    cursor.execute(f"{READ} WHERE {condition} ORDER BY id", [value])
    return list(map(stored_of, cursor.fetchall()))


def latest_called(owner_id: int, source: str, external_ids: Sequence[str]) -> list[Stored]:
    """Return the newest versions of what a source calls so."""
    condition, value = among("external_id", list(map(plain, external_ids)))
    with connection.cursor() as cursor:
        cursor.execute(
            f"{READ} WHERE owner_id = %s AND source = %s AND is_latest AND {condition} ORDER BY id",
            [owner_id, source, value],
        )
        return list(map(stored_of, cursor.fetchall()))


def answers_without_receiver(owner_id: int, external_ids: Sequence[str]) -> list[tuple[str, str]]:
    """Return source and id of the letters that answer these and name no receiver but lists themselves."""
    condition, value = among("i.reply_to", list(map(plain, external_ids)))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.source, r.external_id FROM renmai_interaction i "
            "JOIN renmai_inboxrecord r ON r.id = i.record_id AND r.is_shadowed "
            f"WHERE i.owner_id = %s AND {condition}",
            [owner_id, value],
        )
        return [(source, external_id) for source, external_id in cursor.fetchall()]


def parts_of(owner_id: int, source: str, external_id: str) -> list[RawRecord]:
    """Return the newest versions of the records whose id is this one's with `#` and more behind it."""
    by_letters = "external_id" if is_sqlite() else 'external_id COLLATE "C"'
    with connection.cursor() as cursor:
        cursor.execute(
            f"{READ} WHERE owner_id = %s AND source = %s AND is_latest AND {by_letters} > %s "
            f"AND {by_letters} < %s ORDER BY id",
            [owner_id, source, plain(external_id) + "#", plain(external_id) + "$"],
        )
        return [stored_of(row)[1] for row in cursor.fetchall()]
