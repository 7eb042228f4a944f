"""Export the whole book: files that sources can write back, and everything as JSON lines and CSV (X1)."""

import csv
import io
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from renmai import __version__
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.book.spreadsheets import harmless
from renmai.domain.capture.records import RawRecord
from renmai.sources import registry
from renmai.sources.base import WritesBack
from renmai.store.book import exporting, made_copies, private_files, refilling, this_book

NO_TABLE = frozenset({"inbox", "problems", "sightings", "erasures"})
"""What a spreadsheet has no use for: raw records of any shape, and what only an import of all this needs."""
MANIFEST, FORMAT = "book.json", 1

Write = Callable[[str, Iterator[bytes]], None]


class TargetTaken(Refused):
    """There is something already where the export should go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What was written, by names of files, and how many rows of which table could not be read at most."""

    written: tuple[str, ...]
    missing: Mapping[str, int]


def export_book(
    viewer: Viewer,
    target: str | Path,
    *,
    now: datetime,
    is_remembered: bool = True,
    sheets: Iterable[tuple[str, Iterator[bytes]]] = (),
) -> ExportReport:
    """Write the book into a new folder, or into one file where the name ends in `.zip`.

    A book that is damaged gives out all that can be read of it, and its `book.json` says what is missing.

    :param is_remembered: whether the book notes where it went, so that an erasure finds it there
    :param sheets: a file of each person for people to read, by name and content
    :raises TargetTaken: if there is something already; nothing has been written then
    """
    path = Path(target).expanduser()
    if os.path.lexists(path) and not (path.is_dir() and not any(path.iterdir())):
        raise TargetTaken("target_taken", target=str(path))
    written: list[str] = []
    reader = exporting.RowReader(viewer.owner_id)

    def noted(name: str, chunks: Iterator[bytes]) -> None:
        write(name, chunks)
        written.append(name)

    with _writer(path, now) as write:
        for source in registry.sources():
            if isinstance(source, WritesBack):
                rows = exporting.RowReader(viewer.owner_id).rows("inbox", source=source.name)
                noted(source.export_name, source.write(_records(rows)))
        for table in exporting.TABLES:
            noted(f"{table}.jsonl", _json_lines(reader.rows(table)))
            if table not in NO_TABLE:
                noted(f"{table}.csv", _csv(exporting.RowReader(viewer.owner_id).rows(table)))
        _write_sheets(sheets, noted, reader)
        noted(MANIFEST, _manifest(viewer, reader, now))
    if is_remembered and not reader.missed:
        made_copies.remember(viewer.owner_id, made_copies.EXPORT, path, now=now)
    return ExportReport(written=tuple(written), missing=dict(reader.missed))


def _write_sheets(
    sheets: Iterable[tuple[str, Iterator[bytes]]], write: Write, reader: exporting.RowReader
) -> None:
    """Write the file of each person; of a damaged book those that can be read, and one counts as missing.

    How many are behind the damage cannot be known; everything in them stands in the tables, too.
    """
    try:
        for name, chunks in sheets:
            write(name, chunks)
    except Exception as wrong:
        if not this_book.is_damage(wrong):
            raise
        reader.missed["sheets"] += 1


def _manifest(viewer: Viewer, reader: exporting.RowReader, now: datetime) -> Iterator[bytes]:
    """Yield what tells that this is an export, whose, of when, and what is missing in it."""
    about = {
        "format": FORMAT,
        "renmai": __version__,
        "exported_at": now.isoformat(),
        "owner": _owner(viewer),
        "missing": dict(reader.missed),
    }
    yield json.dumps(about, ensure_ascii=False, indent=2, default=str).encode("utf-8", "backslashreplace")


def _owner(viewer: Viewer) -> dict[str, object]:
    """Return the owner's settings, or what is known of them where even these cannot be read."""
    try:
        return refilling.owner_settings(viewer.owner_id)
    except Exception as wrong:
        if not this_book.is_fault(wrong):
            raise
        return {"language": viewer.language, "time_zone": viewer.time_zone, "region": viewer.region}


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
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with private_files.fresh(path) as file:
        file.writelines(chunks)


def _write_member(archive: zipfile.ZipFile, name: str, chunks: Iterator[bytes], now: datetime) -> None:
    entry = zipfile.ZipInfo(name, now.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    with archive.open(entry, "w", force_zip64=True) as file:
        for chunk in chunks:
            file.write(chunk)


def _records(rows: Iterator[dict[str, Any]]) -> Iterator[RawRecord]:
    """Yield the newest version of everything among the rows of the inbox."""
    names = ("source", "external_id", "digest", "fields")
    return (RawRecord(**{name: row[name] for name in names}) for row in rows if row["is_latest"])


def _json_lines(rows: Iterator[dict[str, object]]) -> Iterator[bytes]:
    for row in rows:
        yield (json.dumps(row, ensure_ascii=False, default=str) + "\n").encode("utf-8", "backslashreplace")


def _csv(rows: Iterator[dict[str, object]]) -> Iterator[bytes]:
    """Yield a table with a byte-order mark, so that spreadsheets read it as UTF-8, and no formula in it."""
    line = io.StringIO()
    writer = csv.writer(line, quoting=csv.QUOTE_ALL)
    names: list[str] = []
    for row in rows:
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
