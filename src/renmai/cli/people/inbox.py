"""`renmai inbox`: what you kept in a hurry, to be filed later."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.people.record_unfiled import record_filing, record_thrown_away, record_unfiled
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Number, Today, Who
from renmai.cli.people.who import person_id_of
from renmai.queries.people.cards import UnfiledCard
from renmai.queries.people.unfiled import unfiled_cards
from renmai.shapes.book import noted_of_shape
from renmai.shapes.people import unfiled_shape

app = noun(later("Keep a line or a text now and file it later."), alone="list")


@app.command("list", help=later("List what waits to be filed."))
@prints(unfiled_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at what waits and print it."""
    viewer = open_for_reader()
    cards = unfiled_cards(viewer, today=clock.day_of(viewer, today))
    printing.answer(cards, unfiled_shape, show_all, as_json=as_json)


@app.command("add", help=later("Keep something for later."))
@prints(noted_of_shape)
def add(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=later("A line, or a text of several."))],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Keep it."""
    viewer = open_for_reader()
    number = record_unfiled(viewer, text, now=clock.moment(), on=clock.day_of(viewer, today))
    said = _("Kept as %(number)s. renmai inbox file %(number)s PERSON files it; renmai undo takes it back.")
    tell_noted(number, said, as_json=as_json, of=number)


@app.command("file", help=later("File something as a note of somebody."))
@prints(noted_of_shape)
def file(line: Number, person: Who, as_json: AsJson = False) -> None:
    """File it."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    decision_id = record_filing(viewer, line, person_id, now=clock.moment())
    tell_noted(decision_id, _("Filed. renmai undo takes it back."), as_json=as_json, of=line)


@app.command("drop", help=later("Throw something away that waits."))
@prints(noted_of_shape)
def drop(line: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Throw it away."""
    viewer = open_for_reader()
    decision_id = record_thrown_away(viewer, line, now=clock.moment(), on=clock.day_of(viewer, today))
    tell_noted(decision_id, _("Thrown away. renmai undo brings it back."), as_json=as_json, of=line)


def show_all(cards: tuple[UnfiledCard, ...]) -> None:
    """Print what waits, one after the other."""
    if not cards:
        printing.line(_("Nothing waits to be filed."))
    printing.table(("", "", ""), (_cells(card) for card in cards), right=(0,))


def _cells(card: UnfiledCard) -> tuple[str | Text, ...]:
    return Text(str(card.number), printing.QUIET), Text(card.on.isoformat(), printing.QUIET), card.text
