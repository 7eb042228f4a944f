"""The one file that names an engine: opens it, hands it events, runs an expression on it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from renmai.engine.tables import BadEvents

ENGINES = ("duckdb", "spark")


class NoSuchEngine(ValueError):
    """An engine that is not there."""


def connect(engine: str = "duckdb", *, threads: int | None = None, memory_limit: str | None = None) -> Any:
    """Open an engine in memory. `memory_limit` as in "2GB"; work beyond it goes to disk."""
    if engine not in ENGINES:
        raise NoSuchEngine(f"no engine called '{engine}'; there is: {', '.join(ENGINES)}")
    if engine == "spark":
        raise NoSuchEngine("this version runs on duckdb only; Spark is not part of it")
    options: dict[str, Any] = {"preserve_insertion_order": False}
    if threads is not None:
        options["threads"] = threads
    if memory_limit is not None:
        options["memory_limit"] = memory_limit
    return ibis.duckdb.connect(":memory:", **options)


def events_table(connection: Any, events: object) -> Table:
    """Return events (a Parquet file, a folder of them, an Arrow table or reader) as a table of the engine."""
    if isinstance(events, str | Path):
        return _parquet(connection, Path(events))
    if isinstance(events, pa.RecordBatchReader):
        events = events.read_all()
    if isinstance(events, pa.Table):
        # Ibis 12 with sqlglot 30 writes "DROP VIEW IF EXISTS" without a name when it makes a table of Arrow rows
        connection.con.register("events", _plain(events))
        return connection.table("events")
    raise BadEvents(f"events must be a Parquet path or an Arrow table, not {type(events).__name__}")


def _plain(table: pa.Table) -> pa.Table:
    """Return the table with columns of nothing as text, which an engine can type."""
    fields = [pa.field(f.name, pa.string()) if pa.types.is_null(f.type) else f for f in table.schema]
    return table.cast(pa.schema(fields))


def _parquet(connection: Any, path: Path) -> Table:
    if not path.exists():
        raise BadEvents(f"there is no file {path}")
    if path.is_dir() and not any(path.glob("*.parquet")):
        raise BadEvents(f"the folder {path} holds no .parquet file")
    source = path / "*.parquet" if path.is_dir() else path
    try:
        return connection.read_parquet(str(source), union_by_name=True)
    except Exception as error:
        if type(error).__module__.partition(".")[0] not in ("duckdb", "_duckdb"):
            raise
        raise BadEvents(f"{path} cannot be read as Parquet: {str(error).splitlines()[0]}") from error


def batches(connection: Any, table: Table) -> Iterator[pa.RecordBatch]:
    """Yield a table's rows as they come."""
    yield from connection.to_pyarrow_batches(table)
