"""`renmai rebuild`: compute everything anew from what came in and what was decided."""

from django.utils.translation import gettext as _

from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.cli import clock, printing
from renmai.cli.book.export import say_what_is_missing
from renmai.cli.book.reader import open_what_is_readable
from renmai.cli.progress import progress


def command() -> None:
    """Rebuild; safe on any day, and gives the same numbers."""
    viewer = open_what_is_readable()
    with progress(_("Rebuilding")) as on_progress:
        report = rebuild_book(viewer, now=clock.moment(), on_progress=on_progress)
    printing.line(_("The book is rebuilt."))
    if report.before:
        printing.line(_("It was damaged; the old file is kept in %(before)s.") % {"before": report.before})
    say_what_is_missing(report.missing)
