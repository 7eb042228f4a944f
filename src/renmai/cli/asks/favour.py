"""`renmai favour`: the ledger of favours and gifts both ways, and thanks; it informs and never bills."""

from datetime import date
from typing import Annotated

import typer
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from rich.text import Text

from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_thanks import record_thanks
from renmai.cli import clock, printing
from renmai.cli.asks.exchanges import noted, take_back
from renmai.cli.book.reader import open_for_reader
from renmai.cli.options import AsJson, Today, day, one_of
from renmai.cli.people.who import person_id_of
from renmai.domain.asks.ledger import LedgerRow, Size
from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.queries.asks.ledger import ledger, ledgers
from renmai.queries.asks.ledger_cards import LedgerCard, LedgersCard
from renmai.shapes import asks as shapes
from renmai.wording import sentence

shape = shapes.favour

Person = Annotated[str, typer.Argument(metavar="[PERSON]", help=later("A person's number, handle or name."))]
SizeOf = Annotated[
    str | None,
    typer.Option(
        "--size",
        parser=one_of(Size),
        metavar="SIZE",
        help=later("small, middle or large; middle if not said."),
    ),
]


def command(
    person: Person = "",
    gave: Annotated[
        str, typer.Option("--gave", metavar="TEXT", help=later("What you did for them, or gave them."))
    ] = "",
    got: Annotated[
        str, typer.Option("--got", metavar="TEXT", help=later("What they did for you, or gave you."))
    ] = "",
    size: SizeOf = None,
    amount: Annotated[
        str, typer.Option("--amount", metavar="MONEY", help=later("What it was worth, like 200 CNY."))
    ] = "",
    gift: Annotated[bool, typer.Option("--gift", help=later("It was a gift."))] = False,
    thanked: Annotated[
        int | None, typer.Option("--thanked", metavar="ID", help=later("You said thank you for this one."))
    ] = None,
    drop: Annotated[
        int | None, typer.Option("--drop", metavar="ID", help=later("Take this row back; it was a mistake."))
    ] = None,
    on: Annotated[
        date | None, typer.Option("--on", parser=day, metavar="DATE", help=later("The day it was on."))
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Look at the ledger and print it, or note a favour, a gift, or thanks."""
    wishes = [each for each in (gave, got, thanked, drop) if each not in ("", None)]
    if len(wishes) > 1:
        raise typer.BadParameter(_("One at a time: --gave, --got, --thanked or --drop."))
    if (gave or got) and not person:
        raise typer.BadParameter(_("--gave and --got need to know with whom."))
    if (size or amount or gift) and not (gave or got):
        raise typer.BadParameter(_("--size, --amount and --gift go with --gave or --got."))
    viewer = open_for_reader()
    today = clock.day_of(viewer, today)
    if gave or got:
        note(
            viewer, person, gave, got, size=size, amount=amount, is_gift=gift, on=on or today, as_json=as_json
        )
    elif thanked is not None:
        thank(viewer, thanked, on=on or today, as_json=as_json)
    elif drop is not None:
        take_back(viewer, drop, as_json=as_json)
    elif person:
        show_one(viewer, person_id_of(viewer, person), today, as_json=as_json)
    else:
        show_all(viewer, today, as_json=as_json)


def note(
    viewer: Viewer,
    person: str,
    gave: str,
    got: str,
    *,
    size: str | None,
    amount: str,
    is_gift: bool,
    on: date,
    as_json: bool,
) -> None:
    """Note a favour and say how to take it back."""
    decision_id = record_favour(
        viewer,
        person_id_of(viewer, person),
        gave or got,
        is_from_me=bool(gave),
        size=size,
        amount=amount,
        is_gift=is_gift,
        on=on,
        now=clock.moment(),
    )
    noted(
        decision_id, _("Noted as %(id)s. renmai favour shows the ledger; renmai undo takes it back."), as_json
    )


def thank(viewer: Viewer, favour_id: int, *, on: date, as_json: bool) -> None:
    """Note that thanks were said."""
    noted(
        record_thanks(viewer, favour_id, on=on, now=clock.moment()),
        _("Noted: thanks were said."),
        as_json,
    )


def show_one(viewer: Viewer, person_id: int, today: date, *, as_json: bool) -> None:
    """Look at the ledger with one person and print it."""
    card = ledger(viewer, person_id, today=today)
    if as_json:
        printing.as_json(shapes.favour(card))
        return
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


def show_all(viewer: Viewer, today: date, *, as_json: bool) -> None:
    """Look at every ledger and print them."""
    card = ledgers(viewer, today=today)
    if as_json:
        printing.as_json(shapes.favours(card))
    else:
        show(card)


def show(card: LedgersCard) -> None:
    """Print who did more for whom, then the thanks owed."""
    parts: tuple[tuple[str, tuple[LedgerCard, ...]], ...] = (
        (_("They did more for you"), card.owing),
        (_("You did more for them"), card.owed),
        (_("About even"), card.even),
    )
    if not any(cards for _title, cards in parts):
        printing.line(_("No favour is noted yet: renmai favour PERSON --gave TEXT, or --got TEXT."))
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
