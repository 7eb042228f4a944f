"""`renmai promise`: what you promised whom, and by when."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from rich.text import Text

from renmai.actions.together.record_promise import record_promise
from renmai.actions.together.record_promise_end import record_promise_end
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.options import AsJson, Today, day, number
from renmai.cli.people.who import person_id_of
from renmai.domain.book.owners import Viewer
from renmai.queries.together.cards import PromiseCard
from renmai.queries.together.promises import promises as look
from renmai.shapes import together as shapes

shape = shapes.promises


def command(
    person: Annotated[
        str | None, typer.Argument(metavar="[PERSON]", help=later("A person's number, handle or name."))
    ] = None,
    what: Annotated[str | None, typer.Argument(metavar="[WHAT]", help=later("What you promised."))] = None,
    by: Annotated[
        date | None, typer.Option("--by", parser=day, metavar="DATE", help=later("By when."))
    ] = None,
    kept: Annotated[
        int | None,
        typer.Option(
            "--kept", parser=number, metavar="NUMBER", help=later("You kept the one of this number.")
        ),
    ] = None,
    given_up: Annotated[
        int | None,
        typer.Option("--give-up", parser=number, metavar="NUMBER", help=later("It no longer holds.")),
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """List what you promised, note a promise, or say how one ended."""
    ended = kept if kept is not None else given_up
    if bool(person) != bool(what) or (by and not what):
        raise typer.BadParameter(_("Say whom you promised, and what: renmai promise PERSON WHAT --by DATE"))
    if (kept is not None and given_up is not None) or (ended is not None and person):
        raise typer.BadParameter(_("--kept and --give-up go with nothing else."))
    viewer = open_for_reader()
    if person and what:
        made = record_promise(
            viewer,
            person_id_of(viewer, person),
            what,
            due_on=by,
            now=clock.moment(),
            on=clock.day_of(viewer, today),
        )
        _said_made(made, as_json=as_json)
    elif ended is not None:
        _end(viewer, ended, clock.day_of(viewer, today), is_kept=kept is not None, as_json=as_json)
    else:
        _list(viewer, clock.day_of(viewer, today), as_json=as_json)


def _end(viewer: Viewer, ended: int, on: date, *, is_kept: bool, as_json: bool) -> None:
    decision_id = record_promise_end(viewer, ended, is_kept=is_kept, now=clock.moment(), on=on)
    if as_json:
        printing.as_json({"number": ended, "decision_id": decision_id})
    elif decision_id is None:
        printing.line(_("Nothing new: it had ended already."))
    else:
        printing.line(_("Noted. renmai undo takes it back."))


def _said_made(promise: int, *, as_json: bool) -> None:
    if as_json:
        printing.as_json({"number": promise, "decision_id": promise})
        return
    said = _("Noted as %(number)s. renmai promise --kept %(number)s ends it; renmai undo takes it back.")
    printing.line(said % {"number": promise})


def _list(viewer: Viewer, today: date, *, as_json: bool) -> None:
    cards = look(viewer, today=today)
    if as_json:
        printing.as_json(shapes.promises(cards))
        return
    open_ones = [card for card in cards if card.ended_on is None]
    if not open_ones:
        printing.line(_("Nothing promised is open."))
    printing.table(("", "", "", ""), (_cells(card) for card in open_ones), right=(0,))


def _cells(card: PromiseCard) -> tuple[str | Text, ...]:
    is_due = card.due_in_days is not None and card.due_in_days <= 0
    due = Text(card.due_on.isoformat() if card.due_on else "", printing.VERMILION if is_due else "")
    return Text(str(card.number), printing.QUIET), due, Text(card.name, "bold"), card.what
