"""`renmai reach`: breaking the ice with somebody, attempt by attempt, each with something new (R6)."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.reach.record_attempt import record_attempt, record_sign
from renmai.actions.reach.record_outreach import record_outreach, record_outreach_change
from renmai.actions.reach.record_rest import record_outreach_end, record_rest
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import NO_DAY, AsJson, Number, Today, Who, day, day_or_open, one_of, whole_number
from renmai.cli.people.who import person_id_of
from renmai.cli.reach.outreach_lines import lines_of, show_board
from renmai.domain.reach.outreach import OutreachEnd, ReachWay
from renmai.queries.reach.outreach_cards import OutreachPage
from renmai.queries.reach.outreach_page import outreach_board, outreach_page
from renmai.shapes.book import noted_of_shape
from renmai.shapes.reach.outreach import outreach_page_shape, outreaches_shape

Percent = Annotated[
    int | None,
    typer.Option(
        "--least",
        parser=whole_number(0, 100),
        metavar="PERCENT",
        help=later("Below which chance to let go; 10 where none is said."),
    ),
]
HappenedOn = Annotated[
    date | None, typer.Option("--on", parser=day, metavar="DATE", help=later("On which day it was."))
]

app = noun(later("Break the ice with somebody, attempt by attempt."), alone="list")


@app.command("list", help=later("List whom you want to reach, and what silence means by now."))
@prints(outreaches_shape)
def list_(today: Today = None, as_json: AsJson = False) -> None:
    """Look at every outreach and print those that go on."""
    viewer = open_for_reader()
    cards = outreach_board(viewer, today=clock.day_of(viewer, today))
    printing.answer(cards, outreaches_shape, show_board, as_json=as_json)


@app.command("show", help=later("Show one outreach: its attempts, what silence means, how to go on."))
@prints(outreach_page_shape)
def show(number: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Print one outreach."""
    viewer = open_for_reader()
    page = outreach_page(viewer, number, today=clock.day_of(viewer, today))
    printing.answer(page, outreach_page_shape, _show_one, as_json=as_json)


def _show_one(page: OutreachPage) -> None:
    if page.outreach:
        for line in lines_of(page.outreach):
            printing.line(line)


@app.command("start", help=later("Note whom you want to reach, what for, and by when."))
@prints(noted_of_shape)
def start(
    person: Who,
    goal: Annotated[str, typer.Argument(metavar="GOAL", help=later("What you hope for."))],
    by: Annotated[
        date | None, typer.Option("--by", parser=day, metavar="DATE", help=later("By when."))
    ] = None,
    least: Percent = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note an outreach."""
    viewer = open_for_reader()
    number = record_outreach(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        goal,
        deadline_on=by,
        least_percent=least,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    _say(number, number, as_json=as_json)


@app.command("wrote", help=later("Say that you tried, by which way, and what was new for them."))
@prints(noted_of_shape)
def wrote(
    number: Number,
    news: Annotated[str, typer.Argument(metavar="NEWS", help=later("What was new for them this time."))],
    way: Annotated[
        str, typer.Option("--by", parser=one_of(ReachWay), metavar="WAY", help=later("By which way."))
    ] = ReachWay.WECHAT.value,
    happened_on: HappenedOn = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note an attempt."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_attempt(
        viewer, number, news, way=way, now=clock.moment(), on=on, happened_on=happened_on or on
    )
    _say(number, decision_id, as_json=as_json)


@app.command("heard", help=later("Say that they let something be heard, short of what you hope for."))
@prints(noted_of_shape)
def heard(
    number: Number,
    words: Annotated[str, typer.Argument(metavar="WORDS", help=later("What they said."))] = "",
    happened_on: HappenedOn = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note a sign of life."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_sign(viewer, number, words, now=clock.moment(), on=on, happened_on=happened_on or on)
    _say(number, decision_id, as_json=as_json)


@app.command("change", help=later("Change the goal, the day, or the chance below which you let go."))
@prints(noted_of_shape)
def change(
    number: Number,
    goal: Annotated[
        str | None, typer.Option("--goal", metavar="TEXT", help=later("What you hope for."))
    ] = None,
    by: Annotated[
        date | None,
        typer.Option("--by", parser=day_or_open, metavar="DATE", help=later("By when, or “open”.")),
    ] = None,
    least: Percent = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note what is other than it was."""
    if goal is None and by is None and least is None:
        raise typer.BadParameter(_("Say what is to be changed: --goal, --by, --least."))
    viewer = open_for_reader()
    decision_id = record_outreach_change(
        viewer,
        number,
        goal=goal,
        deadline=None if by is None else (None if by == NO_DAY else by,),
        least_percent=least,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    _say(number, decision_id, as_json=as_json)


@app.command("rest", help=later("Let it rest until a day; a season where none is named."))
@prints(noted_of_shape)
def rest(
    number: Number,
    until: Annotated[
        date | None, typer.Option("--until", parser=day, metavar="DATE", help=later("Until when."))
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note a rest."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_rest(viewer, number, until_on=until, now=clock.moment(), on=on)
    _say(number, decision_id, as_json=as_json)


@app.command("end", help=later("Say how it ended: answered, or given up in peace."))
@prints(noted_of_shape)
def end(
    number: Number,
    how: Annotated[
        str, typer.Argument(parser=one_of(OutreachEnd), metavar="HOW", help=later("How it ended."))
    ],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note its end."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_outreach_end(viewer, number, how, now=clock.moment(), on=on)
    _say(number, decision_id, as_json=as_json)


def _say(number: int, decision_id: int | None, *, as_json: bool) -> None:
    said = _("Noted. renmai reach show %(number)s shows it; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json, of=number)
