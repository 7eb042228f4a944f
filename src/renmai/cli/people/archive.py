"""`renmai archive`: who is no longer in your life, or has died; they are never proposed for anything."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.people.record_gone import record_gone
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, Who
from renmai.cli.people.who import person_id_of
from renmai.domain.book.because import Because
from renmai.domain.people.gone import Gone
from renmai.queries.people.gone import GoneCard, gone_cards
from renmai.shapes.book import noted_shape
from renmai.shapes.pages import all_gone_shape
from renmai.wording import sentence

Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help=later("Why, for yourself."))]

app = noun(
    later("Say who is no longer in your life: they are never proposed for anything."),
    alone="list",
    looks="add",
)


@app.command("list", help=later("List who is archived or has died."))
@prints(all_gone_shape)
def list_(as_json: AsJson = False) -> None:
    """Look at everybody who is gone and print them."""
    printing.answer(gone_cards(open_for_reader()), all_gone_shape, show, as_json=as_json)


@app.command("add", help=later("Archive somebody, or say that they have died."))
@prints(noted_shape)
def add(
    person: Who,
    reason: Why = "",
    is_deceased: Annotated[bool, typer.Option("--deceased", help=later("They have died."))] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note it and say how to take it back."""
    state = Gone.DECEASED if is_deceased else Gone.ARCHIVED
    said = _("Noted: never proposed for anything from now on; renmai undo takes it back.")
    _record(person, state, reason, said, today=today, as_json=as_json)


@app.command("back", help=later("Call somebody back: they may be proposed again."))
@prints(noted_shape)
def back(person: Who, reason: Why = "", today: Today = None, as_json: AsJson = False) -> None:
    """Note it and say how to take it back."""
    said = _("Noted: they may be proposed again; renmai undo takes it back.")
    _record(person, "", reason, said, today=today, as_json=as_json)


def _record(person: str, state: str, reason: str, said: str, *, today: Today, as_json: bool) -> None:
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    decision_id = record_gone(viewer, person_id, state, because=reason, now=clock.moment(), on=on)
    tell_noted(decision_id, said, as_json=as_json)


def show(cards: tuple[GoneCard, ...]) -> None:
    """Print who is gone, with the word for it and what says so."""
    if not cards:
        printing.line(_("Nobody is archived."))
    printing.table(("", "", "", ""), (_cells(each) for each in cards))


def _cells(each: GoneCard) -> tuple[str | Text, ...]:
    state = sentence(Because(f"gone_{each.state}"))
    return Text(str(each.person_id), printing.QUIET), Text(each.name, "bold"), state, each.text
