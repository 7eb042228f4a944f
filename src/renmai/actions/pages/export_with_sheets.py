"""Export the whole book with files for people and other programs to read (X1)."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from renmai.actions.book.export_book import ExportReport, export_book
from renmai.domain.book.owners import Viewer
from renmai.queries.pages.dated import DatedEntry, dated_entries
from renmai.queries.pages.sheets import PersonSheet, person_sheets

AsFiles = Callable[
    [Callable[[], Iterator[PersonSheet]], Iterator[DatedEntry], datetime],
    Iterator[tuple[str, Iterator[bytes]]],
]
"""What makes files of everybody and of what has its day: by their names in the export, with their content."""


def export_with_sheets(
    viewer: Viewer, target: str | Path, *, now: datetime, today: date, as_files: AsFiles
) -> ExportReport:
    """Write the book as `export_book` does, with everybody as sheets and cards and a calendar beside it.

    :raises TargetTaken: if there is something already; nothing has been written then
    """

    def people() -> Iterator[PersonSheet]:
        return person_sheets(viewer, today=today)

    files = as_files(people, dated_entries(viewer, today=today), now)
    return export_book(viewer, target, now=now, sheets=files)
