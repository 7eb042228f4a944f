"""Export the whole book: files that sources can write back, and everything as JSON lines and CSV (X1)."""

import csv
import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.book.spreadsheets import harmless
from renmai.domain.capture.records import RawRecord
from renmai.sources import registry
from renmai.sources.base import WritesBack
from renmai.store.book import exporting, private_files
from renmai.store.capture import inbox

RECORDS_AT_ONCE = 200
NO_TABLE = frozenset({"inbox"})
"""What a spreadsheet has no use for: raw records of any shape."""

Write = Callable[[str, Iterator[bytes]], None]


class TargetTaken(Refused):
    """There is something already where the export should go."""


def export_book(viewer: Viewer, target: str | Path, *, now: datetime) -> tuple[str, ...]:
    """Write the book into a new folder, or into one file where the name ends in `.zip`; return what was
    written.

    :raises TargetTaken: if there is something already; nothing has been written then
    """
    path = Path(target).expanduser()
    if os.path.lexists(path) and not (path.is_dir() and not any(path.iterdir())):
        raise TargetTaken("target_taken", target=str(path))
    written: list[str] = []
    with _writer(path, now) as write:
        for source in registry.sources():
            if isinstance(source, WritesBack):
                write(source.export_name, source.write(_records(viewer.owner_id, source.name)))
                written.append(source.export_name)
        for table in exporting.QUERIES:
            write(f"{table}.jsonl", _json_lines(viewer.owner_id, table))
            written.append(f"{table}.jsonl")
            if table not in NO_TABLE:
                write(f"{table}.csv", _csv(viewer.owner_id, table))
                written.append(f"{table}.csv")
    return tuple(written)


@contextmanager
def _writer(path: Path, now: datetime) -> Iterator[Write]:
    """Give a function that writes one file, readable by the owner only; a broken-off zip does not stay."""
    if path.suffix.lower() != ".zip":
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield lambda name, chunks: _write_file(path / name, chunks)
        return
    with (
        private_files.whole_or_not_at_all(path) as part,
        zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        yield lambda name, chunks: _write_member(archive, name, chunks, now)


def _write_file(path: Path, chunks: Iterator[bytes]) -> None:
    with private_files.fresh(path) as file:
        file.writelines(chunks)


def _write_member(archive: zipfile.ZipFile, name: str, chunks: Iterator[bytes], now: datetime) -> None:
    entry = zipfile.ZipInfo(name, now.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    with archive.open(entry, "w", force_zip64=True) as file:
        for chunk in chunks:
            file.write(chunk)


def _records(owner_id: int, source_name: str) -> Iterator[RawRecord]:
    """Yield the newest version of everything that came from one source."""
    for batch in inbox.latest_records(owner_id, at_once=RECORDS_AT_ONCE, source=source_name):
        yield from (record for _, record in batch)


def _json_lines(owner_id: int, table: str) -> Iterator[bytes]:
    for row in exporting.rows_of(owner_id, table):
        yield (json.dumps(row, ensure_ascii=False, default=str) + "\n").encode("utf-8", "backslashreplace")


def _csv(owner_id: int, table: str) -> Iterator[bytes]:
    """Yield a table with a byte-order mark, so that spreadsheets read it as UTF-8, and no formula in it."""
    line = io.StringIO()
    writer = csv.writer(line, quoting=csv.QUOTE_ALL)
    names: list[str] = []
    for row in exporting.rows_of(owner_id, table):
        if not names:
            names = list(row)
            line.write("\ufeff")
            writer.writerow(names)
        writer.writerow([_cell(value) for value in row.values()])
        yield line.getvalue().encode("utf-8", "backslashreplace")
        line.seek(0)
        line.truncate()


def _cell(value: object) -> object:
    """Return a value as a table shows it; text and what is not plain never run."""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
    return harmless(text)
