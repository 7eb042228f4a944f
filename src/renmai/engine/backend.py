"""The one file that names an engine: opens it, hands it events, runs an expression on it."""

from getpass import getuser
from itertools import accumulate
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Table

from renmai.domain.refusals import Refused
from renmai.engine.tables import BadEvents

ENGINES = ("duckdb", "spark")
MEMORY_LIMIT = "1600MB"
"""Ten million events then stay under 2 GiB, and cost no more time than without a limit."""


class NoSuchEngine(Refused):
    """An engine that is not there."""


def connect(engine: str = "duckdb", *, threads: int | None = None, memory_limit: str | None = None) -> Any:
    """Open an engine in memory. `memory_limit` as in "2GB"; work beyond it goes to disk."""
    if engine not in ENGINES:
        raise NoSuchEngine("no_such_engine", engine=engine, engines=", ".join(ENGINES))
    if engine == "spark":
        raise NoSuchEngine("engine_not_here", engine=engine)
    aside = Path(gettempdir()) / f"renmai-engine-{getuser()}"
    aside.mkdir(mode=0o700, exist_ok=True)
    options: dict[str, Any] = {
        "preserve_insertion_order": False,
        "memory_limit": memory_limit or MEMORY_LIMIT,
        "temp_directory": str(aside),
    }
    if threads is not None:
        options["threads"] = threads
    return ibis.duckdb.connect(":memory:", **options)


def events_table(connection: Any, events: object) -> Table:
    """Return events (a Parquet file, a folder of them, an Arrow table or reader) as a table of the engine."""
    if isinstance(events, str | Path):
        return _parquet(connection, Path(events))
    if isinstance(events, pa.RecordBatchReader):
        events = events.read_all()
    if isinstance(events, pa.Table):
        # Ibis 12 with sqlglot 30 drops a view without a name when it makes a table of Arrow rows
        connection.con.register("events", _plain(events))
        return connection.table("events")
    raise TypeError(f"events must be a Parquet path, an Arrow table or a reader, not {type(events).__name__}")


def kept_table(connection: Any, name: str, rows: pa.Table) -> Table:
    """Return Arrow rows as a table of the engine that is read more than once."""
    connection.con.register(name, rows)
    return connection.table(name)


def _plain(table: pa.Table) -> pa.Table:
    """Return the table with columns of nothing as text, which an engine can type."""
    fields = [pa.field(f.name, pa.string()) if pa.types.is_null(f.type) else f for f in table.schema]
    return table.cast(pa.schema(fields))


def _parquet(connection: Any, path: Path) -> Table:
    if not path.exists():
        raise BadEvents("events_no_file", path=str(path))
    if path.is_dir() and not any(path.glob("*.parquet")):
        raise BadEvents("events_empty_folder", path=str(path))
    source = path / "*.parquet" if path.is_dir() else path
    try:
        return connection.read_parquet(str(source), union_by_name=True)
    except duckdb.Error as error:
        raise BadEvents("events_not_parquet", path=str(path)) from error


def numbered_events(connection: Any, path: Path) -> Table:
    """Return the events of a Parquet file or folder with `row`, counted from 1 through the files by name."""
    files = sorted(path.resolve().glob("*.parquet")) if path.is_dir() else [path.resolve()]
    sizes = [pq.read_metadata(file).num_rows for file in files]
    before = {"filename": [str(file) for file in files], "before": [0, *accumulate(sizes)][:-1]}
    starts = ibis.memtable(before, schema=ibis.schema({"filename": "string", "before": "int64"}))
    rows = connection.read_parquet(
        before["filename"], union_by_name=True, file_row_number=True, filename=True
    )
    placed = rows.join(starts, "filename")
    return placed.mutate(row=placed.before + placed.file_row_number + 1)


def write_parquet(connection: Any, table: Table, path: Path) -> int:
    """Write a table's rows to a file as they come and count them; the file is there whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        connection.to_parquet(table, str(part))
        part.replace(path)
        return int(pq.read_metadata(path).num_rows)
    finally:
        part.unlink(missing_ok=True)
