"""`renmai promise`: what you promised whom, and by when."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.together.record_promise import record_promise
from renmai.actions.together.record_promise_end import record_promise_end
from renmai.actions.together.record_promise_move import record_promise_move
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import NO_DAY, AsJson, Number, Today, Who, day, day_or_open
from renmai.cli.people.who import person_id_of
from renmai.queries.together.cards import PromiseCard, WrittenPromiseCard
from renmai.queries.together.promise_letters import written_promises
from renmai.queries.together.promises import promise_cards
from renmai.shapes.book import noted_of_shape
from renmai.shapes.together import promises_shape, written_promises_shape

app = noun(later("Keep what you promised whom, and by when."), alone="list")


@app.command("list", help=later("List the promises that are open."))
@prints(promises_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at promises and print those that are open."""
    viewer = open_for_reader()
    cards = promise_cards(viewer, today=clock.day_of(viewer, today))
    printing.answer(cards, promises_shape, show, as_json=as_json)


@app.command("letters", help=later("List what letters of late promise and you have not noted."))
@prints(written_promises_shape)
def letters(today: Today = None, as_json: AsJson = False) -> None:
    """Look at what letters promise and print it with its sentences."""
    viewer = open_for_reader()
    cards = written_promises(viewer, today=clock.day_of(viewer, today))
    printing.answer(cards, written_promises_shape, show_written, as_json=as_json)


@app.command("make", help=later("Note what you promised somebody."))
@prints(noted_of_shape)
def make(
    person: Who,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=later("What you promised."))],
    by: Annotated[
        date | None, typer.Option("--by", parser=day, metavar="DATE", help=later("By when."))
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note a promise."""
    viewer = open_for_reader()
    made = record_promise(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        what,
        due_on=by,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    said = _("Noted as %(number)s. renmai promise keep %(number)s ends it; renmai undo takes it back.")
    tell_noted(made, said, as_json=as_json, of=made)


@app.command("move", help=later("Name another day for a promise."))
@prints(noted_of_shape)
def move(
    promise: Number,
    by: Annotated[
        date,
        typer.Argument(
            parser=day_or_open, metavar="DATE", help=later("By when it is to be kept now, or “open”.")
        ),
    ],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note another day, or that none is named any more."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    due_on = None if by == NO_DAY else by
    decision_id = record_promise_move(viewer, promise, due_on, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Noted. renmai undo takes it back."), as_json=as_json, of=promise)


@app.command("keep", help=later("Say that you kept a promise."))
@prints(noted_of_shape)
def keep(promise: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Note that a promise was kept."""
    _end(promise, today, is_kept=True, as_json=as_json)


@app.command("give-up", help=later("Say that a promise no longer holds."))
@prints(noted_of_shape)
def give_up(promise: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Note that a promise no longer holds."""
    _end(promise, today, is_kept=False, as_json=as_json)


def _end(promise: int, today: date | None, *, is_kept: bool, as_json: bool) -> None:
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_promise_end(viewer, promise, is_kept=is_kept, now=clock.moment(), on=on)
    tell_noted(decision_id, _("Noted. renmai undo takes it back."), as_json=as_json, of=promise)


def show(cards: Iterable[PromiseCard]) -> None:
    """Print the promises that are open."""
    open_ones = [card for card in cards if card.ended_on is None]
    if not open_ones:
        printing.line(_("Nothing promised is open."))
    printing.table(("", "", "", ""), (_cells(card) for card in open_ones), right=(0,))


def show_written(cards: Sequence[WrittenPromiseCard]) -> None:
    """Print what letters promise, and how to note it."""
    if not cards:
        printing.line(_("No letter of late promises anything that is not noted."))
        return
    printing.table(("", "", "", ""), (_written(card) for card in cards))
    printing.line(Text(_("renmai promise make PERSON WHAT notes one of yours."), printing.QUIET))


def _written(card: WrittenPromiseCard) -> tuple[str | Text, ...]:
    whose = _("you promised") if card.is_mine else _("promised you")
    return card.on.isoformat(), Text(card.name, "bold"), Text(whose, printing.QUIET), f"“{card.sentence}”"


def _cells(card: PromiseCard) -> tuple[str | Text, ...]:
    is_due = card.due_in_days is not None and card.due_in_days <= 0
    due = Text(card.due_on.isoformat() if card.due_on else "", printing.VERMILION if is_due else "")
    return Text(str(card.number), printing.QUIET), due, Text(card.name, "bold"), card.what
