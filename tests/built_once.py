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


class Built(NamedTuple):
    """A book's tables, and what its builder returned."""

    tables: list[Table]
    result: Any


_built: dict[object, Built] = {}


def built_once(build: Callable[..., Any]) -> Callable[..., Any]:
    """Let a fixture that fills an empty book run once for what it is given; later its rows are put there.

    They are the same ones in every test, ids and all. What it returns must be plain values; the folder it
    is given it may only read from, as whoever reads the book afterwards will not find its files.
    """

    @wraps(build)
    def once(**given: Any) -> Any:
        if connection.vendor != "sqlite":
            return build(**given)
        of = tuple((name, value) for name, value in given.items() if not isinstance(value, Path))
        key = (build, of)
        if key in _built:
            _put(_built[key].tables)
        else:
            result = build(**given)
            _built[key] = Built(_tables(), result)
        return _built[key].result

    return once


def _put(tables: list[Table]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for name, columns, rows in tables:
            cursor.execute(f"DELETE FROM {name}")
            into = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
            connection.connection.executemany(into, rows)


def _tables() -> list[Table]:
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
