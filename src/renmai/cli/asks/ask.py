"""`renmai ask`: may I ask this of that person now; past asks with their endings, and asks kept for later."""

from datetime import date

import typer
from django.utils.translation import gettext as _

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_wish import record_wish
from renmai.cli import clock, printing
from renmai.cli.asks import ask_pages
from renmai.cli.asks.ask_options import (
    BecauseOf,
    Declined,
    Drop,
    Granted,
    Ignored,
    Person,
    Proud,
    Record,
    SizeOf,
    Until,
    What,
    WhyThem,
    WishId,
)
from renmai.cli.asks.exchanges import noted, take_back
from renmai.cli.book.reader import open_for_reader
from renmai.cli.options import AsJson, Today
from renmai.cli.people.who import person_id_of
from renmai.domain.asks.asks import Request
from renmai.domain.asks.ledger import Size
from renmai.domain.asks.limits import AskOutcome
from renmai.domain.book.owners import Viewer
from renmai.queries.asks.check import ask as look
from renmai.queries.asks.past import past_asks
from renmai.shapes import asks as shapes
from renmai.wording import sentence

shape = shapes.ask


def command(
    person: Person = "",
    what: What = "",
    size: SizeOf = Size.MIDDLE,
    why_them: WhyThem = "",
    proud: Proud = None,
    record: Record = False,
    because: BecauseOf = "",
    until: Until = None,
    wish: WishId = None,
    granted: Granted = None,
    declined: Declined = None,
    ignored: Ignored = None,
    drop: Drop = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Judge an ask and print why, keep one that is made or wished, or say how one ended."""
    endings = {AskOutcome.GRANTED: granted, AskOutcome.DECLINED: declined, AskOutcome.IGNORED: ignored}
    ended = [(ask_id, outcome) for outcome, ask_id in endings.items() if ask_id is not None]
    acts = [*ended, *(each for each in (record, until, drop) if each not in (False, None))]
    if len(acts) > 1:
        raise typer.BadParameter(
            _("One at a time: --record, --until, --granted, --declined, --ignored or --drop.")
        )
    if (record or until) and not what.strip():
        raise typer.BadParameter(_("--record and --until need to know whom you ask, and what."))
    if (because or wish is not None) and not record:
        raise typer.BadParameter(_("--because and --wish go with --record."))
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    wanted = Request(what=what, size=size, why_them=why_them, is_proud=proud) if what.strip() else None
    if ended:
        end(viewer, *ended[0], on=on, as_json=as_json)
    elif drop is not None:
        take_back(viewer, drop, as_json=as_json)
    elif not person:
        show_past(viewer, on, as_json=as_json)
    elif until is not None and wanted is not None:
        keep(viewer, person_id_of(viewer, person), wanted, until=until, on=on, as_json=as_json)
    elif record and wanted is not None:
        note(viewer, person_id_of(viewer, person), wanted, because=because, wish=wish, on=on, as_json=as_json)
    else:
        show(viewer, person_id_of(viewer, person), wanted, on, as_json=as_json)


def show(viewer: Viewer, person_id: int, wanted: Request | None, on: date, *, as_json: bool) -> None:
    """Look at the check and print it."""
    card = look(viewer, person_id, wanted, today=on)
    if as_json:
        printing.as_json(shapes.ask(card))
    else:
        ask_pages.show(card)


def note(
    viewer: Viewer,
    person_id: int,
    wanted: Request,
    *,
    because: str,
    wish: int | None,
    on: date,
    as_json: bool,
) -> None:
    """Keep an ask that is made, with the verdict of this moment."""
    made = record_ask(viewer, person_id, wanted, because=because, wish_id=wish, on=on, now=clock.moment())
    if as_json:
        printing.as_json({"decision_id": made.decision_id, "verdict": str(made.card.verdict)})
        return
    said = {"id": made.decision_id, "verdict": sentence(made.card.title)}
    printing.line(_("Noted as %(id)s, on this verdict: %(verdict)s") % said)
    printing.line(_("Say how it ended: renmai ask --granted %(id)s, --declined or --ignored.") % said)


def keep(viewer: Viewer, person_id: int, wanted: Request, *, until: date, on: date, as_json: bool) -> None:
    """Keep a wish for a day to come."""
    decision_id = record_wish(
        viewer,
        person_id,
        wanted.what,
        size=wanted.size,
        why_them=wanted.why_them,
        is_proud=wanted.is_proud,
        until=until,
        on=on,
        now=clock.moment(),
    )
    noted(decision_id, _("Kept as %(id)s; Today reminds you once the day has come."), as_json)


def end(viewer: Viewer, ask_id: int, outcome: str, *, on: date, as_json: bool) -> None:
    """Say how an ask ended."""
    said = (
        _("Noted. It stands in the ledger as a favour received; say thank you, and note that too.")
        if outcome == AskOutcome.GRANTED
        else _("Noted; the check remembers it.")
    )
    noted(record_ask_ending(viewer, ask_id, outcome, on=on, now=clock.moment()), said, as_json)


def show_past(viewer: Viewer, today: date, *, as_json: bool) -> None:
    """Look at past asks and kept wishes, and print them."""
    card = past_asks(viewer, today=today)
    if as_json:
        printing.as_json(shapes.asks(card))
    else:
        ask_pages.show_past(card)
