"""`renmai backup`: make a backup of the whole book, or list those there are."""

import os
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.book.backup_book import backup_book
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, whole_number
from renmai.queries.book.backups import BackupCard, backups_card
from renmai.shapes.book import backup_shape, backups_shape
from renmai.wording import sentence

PASSPHRASE = "RENMAI_PASSPHRASE"
MOST_KEPT = 10_000

app = noun(later("Make a backup of the whole book, or list those there are."), alone="make", looks="make")


@app.command("make", help=later("Make a backup: one file that holds the whole book."))
@prints(backup_shape)
def make(
    to: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help=later("Where it goes; the book's own folder otherwise.")),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(
            parser=whole_number(1, MOST_KEPT),
            metavar="N",
            help=later("Keep only the newest N backups there."),
        ),
    ] = None,
    is_encrypted: Annotated[
        bool,
        typer.Option(
            "--encrypt", help=later("Close it with a passphrase, asked for or taken from RENMAI_PASSPHRASE.")
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make a backup, open it again to see that it is whole, and say where it lies."""
    open_for_reader()
    word = passphrase(is_new=True) if is_encrypted else ""
    report = backup_book(now=clock.moment(), to=to, keep=keep, passphrase=word)
    if as_json:
        printing.write_json(backup_shape(report))
        return
    numbers = {"path": report.path, "records": report.records, "decisions": report.decisions}
    printing.line(
        _("Backed up, and opened again: %(records)s records and %(decisions)s decisions in %(path)s.")
        % numbers
    )
    for path in report.removed:
        printing.line(Text(_("Removed, as newer ones are kept: %(path)s") % {"path": path}, printing.QUIET))


@app.command("list", help=later("List the backups there are, newest first."))
@prints(backups_shape)
def list_(as_json: AsJson = False) -> None:
    """Print a line a backup."""
    card = backups_card(open_for_reader())
    if as_json:
        printing.write_json(backups_shape(card))
        return
    if not card.backups:
        printing.line(_("There is no backup yet. Make one with renmai backup --to FOLDER."))
    printing.table(("",) * 4, (_row(each) for each in card.backups), right=(2,))


def passphrase(*, is_new: bool) -> str:
    """Return the passphrase of the environment, else ask for it; a new one twice."""
    return os.environ.get(PASSPHRASE) or str(
        typer.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=is_new, err=True)
    )


def _row(each: BackupCard) -> tuple[str | Text, ...]:
    size = f"{each.size_bytes / 1_000_000:.1f} MB"
    return f"{each.made_at:%Y-%m-%d %H:%M}", sentence(each.because), size, each.path
