"""`renmai agenda`: what to raise with people next time."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.people.record_agenda import record_agenda, record_agenda_raised
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Number, Today, Who
from renmai.cli.people.who import person_id_of
from renmai.queries.people.agenda import agenda_cards
from renmai.queries.people.cards import AgendaCard
from renmai.shapes.book import noted_of_shape
from renmai.shapes.people import agenda_shape

app = noun(later("Keep what to raise with somebody next time."), alone="list", looks="show")


@app.command("list", help=later("List what is to be raised with whom."))
@prints(agenda_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at every open point and print it."""
    viewer = open_for_reader()
    cards = agenda_cards(viewer, today=clock.day_of(viewer, today))
    printing.answer(cards, agenda_shape, show_all, as_json=as_json)


@app.command("show", help=later("Show what is to be raised with somebody."))
@prints(agenda_shape)
def show(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Look at the open points of one person and print them."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    cards = agenda_cards(viewer, today=clock.day_of(viewer, today), person_id=person_id)
    printing.answer(cards, agenda_shape, show_all, as_json=as_json)


@app.command("add", help=later("Note what to raise with somebody next time."))
@prints(noted_of_shape)
def add(
    person: Who,
    text: Annotated[str, typer.Argument(metavar="TEXT", help=later("What to raise."))],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Keep a point."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    decision_id = record_agenda(viewer, person_id, text, now=clock.moment(), on=on)
    said = _("Noted as %(number)s. renmai agenda close %(number)s ends it; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json, of=decision_id)


@app.command("close", help=later("Say that something was raised."))
@prints(noted_of_shape)
def close(point: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Close a point."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_agenda_raised(viewer, point, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Noted. renmai undo takes it back."), as_json=as_json, of=point)


def show_all(cards: tuple[AgendaCard, ...]) -> None:
    """Print points, a line for each."""
    if not cards:
        printing.line(_("Nothing is to be raised."))
    printing.table(("", "", "", ""), (_cells(card) for card in cards), right=(0,))


def _cells(card: AgendaCard) -> tuple[str | Text, ...]:
    number = Text(str(card.number), printing.QUIET)
    return number, Text(card.on.isoformat(), printing.QUIET), Text(card.name, "bold"), card.text
