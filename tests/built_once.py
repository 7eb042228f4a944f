"""Books built once for a worker: a test that begins with one gets its rows, not the building of it."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connection, transaction

OURS = "renmai_"
INDEX = f"{OURS}search"
"""The tables behind it, whose names begin with its own, it fills itself."""


class Table(NamedTuple):
    """The rows of a table, whole."""

    name: str
    columns: list[str]
    rows: list[tuple[Any, ...]]


class Copied(NamedTuple):
    """The rows of a table of a server, as it writes them out itself."""

    name: str
    text: bytes


class Built(NamedTuple):
    """A book's tables, and what its builder returned."""

    tables: list[Table] | list[Copied]
    result: Any


_built: dict[object, Built] = {}


def built_once(build: Callable[..., Any]) -> Callable[..., Any]:
    """Let a fixture that fills an empty book run once for what it is given; later its rows are put there.

    They are the same ones in every test, ids and all. What it returns must be plain values; the folder it
    is given it may only read from, as whoever reads the book afterwards will not find its files.
    """

    @wraps(build)
    def once(**given: Any) -> Any:
        of = tuple((name, value) for name, value in given.items() if not isinstance(value, Path))
        key = (build, of)
        if key in _built:
            _PUT[connection.vendor](_built[key].tables)
        else:
            result = build(**given)
            _built[key] = Built(_TAKEN[connection.vendor](), result)
        return _built[key].result

    return once


def _put_into_sqlite(tables: list[Table]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for name, columns, rows in tables:
            cursor.execute(f"DELETE FROM {name}")
            into = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
            connection.connection.executemany(into, rows)


def _of_sqlite() -> list[Table]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        names = [name for (name,) in cursor if name.startswith(OURS) and not name.startswith(f"{INDEX}_")]
        tables = []
        for name in names:
            cursor.execute(f"SELECT name FROM pragma_table_info('{name}')")
            columns = ["rowid"] * (name == INDEX) + [f'"{column}"' for (column,) in cursor]
            # the sign keeps a value as it is stored: Django would make days and booleans of some columns
            cursor.execute(f"SELECT {', '.join(f'+{column}' for column in columns)} FROM {name}")
            tables.append(Table(name, columns, cursor.fetchall()))
    return tables


def _put_into_postgresql(tables: list[Copied]) -> None:
    """Put rows back; ids that the server gives out never come again, so later ones do not meet these."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name, _ in tables:
            cursor.execute(f"DELETE FROM {name}")
        for name, text in tables:
            with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                copy.write(text)


def _of_postgresql() -> list[Copied]:
    names = [name for name in connection.introspection.table_names() if name.startswith(OURS)]
    tables = []
    with connection.cursor() as cursor:
        for name in names:
            with cursor.copy(f"COPY {name} TO STDOUT") as copy:
                tables.append(Copied(name, b"".join(map(bytes, copy))))
    return tables


_TAKEN: dict[str, Callable[[], list[Any]]] = {"sqlite": _of_sqlite, "postgresql": _of_postgresql}
_PUT: dict[str, Callable[[list[Any]], None]] = {
    "sqlite": _put_into_sqlite,
    "postgresql": _put_into_postgresql,
}
