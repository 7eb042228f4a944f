"""Statements: expressions compiled once for each shape, filled with the numbers of each run.

Building and compiling the table of ties costs Ibis about a second, however few the events are. Two runs of
one shape (the same columns, as many moments and egos, the same features in the model) differ in their numbers
only. In the kept text a number is a call of a function that no engine has; each run writes its own there.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from secrets import token_hex
from typing import Any, NamedTuple

import ibis
import pyarrow as pa
from ibis.expr.types import Table, Value

from renmai.engine import backend

MOST_NUMBERS = 64
"""With more (a long list of people) a shape hardly recurs; such a run is compiled as it is."""
MOST_KEPT = 128
NUMBER = f"renmai_{token_hex(8)}_"
"""How the stand-in of a number begins; no text in a statement can hold it by chance."""
PLACE = re.compile(NUMBER + r"(\d+)\(\)", re.IGNORECASE)


class Statement(NamedTuple):
    """The text of an expression of one shape, and the columns of its rows."""

    text: str
    schema: pa.Schema
    key: object = None
    """What tells its shape from others, where it is kept."""


class Slot(NamedTuple):
    """Where a number of a run belongs: how many there are before it, and its type."""

    before: int
    kind: str


_kept: dict[object, Statement] = {}
_columns: dict[object, ibis.Schema] = {}
"""What an engine makes of the columns of a kept statement that was named."""


def rows(
    connection: Any,
    build: Callable[..., Table],
    tables: Sequence[Table | None],
    values: Mapping[str, Any],
    **shape: Any,
) -> pa.Table:
    """Return the rows of `build(*tables, **values, **shape)`, which is called only where its shape is new.

    :param tables: tables that have a name, as `backend.named` and `backend.given` return them
    :param values: numbers, alone or in mappings and sequences; `build` gets stand-ins, with which it may do
        what can be done with a column. A text among them stays itself and is part of the shape
    :param shape: all else that `build` depends on; its `repr` tells shapes apart
    """
    statement = _statement(connection, build, tables, values, shape)
    return backend.answer(connection, statement.text, statement.schema)


def named(
    connection: Any,
    build: Callable[..., Table],
    tables: Sequence[Table | None],
    values: Mapping[str, Any],
    *,
    is_kept: bool = False,
    **shape: Any,
) -> Table:
    """Return what `build` makes under a name, as `backend.named` does; all else is as for `rows`."""
    text, _, key = _statement(connection, build, tables, values, shape)
    table = backend.named_as(connection, text, is_kept=is_kept, columns=_columns.get(key))
    if key is not None:
        _columns[key] = table.schema()
    return table


def _statement(
    connection: Any,
    build: Callable[..., Table],
    tables: Sequence[Table | None],
    values: Mapping[str, Any],
    shape: Mapping[str, Any],
) -> Statement:
    """Return the statement of a run, compiled where its shape is new."""
    numbers: list[int | float] = []
    places = {name: _places(value, numbers) for name, value in values.items()}
    if len(numbers) > MOST_NUMBERS:
        table = build(*tables, **values, **shape)
        return Statement(connection.compile(table), table.schema().to_pyarrow())
    schemas = tuple(None if table is None else table.schema() for table in tables)
    key = (type(connection), build, schemas, repr(places), repr(shape))
    statement = _kept.get(key)
    if statement is None:
        unnamed = [
            None if schema is None else ibis.table(schema, _name(n)) for n, schema in enumerate(schemas)
        ]
        table = build(*unnamed, **_stand_ins(places), **shape)
        statement = Statement(connection.compile(table), table.schema().to_pyarrow(), key)
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
            _columns.clear()
        _kept[key] = statement
    return statement._replace(text=_filled(statement.text, tables, numbers))


def _name(number: int) -> str:
    return f"{NUMBER}table_{number}"


def _places(value: Any, numbers: list[int | float]) -> Any:
    """Return the same with a place for each number in it, and add these to the numbers."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {name: _places(inner, numbers) for name, inner in value.items()}
    if isinstance(value, int | float):
        numbers.append(value)
        return Slot(len(numbers) - 1, "float64" if isinstance(value, float) else "int64")
    return [_places(inner, numbers) for inner in value]


def _stand_ins(places: Any) -> Any:
    """Return the same with an expression in each place."""
    if places is None or isinstance(places, str):
        return places
    if isinstance(places, Slot):
        return _stand_in(*places)
    if isinstance(places, Mapping):
        return {name: _stand_ins(inner) for name, inner in places.items()}
    return [_stand_ins(inner) for inner in places]


@cache
def _stand_in(number: int, kind: str) -> Value:
    """Return a value that is not known yet: a call of a function that no engine has."""

    def unknown() -> Any:
        """Stand for the value."""

    return ibis.udf.scalar.builtin(unknown, name=f"{NUMBER}{number}", signature=((), kind))()


def _filled(text: str, tables: Sequence[Table | None], numbers: Sequence[int | float]) -> str:
    """Return a text with the tables and numbers of a run."""
    for number, table in enumerate(tables):
        if table is not None:
            text = text.replace(_name(number), table.get_name())
    written = [
        f"CAST({float(number_given)!r} AS DOUBLE)"
        if isinstance(number_given, float)
        else f"CAST({int(number_given)} AS BIGINT)"
        for number_given in numbers
    ]
    return PLACE.sub(lambda place: written[int(place[1])], text)
