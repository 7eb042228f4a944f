"""`renmai export`: write the whole book to open formats."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.book.export_book import export_book
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later


def command(
    target: Annotated[
        Path, typer.Argument(metavar="TARGET", help=later("A new folder, or a name ending in .zip."))
    ],
) -> None:
    """Export: contact cards byte for byte, everything else as JSON lines and as CSV."""
    export_book(open_for_reader(), target, now=clock.moment())
    printing.line(_("The book is written to %(target)s.") % {"target": target})
