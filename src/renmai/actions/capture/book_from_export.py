"""Make a book of an export again: owner, imports, inbox, notes and decisions, undone ones too."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from renmai.actions.book.export_book import FORMAT, MANIFEST
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.book import refilling, this_book
from renmai.store.book.bulk import writing


class NotAnExport(Refused):
    """What was named is no whole export of a book that this version reads."""


class ExportFiles:
    """The files of an export, in a folder or a zip."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.about = self._about()

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table; none where the export has no such file."""
        with ExitStack() as closing:
            if self.path.is_dir():
                file: Any = self.path / f"{table}.jsonl"
                lines: Any = closing.enter_context(file.open("rb")) if file.exists() else ()
            else:
                archive = closing.enter_context(zipfile.ZipFile(self.path))
                is_there = f"{table}.jsonl" in archive.namelist()
                lines = closing.enter_context(archive.open(f"{table}.jsonl")) if is_there else ()
            for number, line in enumerate(lines, 1):
                try:
                    yield dict(json.loads(line))
                except (ValueError, TypeError) as wrong:
                    raise NotAnExport(
                        "not_an_export", path=str(self.path), fault=f"{table}.jsonl, {number}: {wrong}"
                    ) from wrong

    def _about(self) -> dict[str, Any]:
        about = about_export(self.path)
        if about is None or about.get("format") != FORMAT or not isinstance(about.get("owner"), dict):
            raise NotAnExport("not_an_export", path=str(self.path), fault=MANIFEST)
        return about


def about_export(path: Path) -> dict[str, Any] | None:
    """Return what an export says of itself, None where a path is none."""
    try:
        if path.is_dir():
            text = (path / MANIFEST).read_bytes()
        elif zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                text = archive.read(MANIFEST)
        else:
            return None
        return dict(json.loads(text))
    except (FileNotFoundError, KeyError, ValueError, TypeError):
        return None


def fill_book(path: Path) -> Viewer:
    """Fill the new book that is open with what an export holds; it is still to be understood.

    :raises NotAnExport: if it is none, or one of its lines cannot be read
    """
    files = ExportFiles(path)
    owner_id = refilling.add_owner(files.about["owner"])
    with writing(owner_id) as cursor:
        for table in refilling.TABLES:
            refilling.fill(owner_id, table, files.rows(table))
        refilling.count_on(cursor)
    return this_book.viewer(owner_id)
