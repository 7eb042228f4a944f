"""The table of mentions at the engine's door: its columns, and what is refused."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from ibis.expr.types import Table

from renmai.domain.refusals import Refused
from renmai.engine import backend

COLUMNS = ("mention", "source", "name", "handles", "organisation", "title", "birthday", "place", "with")
LISTS = ("handles", "with")
MOST_TOLD = 5


class BadMentions(Refused):
    """Mentions that cannot be read: a column missing or of the wrong type, or an id that is none."""


def read_mentions(connection: Any, mentions: object) -> tuple[pa.Array, Mapping[str, Sequence[object]]]:
    """Return the ids of the mentions in order and, in that order, every other column of the contract.

    `mentions` is a Parquet path, an Arrow table or a reader.
    A list is a list of texts, empty where nothing is said; anything else is a text or None. A column that is
    missing says nothing; one the contract does not know is left aside.
    """
    table = backend.events_table(connection, mentions)
    schema = table.schema()
    if "mention" not in schema:
        raise BadMentions("mentions_column_missing", column="mention", columns=", ".join(schema.names))
    for name in COLUMNS:
        if name in schema and not _is_nothing(schema[name]) and not _fits(name, schema[name]):
            wanted = "string, int64" if name == "mention" else "array<string>" if name in LISTS else "string"
            raise BadMentions("mentions_column_type", column=name, found=str(schema[name]), wanted=wanted)
    present = [name for name in COLUMNS if name in schema and not _is_nothing(schema[name])]
    found = _numbered(connection, mentions, table, present)
    _refuse_bad_ids(found)
    found = found.sort_by("mention").combine_chunks()
    columns: dict[str, Sequence[object]] = {}
    for name in COLUMNS[1:]:
        values = found[name].to_pylist() if name in present else [None] * found.num_rows
        columns[name] = (
            [_texts(value) for value in values] if name in LISTS else [_text(value) for value in values]
        )
    return found["mention"].combine_chunks(), columns


def _numbered(connection: Any, mentions: object, table: Table, present: Sequence[str]) -> pa.Table:
    """Return some columns in the order of the rows; an engine reads a file's rows in any."""
    if isinstance(mentions, str | Path):
        rows = backend.numbered_events(connection, Path(mentions))
        return connection.to_pyarrow(rows.select([*present, "row"])).sort_by("row")
    found = connection.to_pyarrow(table.select(present))
    return found.append_column("row", pa.array(range(1, found.num_rows + 1)))


def _is_nothing(kind: Any) -> bool:
    """Tell whether a column can hold nulls only; an engine may know no type for it."""
    inner = kind.value_type if kind.is_array() else kind
    return bool(inner.is_null() or (inner.is_unknown() and "NULL" in str(inner).upper()))


def _fits(name: str, kind: Any) -> bool:
    if name == "mention":
        return bool(kind.is_string() or kind.is_integer())
    if name in LISTS and kind.is_array():
        return bool(kind.value_type.is_string())
    return bool(kind.is_string()) or name not in LISTS and bool(kind.is_primitive() or kind.is_temporal())


def _refuse_bad_ids(found: pa.Table) -> None:
    ids = found["mention"].to_pylist()
    missing = [row for row, key in enumerate(ids, start=1) if key is None]
    if missing:
        raise BadMentions("mentions_without_id", count=len(missing), rows=_told(missing))
    first: dict[object, int] = {}
    again = [row for row, key in enumerate(ids, start=1) if first.setdefault(key, row) != row]
    if again:
        raise BadMentions(
            "mentions_id_twice", mention=str(ids[again[0] - 1]), count=len(again), rows=_told(again)
        )


def _told(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:MOST_TOLD])) + (" …" if len(rows) > MOST_TOLD else "")


def _text(value: object) -> str | None:
    return None if value is None else str(value).strip() or None


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [str(text) for text in value if text] if isinstance(value, list) else []
