"""`renmai favour`: the ledger of favours and gifts both ways, and thanks; it informs and never bills."""

from datetime import date
from typing import Annotated

import typer
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_thanks import record_thanks
from renmai.actions.asks.undo_exchange import undo_exchange
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Number, Today, Who, day, one_of
from renmai.cli.people.who import person_id_of
from renmai.domain.asks.ledger import LedgerRow, Size
from renmai.domain.book.because import Because
from renmai.queries.asks.ledger import ledger, ledgers
from renmai.queries.asks.ledger_cards import LedgerCard, LedgersCard
from renmai.shapes.asks import favour_shape, favours_shape
from renmai.shapes.book import noted_shape
from renmai.wording import sentence

On = Annotated[
    date | None, typer.Option("--on", parser=day, metavar="DATE", help=later("The day it was on."))
]

app = noun(
    later("Show favours and gifts both ways, note one, or note that thanks were said."),
    alone="list",
    looks="show",
)


@app.command("list", help=later("Show who did more for whom, and the thanks owed."))
@prints(favours_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at every ledger and print them."""
    viewer = open_for_reader()
    card = ledgers(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, favours_shape, show_all, as_json=as_json)


@app.command("show", help=later("Show the ledger with one person."))
@prints(favour_shape)
def show(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Look at the ledger with one person and print it."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    card = ledger(viewer, person_id, today=clock.day_of(viewer, today))
    printing.answer(card, favour_shape, show_one, as_json=as_json)


@app.command("add", help=later("Note a favour or a gift: one that you gave, or one that you received."))
@prints(noted_shape)
def add(
    person: Who,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=later("What was done or given."))],
    is_given: Annotated[
        bool | None,
        typer.Option("--given/--received", help=later("You did it for them, or they for you.")),
    ] = None,
    size: Annotated[
        str | None,
        typer.Option(
            "--size",
            parser=one_of(Size),
            metavar="SIZE",
            help=later("small, middle or large; middle if not said."),
        ),
    ] = None,
    amount: Annotated[
        str, typer.Option("--amount", metavar="MONEY", help=later("What it was worth, like 200 CNY."))
    ] = "",
    is_gift: Annotated[bool, typer.Option("--gift", help=later("It was a gift."))] = False,
    on: On = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note it and say how to take it back."""
    if is_given is None:
        raise typer.BadParameter(_("Say --given or --received: who did it for whom."))
    viewer = open_for_reader()
    decision_id = record_favour(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        what,
        is_from_me=is_given,
        size=size,
        amount=amount,
        is_gift=is_gift,
        on=on or clock.day_of(viewer, today),
        today=clock.day_of(viewer, today),
        now=clock.moment(),
    )
    said = _("Noted as %(number)s. renmai favour shows the ledger; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json)


@app.command("thank", help=later("Note that you said thank you for a favour received."))
@prints(noted_shape)
def thank(favour: Number, on: On = None, today: Today = None, as_json: AsJson = False) -> None:
    """Note that thanks were said."""
    viewer = open_for_reader()
    as_of = clock.day_of(viewer, today)
    decision_id = record_thanks(viewer, favour, on=on or as_of, today=as_of, now=clock.moment())
    tell_noted(decision_id, _("Noted: thanks were said."), as_json=as_json)


@app.command("undo", help=later("Take a row of the ledger back; it was a mistake."))
@prints(noted_shape)
def undo(favour: Number, as_json: AsJson = False) -> None:
    """Take it back."""
    undone = undo_exchange(open_for_reader(), favour, now=clock.moment())
    tell_noted(undone.id, _("Taken back, as if it had never been noted."), as_json=as_json)


def show_one(card: LedgerCard) -> None:
    """Print who did more for whom, then every row."""
    printing.line(Text(card.name, "bold"))
    printing.line(sentence(card.said))
    printing.table(
        ("", _("Date"), "", "", _("Size"), _("Left")), (row(each) for each in card.balance.rows), right=(0, 5)
    )


def row(each: LedgerRow) -> tuple[str | Text, ...]:
    """Return one line of the ledger."""
    favour = each.favour
    side = Text(_("gave"), printing.VERMILION) if favour.is_from_me else Text(_("got"), printing.INK_BLUE)
    what = favour.what if favour.is_from_me or favour.is_thanked else f"{favour.what}  {_('(thanks owed)')}"
    size = sentence(Because(f"size_{favour.size}"))
    return (
        favour.key,
        date_format(favour.on, _("j F Y")),
        side,
        what,
        f"{size} {favour.amount}".strip(),
        f"{each.left:.1f}",
    )


def show_all(card: LedgersCard) -> None:
    """Print who did more for whom, then the thanks owed."""
    parts: tuple[tuple[str, tuple[LedgerCard, ...]], ...] = (
        (_("They did more for you"), card.owing),
        (_("You did more for them"), card.owed),
        (_("About even"), card.even),
    )
    if not any(cards for _title, cards in parts):
        printing.line(_("No favour is noted yet: renmai favour add PERSON WHAT, --given or --received."))
    for title, cards in parts:
        if cards:
            printing.line(Text(title, "bold"))
            for each in cards:
                printing.line(f"  {each.name}  {sentence(each.said)}")
    if card.unthanked:
        printing.line(Text(_("Thanks owed"), "bold"))
        for each in card.unthanked:
            for favour in each.unthanked:
                printing.line(f"  {favour.key}  {each.name}  {favour.what}")
