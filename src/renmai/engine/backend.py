"""The one file that names an engine: opens it, hands it events, runs an expression on it.

DuckDB runs in this process. Spark, an extra, is loaded when it is asked for and runs in Java: beside this
process on its cores, or on a cluster. Both run the same expressions.
"""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, reduce
from importlib.util import find_spec
from os import environ
from pathlib import Path
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.operations import DatabaseTable
from ibis.expr.types import Expr, Table

from renmai.domain.book.refusals import Refused
from renmai.engine.files import (
    aside_folder,
    beside,
    by_schema,
    join_parts,
    parquet_files,
    plain_type,
    rows_before,
    spark_column,
    spark_literal,
)
from renmai.engine.memory import NotEnoughMemory, mib
from renmai.engine.spark_settings import spark_settings
from renmai.engine.tables import whole_columns

EMBEDDED = "duckdb"
ENGINES = (EMBEDDED, "spark")
MEMORY_MIB = 1_600
"""DuckDB's: ten million events then stay under 2 GiB, and cost no more time than without a limit."""
PARTITION_BYTES = 16 * 2**20
"""Of Parquet; in a sort it is some five times as much."""
SPARK_PLACE = (
    "url_decode(replace(_metadata.file_name, '+', '%2B')) AS file",
    "_metadata.row_index AS place",
)


class NoSuchEngine(Refused):
    """An engine that is not there, or cannot be had as it was asked for."""


