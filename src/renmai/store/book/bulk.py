"""Many rows at once, on SQLite and PostgreSQL alike: ids ahead of time, plain inserts, long value lists."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from json import dumps
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

Cursor = CursorWrapper
"""What `writing` hands on: a cursor inside the one transaction of a writer."""
VALUES_A_STATEMENT = 600


def is_sqlite() -> bool:
    """Tell which of the two databases we speak to."""
    return connection.vendor == "sqlite"


@contextmanager
def writing(owner_id: int) -> Iterator[Cursor]:
    """One transaction that changes the book, and that no other writer of this owner overlaps.

    Every change of what a card may rest on is written in here and counted. A kept card names the count it was
    made at, or what else it rests on, so no list of cards to throw away is needed.
    """
    with caching(owner_id) as cursor:
        yield cursor
        cursor.execute("UPDATE renmai_owner SET revision = revision + 1 WHERE id = %s", [owner_id])


@contextmanager
def caching(owner_id: int) -> Iterator[Cursor]:
    """One transaction that writes only what is kept of the book, of which no card is made.

    SQLite has one writer anyway (IMMEDIATE); PostgreSQL takes a lock named after the owner, so that what a
    batch looked up is still so when it writes.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        if not is_sqlite():
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [owner_id])
        yield cursor


def count_rows() -> None:
    """Let PostgreSQL count what came in: it would find people's acts by the worst of plans until it did.

    SQLite takes tables in the order in which a question names them.
    """
    if not is_sqlite():
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def reserve(cursor: Cursor, table: str, count: int) -> range | list[int]:
    """Return `count` ids of `table` that nobody has had before; call it inside `writing`."""
    if count == 0:
        return []
    if is_sqlite():
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        row = cursor.fetchone()
        first = (row[0] if row else 0) + 1
        last = first + count - 1
        if row:
            cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [last, table])
        else:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, last])
        return range(first, last + 1)
    cursor.execute(
        "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count]
    )
    return [row[0] for row in cursor.fetchall()]


def insert(cursor: Cursor, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Add rows known to be new: many to a statement on SQLite (half the time of one), COPY on PostgreSQL."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    if is_sqlite():
        one = f"({', '.join(['%s'] * len(columns))})"
        at_once = max(1, VALUES_A_STATEMENT // len(columns))
        whole = len(rows) - len(rows) % at_once
        head = f"INSERT INTO {table} ({names}) VALUES "
        cursor.executemany(
            head + ", ".join([one] * at_once),
            [list(chain.from_iterable(rows[at : at + at_once])) for at in range(0, whole, at_once)],
        )
        cursor.executemany(head + one, rows[whole:])
        return
    with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def among(column: str, values: Iterable[int] | Iterable[str]) -> tuple[str, str | list[Any]]:
    """Return a condition `column is one of values` with its one parameter, however many values there are."""
    listed = list(values)
    if is_sqlite():
        return f"{column} IN (SELECT value FROM json_each(%s))", dumps(listed)
    return f"{column} = ANY(%s)", listed


def plain(text: str) -> str:
    """Return `text` without what a database refuses: the null character and halves of surrogate pairs."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
