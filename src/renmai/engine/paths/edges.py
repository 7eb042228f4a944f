"""Edges as they are given: who can introduce whom with what probability, checked row by row."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from renmai.domain.book.refusals import Refused

COLUMNS = ("source", "target", "probability")
FAULTS = ("null_end", "self_edge", "bad_probability")
SHOWN_ROWS = 20


class BadEdges(Refused):
    """Edges that cannot be read at all: no file, not Parquet, or a column missing or of the wrong type."""


class Edges(NamedTuple):
    """The rows that keep the contract, as places in `keys` (sorted), and what was left out of `rows`.

    `left_out` counts bad rows by fault, `rows_left_out` are the first of them, counted from 1.
    """

    keys: pa.Array
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    probability: NDArray[np.float64]
    rows: int
    left_out: Mapping[str, int]
    rows_left_out: Mapping[str, Sequence[int]]


def edges_of(given: object) -> Edges:
    """Return the edges of a Parquet file, a folder of them, an Arrow table, or triples in the same order.

    People are named by text or by whole numbers. A row without both ends, from somebody to themselves, or
    with a probability that is not above 0 and at most 1 is left out.

    :raises BadEdges: where nothing can be read or a column is missing or of the wrong type.
    """
    table = given if isinstance(given, pa.Table) else _table(given)
    for name in COLUMNS:
        if name not in table.column_names:
            raise BadEdges("events_column_missing", column=name, columns=", ".join(table.column_names))
    source, target = _alike(_people(table, "source"), _people(table, "target"))
    probability = _probability(table)
    codes, keys = _coded(source, target)
    return _sound(codes[: table.num_rows], codes[table.num_rows :], probability, keys)


def _table(given: object) -> pa.Table:
    if isinstance(given, str | Path):
        return _read(Path(given))
    if not isinstance(given, Sequence):
        raise TypeError(f"edges must be a path, an Arrow table or triples, not {type(given).__name__}")
    return pa.table(dict(zip(COLUMNS, zip(*given, strict=True) if given else ((), (), ()), strict=True)))


def _read(path: Path) -> pa.Table:
    if not path.exists():
        raise BadEdges("events_no_file", path=str(path))
    files = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not files:
        raise BadEdges("events_empty_folder", path=str(path))
    parts = []
    for file in files:
        try:
            present = pq.read_schema(file).names
            parts.append(pq.read_table(file, columns=[name for name in COLUMNS if name in present] or None))
        except (pa.ArrowException, OSError) as error:
            raise BadEdges("events_not_parquet", path=str(file)) from error
    try:
        return pa.concat_tables(parts, promote_options="permissive")
    except pa.ArrowException as error:
        raise BadEdges("edges_files_differ", path=str(path)) from error


def _people(table: pa.Table, name: str) -> pa.ChunkedArray:
    """Return a column of people as text or as int64; whole numbers kept as floats are whole numbers."""
    column = table[name]
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_null(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return column.cast(pa.large_string())
    if pa.types.is_string_view(kind):
        return column.cast(pa.string()).cast(pa.large_string())
    try:
        if pa.types.is_integer(kind):
            return column.cast(pa.int64())
        if pa.types.is_floating(kind):
            numbers = column.cast(pa.float64())
            return pc.if_else(pc.is_nan(numbers), pa.scalar(None, pa.float64()), numbers).cast(pa.int64())
    except pa.ArrowInvalid as error:
        raise _wrong_type(name, column, "string, int64") from error
    raise _wrong_type(name, column, "string, int64")


def _wrong_type(name: str, column: pa.ChunkedArray, wanted: str) -> BadEdges:
    return BadEdges("events_column_type", column=name, found=str(column.type), wanted=wanted)


def _alike(one: pa.ChunkedArray, other: pa.ChunkedArray) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """Return both columns of people in one type: text where either is."""
    if one.type == other.type:
        return one, other
    return one.cast(pa.large_string()), other.cast(pa.large_string())


def _probability(table: pa.Table) -> NDArray[np.float64]:
    column = table["probability"]
    kind = column.type
    if not any(
        is_kind(kind)
        for is_kind in (pa.types.is_null, pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal)
    ):
        raise _wrong_type("probability", column, "float64")
    probability: NDArray[np.float64] = column.cast(pa.float64()).to_numpy()
    return probability


def _coded(source: pa.ChunkedArray, target: pa.ChunkedArray) -> tuple[NDArray[np.int32], pa.Array]:
    """Return both columns, one after the other, as places in a table of distinct people; -1 for nobody."""
    chunks = [*source.chunks, *target.chunks]
    if not chunks:
        return np.zeros(0, np.int32), pa.array([], source.type)
    coded = pa.chunked_array(chunks).dictionary_encode().unify_dictionaries()
    codes = [np.asarray(chunk.indices.fill_null(-1)) for chunk in coded.chunks]
    return np.concatenate(codes), coded.chunk(0).dictionary


def _sound(
    source: NDArray[np.int32], target: NDArray[np.int32], probability: NDArray[np.float64], names: pa.Array
) -> Edges:
    """Return the rows that keep the contract, with people numbered in the order of their keys."""
    null_end = (source < 0) | (target < 0)
    self_edge = ~null_end & (source == target)
    is_chance = (probability > 0) & (probability <= 1)  # false for what is no number
    bad = dict(zip(FAULTS, (null_end, self_edge, ~null_end & ~self_edge & ~is_chance), strict=True))
    left_out = {fault: int(rows.sum()) for fault, rows in bad.items() if rows.any()}
    rows_left_out = {fault: (np.flatnonzero(bad[fault])[:SHOWN_ROWS] + 1).tolist() for fault in left_out}
    total = len(source)
    if left_out:
        sound = ~(null_end | self_edge) & is_chance
        source, target, probability = source[sound], target[sound], probability[sound]
    used = np.zeros(len(names), bool)
    used[source] = used[target] = True
    kept = names.take(pa.array(np.flatnonzero(used)))
    order = pc.sort_indices(kept)
    place = np.empty(len(kept), np.int32)
    place[np.asarray(order)] = np.arange(len(kept), dtype=np.int32)
    numbered = np.zeros(len(names), np.int32)
    numbered[used] = place
    keys = kept.take(order)
    return Edges(keys, numbered[source], numbered[target], probability, total, left_out, rows_left_out)


def place_of(keys: pa.Array, key: object) -> int | None:
    """Return where somebody stands in the sorted keys, None if nowhere; text that is a number finds one."""
    wanted: Any = key
    if pa.types.is_integer(keys.type):
        try:
            wanted = int(str(key))
        except ValueError:
            return None
    else:
        wanted = str(key)
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle].as_py() < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(keys) and keys[low].as_py() == wanted else None
