"""`renmai history`: everything you decided, newest first, undone or not."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, whole_number
from renmai.cli.people.who import person_id_of
from renmai.queries.book.history import A_PAGE, HistoryPage, PastDecisionCard, history_page
from renmai.shapes.book import history_shape
from renmai.wording import sentence

MOST = 1_000_000


@prints(history_shape)
def command(
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help=later("Only what was decided about this person."))
    ] = "",
    page: Annotated[
        int,
        typer.Option(
            parser=whole_number(1, MOST), metavar="NUMBER", help=later("Which page; the newest is 1.")
        ),
    ] = 1,
    limit: Annotated[
        int,
        typer.Option(parser=whole_number(1, MOST), metavar="NUMBER", help=later("So many decisions a page.")),
    ] = A_PAGE,
    as_json: AsJson = False,
) -> None:
    """Look at the history and print it."""
    viewer = open_for_reader()
    clock.day_of(viewer, None)
    person_id = person_id_of(viewer, person, as_json=as_json) if person else None
    card = history_page(viewer, person_id=person_id, page=page, per_page=limit)
    printing.answer(card, history_shape, show, as_json=as_json)


def show(card: HistoryPage) -> None:
    """Print a table of decisions, then how to go on and what can be done with one."""
    if not card.rows:
        printing.line(_("Nothing is decided yet."))
        return
    printing.table(("", "", "", ""), (_cells(each) for each in card.rows), right=(0,))
    printing.line()
    if card.pages > 1:
        numbers = {"page": card.page, "pages": card.pages, "total": card.total}
        printing.line(_("Page %(page)s of %(pages)s, %(total)s decisions; --page shows others.") % numbers)
    printing.line(
        Text(_("renmai undo NUMBER takes one back · renmai redo NUMBER brings it back"), printing.QUIET)
    )


def _cells(each: PastDecisionCard) -> tuple[str | Text, ...]:
    """Return the cells of one line: number, day, what, and whether it is undone or something rests on it."""
    said = sentence(each.because)
    words = f"{said}  {each.text}" if each.text else said
    note = ""
    if each.undone_at:
        note = _("undone")
    elif each.resting:
        note = _("%(numbers)s rests on it") % {"numbers": ", ".join(map(str, each.resting))}
    return (
        Text(str(each.number), printing.QUIET),
        printing.day(each.on),
        Text(words, printing.QUIET if each.undone_at else ""),
        Text(note, printing.VERMILION if each.undone_at else printing.QUIET),
    )
