"""Export the whole book with a file of each person for people to read (X1)."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from renmai.actions.book.export_book import ExportReport, export_book
from renmai.domain.book.owners import Viewer
from renmai.queries.pages.sheets import PersonSheet, person_sheets

AsFiles = Callable[[Iterator[PersonSheet]], Iterator[tuple[str, Iterator[bytes]]]]
"""What makes files of the sheets: by their names in the export, with their content."""


def export_with_sheets(
    viewer: Viewer, target: str | Path, *, now: datetime, today: date, as_files: AsFiles
) -> ExportReport:
    """Write the book as `export_book` does, and everybody's sheet beside it.

    :raises TargetTaken: if there is something already; nothing has been written then
    """
    return export_book(viewer, target, now=now, sheets=as_files(person_sheets(viewer, today=today)))
