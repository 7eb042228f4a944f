"""The table of mentions that the engine takes: its columns, and what is refused."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from renmai.domain.book.refusals import Refused
from renmai.engine import backend
from renmai.engine.files import parquet_files

LISTS = ("handles", "with")
COLUMNS = ("mention", "source", "name", "handles", "organisation", "title", "birthday", "place", "with")
SCHEMA = pa.schema([(name, pa.list_(pa.string()) if name in LISTS else pa.string()) for name in COLUMNS])
"""The columns where mentions are called by text; numbers will do as well."""
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
    rows = connection.to_pyarrow(table.select(present))
    _refuse_bad_ids(rows["mention"], mentions)
    rows = rows.sort_by("mention").combine_chunks()
    columns: dict[str, Sequence[object]] = {}
    for name in COLUMNS[1:]:
        values = rows[name].to_pylist() if name in present else [None] * rows.num_rows
        columns[name] = (
            [_texts(value) for value in values] if name in LISTS else [_text(value) for value in values]
        )
    return rows["mention"].combine_chunks(), columns


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


def _refuse_bad_ids(column: pa.ChunkedArray, mentions: object) -> None:
    """Refuse mentions without an id of their own; an engine gives a file's rows in any order."""
    if not column.null_count and len(column.unique()) == len(column):
        return
    ids = _in_order(mentions) if isinstance(mentions, str | Path) else column.to_pylist()
    missing = [row for row, key in enumerate(ids, start=1) if key is None]
    if missing:
        raise BadMentions("mentions_without_id", count=len(missing), rows=_told(missing))
    first: dict[object, int] = {}
    again = [row for row, key in enumerate(ids, start=1) if first.setdefault(key, row) != row]
    raise BadMentions(
        "mentions_id_twice", mention=str(ids[again[0] - 1]), count=len(again), rows=_told(again)
    )


def _in_order(path: str | Path) -> list[object]:
    """Return the ids of a Parquet file or folder as they stand there, through the files by name."""
    return [
        key
        for file in parquet_files(Path(path))
        for key in pq.read_table(file, columns=["mention"])["mention"].to_pylist()
    ]


def _told(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:MOST_TOLD])) + (" …" if len(rows) > MOST_TOLD else "")


def _text(value: object) -> str | None:
    return None if value is None else str(value).strip() or None


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [str(text) for text in value if text] if isinstance(value, list) else []
