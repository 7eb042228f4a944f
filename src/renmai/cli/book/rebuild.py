"""`renmai rebuild`: compute everything anew from what came in and what was decided."""

from django.utils.translation import gettext as _

from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.progress import progress


def command() -> None:
    """Rebuild; safe on any day, and gives the same numbers."""
    viewer = open_for_reader()
    with progress(_("Rebuilding")) as on_progress:
        rebuild_book(viewer, now=clock.moment(), on_progress=on_progress)
    printing.line(_("The book is rebuilt."))
