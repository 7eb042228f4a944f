"""`renmai export`: write the whole book to open formats."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.pages.export_with_sheets import export_with_sheets
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_what_is_readable
from renmai.cli.later import later
from renmai.shapes.pages import book_files


def command(
    target: Annotated[
        Path, typer.Argument(metavar="TARGET", help=later("A new folder, or a name ending in .zip."))
    ],
) -> None:
    """Export: cards byte for byte, everybody as vCard and Markdown, a calendar, all as JSON and CSV."""
    viewer = open_what_is_readable()
    today = clock.day_of(viewer, None)
    report = export_with_sheets(viewer, target, now=clock.moment(), today=today, as_files=book_files)
    printing.line(_("The book is written to %(target)s.") % {"target": target})
    say_what_is_missing(report.missing)


def say_what_is_missing(missing: Mapping[str, int]) -> None:
    """Say of each table how many rows could not be read, at most."""
    for table, rows in missing.items():
        numbers = {"rows": rows, "table": table}
        printing.aside(_("Damaged and left out: up to %(rows)s rows of %(table)s.") % numbers)
