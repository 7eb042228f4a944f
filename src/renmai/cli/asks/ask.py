"""`renmai ask`: may I ask this of that person now; past asks with their endings, and asks kept for later."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_wish import record_wish
from renmai.actions.asks.undo_exchange import undo_exchange
from renmai.cli import clock, printing
from renmai.cli.asks import pages
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Number, Today, Who, day, number, one_of
from renmai.cli.people.who import person_id_of
from renmai.domain.asks.asks import Request
from renmai.domain.asks.ledger import Size
from renmai.domain.asks.limits import AskOutcome
from renmai.queries.asks.check import ask_card
from renmai.queries.asks.past import past_asks
from renmai.shapes.asks import ask_shape, asks_shape, noted_ask_shape
from renmai.shapes.book import noted_shape
from renmai.wording import sentence

What = Annotated[str, typer.Argument(metavar="WHAT", help=later("What you want to ask, in your own words."))]
SizeOf = Annotated[
    str,
    typer.Option(
        "--size", parser=one_of(Size), metavar="SIZE", help=later("How much it is: small, middle or large.")
    ),
]
WhyThem = Annotated[
    str,
    typer.Option("--why-them", metavar="TEXT", help=later("What is in it for them, as you would tell them.")),
]
Proud = Annotated[
    bool | None,
    typer.Option("--proud/--not-proud", help=later("Whether they would be proud to be part of it.")),
]

app = noun(
    later("Ask whether you may ask somebody for something now, and keep what became of it."),
    alone="list",
    looks="check",
)


@app.command("check", help=later("Judge an ask of somebody, and say why; without WHAT, the moment."))
@prints(ask_shape)
def check(
    person: Who,
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help=later("What you want to ask, in your own words."))
    ] = "",
    size: SizeOf = Size.MIDDLE,
    why_them: WhyThem = "",
    is_proud: Proud = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Look at the check and print it."""
    viewer = open_for_reader()
    request = Request(what=what, size=size, why_them=why_them, is_proud=is_proud) if what.strip() else None
    person_id = person_id_of(viewer, person, as_json=as_json)
    card = ask_card(viewer, person_id, request, today=clock.day_of(viewer, today))
    printing.answer(card, ask_shape, pages.show, as_json=as_json)


@app.command("list", help=later("List what you asked and how it ended, and what is kept for later."))
@prints(asks_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at past asks and kept wishes, and print them."""
    viewer = open_for_reader()
    card = past_asks(viewer, today=clock.day_of(viewer, today))
    printing.answer(card, asks_shape, pages.show_past, as_json=as_json)


@app.command("record", help=later("Keep an ask that you make now, with the verdict of this moment."))
@prints(noted_ask_shape)
def record(
    person: Who,
    what: What,
    size: SizeOf = Size.MIDDLE,
    why_them: WhyThem = "",
    is_proud: Proud = None,
    because: Annotated[
        str,
        typer.Option(
            "--because", metavar="TEXT", help=later("Why you ask though the check does not say go.")
        ),
    ] = "",
    wish_id: Annotated[
        int | None,
        typer.Option("--wish", parser=number, metavar="NUMBER", help=later("The wish this fulfils.")),
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note the ask and say on which verdict."""
    viewer = open_for_reader()
    made = record_ask(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        Request(what=what, size=size, why_them=why_them, is_proud=is_proud),
        because=because,
        wish_id=wish_id,
        on=clock.day_of(viewer, today),
        now=clock.moment(),
    )
    if as_json:
        printing.write_json(noted_ask_shape(made.decision_id, made.card))
        return
    said = {"number": made.decision_id, "verdict": sentence(made.card.title)}
    printing.line(_("Noted as %(number)s, on this verdict: %(verdict)s") % said)
    printing.line(_("Say how it ended: renmai ask end %(number)s granted, declined or ignored.") % said)


@app.command("wish", help=later("Do not ask yet; Today reminds you from a day on."))
@prints(noted_shape)
def wish(
    person: Who,
    what: What,
    until: Annotated[
        date, typer.Option("--until", parser=day, metavar="DATE", help=later("When Today reminds you."))
    ],
    size: SizeOf = Size.MIDDLE,
    why_them: WhyThem = "",
    is_proud: Proud = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Keep a wish for a day to come."""
    viewer = open_for_reader()
    decision_id = record_wish(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        what,
        size=size,
        why_them=why_them,
        is_proud=is_proud,
        until=until,
        on=clock.day_of(viewer, today),
        now=clock.moment(),
    )
    tell_noted(
        decision_id, _("Kept as %(number)s; Today reminds you once the day has come."), as_json=as_json
    )


@app.command("end", help=later("Say how an ask ended."))
@prints(noted_shape)
def end(
    ask: Number,
    outcome: Annotated[
        str,
        typer.Argument(
            parser=one_of(AskOutcome), metavar="OUTCOME", help=later("granted, declined or ignored.")
        ),
    ],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note the ending; a granted ask stands in the ledger as a favour received."""
    viewer = open_for_reader()
    said = (
        _("Noted. It stands in the ledger as a favour received; say thank you, and note that too.")
        if outcome == AskOutcome.GRANTED
        else _("Noted; the check remembers it.")
    )
    on = clock.day_of(viewer, today)
    tell_noted(record_ask_ending(viewer, ask, outcome, on=on, now=clock.moment()), said, as_json=as_json)


@app.command("undo", help=later("Take an ask or a wish back, as if it had never been noted."))
@prints(noted_shape)
def undo(ask: Number, as_json: AsJson = False) -> None:
    """Take it back."""
    undone = undo_exchange(open_for_reader(), ask, now=clock.moment())
    tell_noted(undone.id, _("Taken back, as if it had never been noted."), as_json=as_json)
