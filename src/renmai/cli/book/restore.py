"""`renmai restore`: go back to a backup, or take an export back."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.capture.restore_book import is_new_here, restore_book, wants_passphrase
from renmai.cli import clock, printing
from renmai.cli.book.backup import passphrase
from renmai.cli.book.reader import speak_as_the_owner
from renmai.cli.later import later
from renmai.cli.options import existing_path


def command(
    source: Annotated[
        Path,
        typer.Argument(parser=existing_path, metavar="FILE", help=later("A backup, or an export.")),
    ],
    is_sure: Annotated[bool, typer.Option("--yes", help=later("Do not ask first."))] = False,
) -> None:
    """Restore; what stood there before is kept beside, and a failed one changes nothing."""
    speak_as_the_owner()
    if not (is_sure or is_new_here()):
        typer.confirm(
            _("The book as it is now is kept as a backup and then replaced. Go on?"), abort=True, err=True
        )
    word = passphrase(is_new=False) if wants_passphrase(source) else ""
    report = restore_book(source, now=clock.moment(), passphrase=word)
    speak_as_the_owner()
    numbers = {"records": report.records, "decisions": report.decisions}
    printing.line(_("Restored: %(records)s records and %(decisions)s decisions.") % numbers)
    if report.before:
        printing.line(_("What stood there before is kept in %(before)s.") % {"before": report.before})
    if report.erased_again:
        printing.line(
            _("Erased again, as you had erased them since: %(people)s.") % {"people": report.erased_again}
        )
