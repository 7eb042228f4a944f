"""Parquet files around an engine: which they are, what they hold, where their rows begin, many made one."""

import atexit
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import accumulate
from pathlib import Path
from tempfile import mkdtemp

import pyarrow as pa
import pyarrow.parquet as pq

from renmai.engine.tables import BadEvents

ROWS_AT_ONCE = 100_000


def parquet_files(path: Path) -> list[Path]:
    """Return the file, or those of the folder by name."""
    if not path.exists():
        raise BadEvents("events_no_file", path=str(path))
    files = sorted(path.resolve().glob("*.parquet")) if path.is_dir() else [path.resolve()]
    if not files:
        raise BadEvents("events_empty_folder", path=str(path))
    return files


def by_schema(files: Sequence[Path]) -> dict[pa.Schema, list[Path]]:
    """Return together the files that hold the same columns; one that is not Parquet is refused."""
    files_of: dict[pa.Schema, list[Path]] = {}
    for file in files:
        try:
            schema = pq.read_schema(file).remove_metadata()
        except (pa.ArrowException, OSError) as error:
            raise BadEvents("events_not_parquet", path=str(file)) from error
        files_of.setdefault(schema, []).append(file)
    return files_of


def rows_before(files: Sequence[Path]) -> list[int]:
    """Return for each file how many rows stand before its own."""
    return [0, *accumulate(pq.read_metadata(file).num_rows for file in files)][:-1]


def join_parts(folder: Path, out: Path, schema: pa.Schema) -> None:
    """Write the rows of a folder's Parquet files to one file, a batch at a time."""
    with pq.ParquetWriter(out, schema) as whole:
        for part in sorted(folder.glob("*.parquet")):
            for batch in pq.ParquetFile(part).iter_batches(ROWS_AT_ONCE):
                whole.write_table(pa.Table.from_batches([batch]).cast(schema))


def plain_type(field: pa.Field, numbers: Sequence[str]) -> pa.DataType:
    """Return a type both engines know, also for a column of nothing."""
    if not pa.types.is_null(field.type):
        return field.type
    return pa.int64() if field.name in numbers else pa.string()


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a path in a fresh folder to write to, and put what was written in place of `path` whole."""
    folder = Path(mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        part = folder / path.name
        yield part
        part.replace(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def spark_column(field: pa.Field) -> str:
    """Return a column in the type meant: Spark reads a null column as void, an unsigned one as a decimal."""
    name = "`" + field.name.replace("`", "``") + "`"
    if pa.types.is_null(field.type):
        return f"CAST({name} AS STRING) AS {name}"
    return f"CAST({name} AS BIGINT) AS {name}" if field.type == pa.uint64() else name


def spark_literal(file: Path) -> str:
    """Escape a path from Spark's globbing; refuse a name that Spark would skip."""
    if file.name.startswith(("_", ".")) or ":" in str(file):
        raise BadEvents("events_name_for_spark", path=str(file))
    return re.sub(r"([\\\[\]{}*?])", r"\\\1", str(file))


@cache
def aside_folder() -> Path:
    """Make a fresh folder that nobody else can enter, for what does not fit into memory; it ends with us."""
    folder = Path(mkdtemp(prefix="renmai-engine-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
