"""`renmai note`: what you write down of somebody, in your own words."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.people.record_own_note import (
    record_own_note,
    record_own_note_change,
    record_own_note_removal,
)
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Number, Today, Who
from renmai.cli.people.who import person_id_of
from renmai.queries.people.cards import NoteCard
from renmai.queries.people.notes import note_cards
from renmai.shapes.book import noted_of_shape
from renmai.shapes.people import notes_shape

Words = Annotated[str, typer.Argument(metavar="TEXT", help=later("The note, in your own words."))]

app = noun(later("Write down what you want to remember of somebody."), alone="list", looks="show")


@app.command("list", help=later("List all your notes, the newest first."))
@prints(notes_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at every note and print it with whom it is of."""
    viewer = open_for_reader()
    cards = note_cards(viewer, today=clock.day_of(viewer, today))
    printing.answer(cards, notes_shape, show_all, as_json=as_json)


@app.command("show", help=later("Show what you noted of somebody."))
@prints(notes_shape)
def show(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Look at the notes of one person and print them."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    cards = note_cards(viewer, today=clock.day_of(viewer, today), person_id=person_id)
    printing.answer(cards, notes_shape, show_all, as_json=as_json)


@app.command("add", help=later("Write down something of somebody."))
@prints(noted_of_shape)
def add(person: Who, text: Words, today: Today = None, as_json: AsJson = False) -> None:
    """Keep a note."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    decision_id = record_own_note(viewer, person_id, text, now=clock.moment(), on=on)
    said = _("Noted as %(number)s. renmai note change %(number)s rewrites it; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json, of=decision_id)


@app.command("change", help=later("Write a note anew."))
@prints(noted_of_shape)
def change(note: Number, text: Words, today: Today = None, as_json: AsJson = False) -> None:
    """Keep what the note says now."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_own_note_change(viewer, note, text, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Noted. renmai undo takes it back."), as_json=as_json, of=note)


@app.command("remove", help=later("Take a note down."))
@prints(noted_of_shape)
def remove(note: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Take the note down."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_own_note_removal(viewer, note, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Taken down. renmai undo brings it back."), as_json=as_json, of=note)


def show_all(cards: tuple[NoteCard, ...]) -> None:
    """Print notes, a line for each and one for each further line of it."""
    if not cards:
        printing.line(_("Nothing is noted."))
    printing.table(("", "", "", ""), (_cells(card) for card in cards), right=(0,))


def _cells(card: NoteCard) -> tuple[str | Text, ...]:
    number = Text(str(card.number), printing.QUIET)
    return number, Text(card.on.isoformat(), printing.QUIET), Text(card.name, "bold"), card.text