class Spark:
    """A Spark session with the methods that are called on an Ibis connection."""

    java: Any = None
    """The one Java process that belongs to this process."""

    def __init__(self, session: Any, *, is_own: bool) -> None:
        zone = session.conf.get("spark.sql.session.timeZone")
        self.session, self.tables, self._is_own = session, ibis.pyspark.connect(session), is_own
        # Ibis puts the session on UTC; nothing here depends on its zone, which stays as its owner wants it
        session.conf.set("spark.sql.session.timeZone", zone)

    def to_pyarrow(self, expression: Expr) -> Any:
        """Return an expression's value as Arrow; Ibis would take pandas' way, in which null is a float."""
        table = expression.as_table()
        rows = self.frame(table).toArrow().cast(table.schema().to_pyarrow())
        return expression.__pyarrow_result__(rows)

    def compile(self, table: Table) -> str:
        """Return a table as a statement."""
        return str(self.tables.compile(table))

    def frame(self, table: Table) -> Any:
        """Return a table as Spark's own; as a view, because that registers the rows it may bring along."""
        name = ibis.util.gen_name("renmai")
        self.tables.create_view(name, table)
        return self.session.table(name)

    def named(self, frame: Any) -> Table:
        """Return what is Spark's own as a table for expressions."""
        name = ibis.util.gen_name("renmai")
        frame.createOrReplaceTempView(name)
        return self.tables.table(name)

    def read(self, files: Sequence[Path], *, is_placed: bool = False) -> Table:
        """Return the rows of files whose columns may differ; with their file and place in it if asked."""
        size = sum(file.stat().st_size for file in files)
        parts = max(self.session.sparkContext.defaultParallelism, size // PARTITION_BYTES)
        self.session.conf.set("spark.sql.shuffle.partitions", str(parts))
        place = SPARK_PLACE if is_placed else ()
        frames = [
            self.session.read.parquet(*map(spark_literal, alike)).selectExpr(
                *map(spark_column, schema), *place
            )
            for schema, alike in by_schema(files).items()
        ]
        return self.named(reduce(lambda one, other: one.unionByName(other, allowMissingColumns=True), frames))

    def disconnect(self) -> None:
        """Stop the session that was begun here; leave another's."""
        if self._is_own:
            self.session.stop()


def connect(
    engine: str = EMBEDDED,
    *,
    threads: int | None = None,
    memory_limit: str | None = None,
    spark_master: str | None = None,
) -> Any:
    """Open an engine; what does not fit into `memory_limit`, as in "2GB", goes to disk.

    Spark runs at `spark_master`, on all cores of this machine unless told; its limit is that of each of its
    processes. A session that is active in this process is used as it is. Of DuckDB, connections of one limit
    that are open at once share the engine and its memory: to begin one takes it twenty times as long as to
    join one. Tables are each connection's own.
    """
    if engine not in ENGINES:
        raise NoSuchEngine("no_such_engine", engine=engine, engines=", ".join(ENGINES))
    memory_mib = None if memory_limit is None else mib(memory_limit)
    if engine == "spark":
        return _spark(spark_master or f"local[{threads or '*'}]", threads, memory_mib, aside_folder())
    options: dict[str, Any] = {
        "preserve_insertion_order": False,
        "memory_limit": f"{memory_mib or MEMORY_MIB}MiB",
        "temp_directory": str(_overflow_folder()),
    }
    if threads is not None:
        options["threads"] = threads
    connection = ibis.duckdb.connect(f":memory:{options['memory_limit']} {threads}", **options)
    # DuckDB 2 draws one on the standard output, among what the command says there
    connection.con.execute("SET enable_progress_bar = false")
    return connection


_overflow_folder = cache(aside_folder)


@contextmanager
def connected(engine: str = EMBEDDED, **options: Any) -> Iterator[Any]:
    """Open an engine as `connect` does and close it afterwards.

    :raises NotEnoughMemory: where the work does not fit into the limit, not even with the help of the disk
    """
    connection = connect(engine, **options)
    try:
        yield connection
    except duckdb.OutOfMemoryException as short:
        limit = options.get("memory_limit") or f"{MEMORY_MIB}MB"
        raise NotEnoughMemory("engine_out_of_memory", limit=limit) from short
    finally:
        connection.disconnect()


def _spark(master: str, threads: int | None, memory_mib: int | None, aside: Path) -> Spark:
    """Use the active session, else start one; Java's own output goes to a file."""
    if find_spec("pyspark") is None:
        raise NoSuchEngine("spark_not_installed")
    from py4j.protocol import Py4JError  # noqa: PLC0415 - Spark is an extra, and takes a second to load
    from pyspark import SparkConf, SparkContext, errors, java_gateway, sql  # noqa: PLC0415 - Spark is an extra, and takes a second to load

    active = sql.SparkSession.getActiveSession()
    if active is not None:
        return Spark(active.newSession(), is_own=False)
    if shutil.which("java") is None and "JAVA_HOME" not in environ:
        raise NoSuchEngine("no_java")
    settings = SparkConf().setAll(list(spark_settings(master, threads, memory_mib, aside).items()))
    log = aside / "spark.log"
    try:
        if Spark.java is None:
            with log.open("w") as words:
                Spark.java = java_gateway.launch_gateway(settings, {"stdout": words, "stderr": words})
        # a master that nobody answers at stops the context by itself, after a minute
        session = sql.SparkSession(SparkContext(conf=settings, gateway=Spark.java))
    except (errors.PySparkException, Py4JError) as error:
        raise NoSuchEngine("spark_does_not_start", master=master, log=str(log)) from error
    return Spark(session, is_own=True)


def sorts_numbers_faster(connection: Any) -> bool:
    """Return whether people are better told apart by number than by name: within one process they are."""
    return not isinstance(connection, Spark)


def events_table(connection: Any, events: object) -> Table:
    """Return events (a Parquet file, a folder of them, an Arrow table or reader) under a name."""
    if isinstance(events, str | Path):
        files = parquet_files(Path(events))
        if isinstance(connection, Spark):
            return connection.read(files)
        return named(connection, _read(connection, files))
    if isinstance(events, pa.RecordBatchReader):
        events = events.read_all()
    if not isinstance(events, pa.Table):
        raise TypeError(f"events are a Parquet path, an Arrow table or reader, not {type(events).__name__}")
    numbers = whole_columns(field.name for field in events.schema if pa.types.is_integer(field.type))
    plain = {field.name: plain_type(field, numbers) for field in events.schema}
    return given(connection, events.cast(pa.schema(plain.items())))


def given(connection: Any, rows: pa.Table) -> Table:
    """Return Arrow rows as a table; Ibis's own way would want Python on every machine of a cluster."""
    if isinstance(connection, Spark):
        return connection.named(connection.session.createDataFrame(rows))
    # Ibis 12 with sqlglot 30 drops a view without a name when it makes a table of Arrow rows
    name = ibis.util.gen_name("renmai")
    connection.con.register(name, rows)
    like = tuple(zip(rows.schema.names, rows.schema.types, strict=True))
    if like not in _columns:
        _columns[like] = connection.table(name).schema()
    return described(connection, name, _columns[like])


_columns: dict[object, ibis.Schema] = {}  # what the engine makes of the columns of Arrow rows


def described(connection: Any, name: str, columns: ibis.Schema) -> Table:
    """Return a table of DuckDB whose columns are known; to ask for them takes longer than to make it."""
    return DatabaseTable(name, columns, source=connection).to_expr()


def _read(connection: Any, files: Sequence[Path], **more: bool) -> Table:
    by_schema(files)
    rows = connection.read_parquet([str(file) for file in files], union_by_name=True, **more)
    # DuckDB 2 types a column of nothing as nothing, which Ibis 12 does not know
    schema = rows.schema()
    numbers = whole_columns(name for name, kind in schema.items() if kind.is_integer())
    untyped = [name for name, kind in schema.items() if kind.is_unknown() and "NULL" in str(kind)]
    nothing = {name: ibis.null("int64" if name in numbers else "string") for name in untyped}
    return rows.mutate(**nothing) if nothing else rows


def rows(connection: Any, table: Table) -> pa.Table:
    """Return the rows of a table that brings none of its own along."""
    return answer(connection, connection.compile(table), table.schema().to_pyarrow())


def answer(connection: Any, statement: str, schema: pa.Schema) -> pa.Table:
    """Return the rows of a statement.

    Ibis's own way to Arrow loads pandas first, a fifth of a second; DuckDB's plans a statement three times.
    """
    if isinstance(connection, Spark):
        return connection.session.sql(statement).toArrow().cast(schema)
    name = ibis.util.gen_name("renmai")
    connection.con.execute(f'CREATE TEMP TABLE "{name}" AS {statement}')
    rows = connection.con.table(name).to_arrow_table().cast(schema)
    connection.con.execute(f'DROP TABLE "{name}"')
    return rows


def named(connection: Any, table: Table, *, is_kept: bool = False) -> Table:
    """Return a table under a name, its rows computed once if they are kept, else wherever they are used."""
    if isinstance(connection, Spark):
        frame = connection.frame(table)
        return connection.named(frame.cache() if is_kept else frame)
    return named_as(connection, connection.compile(table), is_kept=is_kept)


def named_as(
    connection: Any, statement: str, *, is_kept: bool = False, columns: ibis.Schema | None = None
) -> Table:
    """Return a statement's rows as a table under a name, computed once if they are kept."""
    if isinstance(connection, Spark):
        frame = connection.session.sql(statement)
        return connection.named(frame.cache() if is_kept else frame)
    name, what = ibis.util.gen_name("renmai"), "TABLE" if is_kept else "VIEW"
    connection.con.execute(f'CREATE TEMP {what} "{name}" AS {statement}')
    return described(connection, name, columns or connection.table(name).schema())


def numbered_events(connection: Any, path: Path) -> Table:
    """Return the events of a Parquet file or folder with `row`, counted from 1 through the files by name."""
    files = parquet_files(path)
    if isinstance(connection, Spark):
        rows, names = connection.read(files, is_placed=True), [file.name for file in files]
    else:
        names = [str(file) for file in files]
        rows = _read(connection, files, file_row_number=True, filename=True)
        rows = rows.rename(file="filename", place="file_row_number")
    starts = given(connection, pa.table({"file": names, "before": rows_before(files)}))
    placed = rows.join(starts, "file")
    return placed.mutate(row=placed.before + placed.place + 1)


def write_parquet(connection: Any, table: Table, path: Path) -> int:
    """Write a table's rows to one file and count them; the file is there whole or not at all."""
    with beside(path) as part:
        if isinstance(connection, Spark):
            folder = part.parent / "parts"
            connection.frame(table).write.parquet(str(folder.resolve()))
            join_parts(folder, part, table.schema().to_pyarrow())
        else:
            connection.to_parquet(table, str(part))
    return int(pq.read_metadata(path).num_rows)
