"""`renmai erase`: erase one person everywhere, after showing what will go."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.capture.erase_from_files import CleanedFiles, finish_erasures
from renmai.actions.capture.erase_person import ErasureReport, erase_person
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson
from renmai.cli.people.who import person_id_of
from renmai.queries.capture.erasure_plan import ErasureCard, erasure_card
from renmai.shapes.capture import cleaned_files_shape, erasure_shape


@prints(erasure_shape)
def command(
    person: Annotated[
        str,
        typer.Argument(
            metavar="[PERSON]",
            help=later("A person's number, handle or name; none to go on with what was broken off."),
        ),
    ] = "",
    is_sure: Annotated[bool, typer.Option("--yes", help=later("Do not ask first."))] = False,
    as_json: AsJson = False,
) -> None:
    """Show what goes, ask, erase, and say what remains elsewhere."""
    viewer = open_for_reader()
    if not person:
        show_files(finish_erasures(viewer, now=clock.moment()), as_json=as_json)
        return
    person_id = person_id_of(viewer, person, as_json=as_json)
    if not is_sure:
        show(erasure_card(viewer, person_id))
        typer.confirm(_("Erase them? This cannot be undone."), abort=True, err=True)
    report = erase_person(viewer, person_id, now=clock.moment())
    if as_json:
        printing.write_json(erasure_shape(report))
    else:
        tell(report)


def show(card: ErasureCard) -> None:
    """Print what would go, to the reader who is asked."""
    printing.aside(_("Erasing %(name)s takes away for good:") % {"name": card.name})
    counts = {
        _("records that are theirs, or between you and them: %(count)s"): card.records_gone,
        _("records of several people, from which they are taken out: %(count)s"): card.records_changed,
        _("decisions and notes on them, undone ones too: %(count)s"): card.decisions_gone,
        _("decisions and notes on others, from which their name is taken: %(count)s"): card.decisions_changed,
    }
    for text, count in counts.items():
        printing.aside("  " + text % {"count": count})
    for path in card.exports:
        printing.aside("  " + _("the export %(path)s") % {"path": path})
    for path in card.backups:
        printing.aside(
            "  "
            + _("their traces in the backup %(path)s; the whole of it if it is encrypted") % {"path": path}
        )
    for name in card.names_left:
        printing.aside(
            _("“%(name)s” alone is too common: other people's texts keep the word.") % {"name": name}
        )
    printing.aside(_("To keep them and only hear no more of them, use renmai archive."))


def tell(report: ErasureReport) -> None:
    """Print what went and what this program cannot reach."""
    printing.line(_("Erased. Only a keyed digest stays, so that no import brings them back."))
    tell_files(report.files)
    printing.line(
        _("Copies you took elsewhere, and the files you imported from, are out of reach: look after them.")
    )


def show_files(files: CleanedFiles, *, as_json: bool) -> None:
    """Print what became of the files that an erasure had still to deal with."""
    if as_json:
        printing.write_json(cleaned_files_shape(files))
    elif files.removed or files.cleaned or files.left:
        tell_files(files)
    else:
        printing.line(_("No erasure was broken off; nothing is left to be done."))


def tell_files(files: CleanedFiles) -> None:
    """Print which files were removed, cleaned, and could not be reached."""
    for path in files.removed:
        printing.line(_("Removed: %(path)s") % {"path": path})
    for path in files.cleaned:
        printing.line(_("Cleaned: %(path)s") % {"path": path})
    for path in files.left:
        printing.line(_("Could not be removed, do it yourself: %(path)s") % {"path": path})
