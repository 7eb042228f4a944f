"""`renmai cooperate`: what you do together with people, from an idea to its review."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_progress import record_progress
from renmai.actions.together.terms import CooperationTerms
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Number, Today, Who, one_of
from renmai.cli.people.who import person_id_of
from renmai.cli.together.cooperation_lines import due, lines_of, stage_words
from renmai.cli.together.terms import takes_terms
from renmai.domain.together.cooperation import Stage
from renmai.queries.together.board import board_card
from renmai.queries.together.cards import BoardCard
from renmai.queries.together.one import cooperation_page
from renmai.shapes.book import noted_of_shape
from renmai.shapes.together import cooperation_page_shape, cooperations_shape

app = noun(
    later("Keep what you do together with people, from an idea to its review."), alone="list", looks="list"
)


@app.command("list", help=later("List cooperations by their stage."))
@prints(cooperations_shape)
def list_(
    person: Annotated[
        str | None, typer.Argument(metavar="PERSON", help=later("Only those with this person."))
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Look at the board and print it."""
    viewer = open_for_reader()
    of_whom = person_id_of(viewer, person, as_json=as_json) if person else None
    card = board_card(viewer, today=clock.day_of(viewer, today), person_id=of_whom)
    if as_json:
        printing.write_json(cooperations_shape(card.cooperations))
    else:
        show(card)


@app.command("show", help=later("Show one cooperation with all that was said of it."))
@prints(cooperation_page_shape)
def show_one(number: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Print one cooperation with its terms, what is to be thought of, and its steps."""
    viewer = open_for_reader()
    card = cooperation_page(viewer, number, today=clock.day_of(viewer, today))
    if as_json:
        printing.write_json(cooperation_page_shape(card))
    elif card.cooperation:
        for line in lines_of(card.cooperation):
            printing.line(line)


@app.command("new", help=later("Note a cooperation with somebody; it begins as an idea."))
@prints(noted_of_shape)
@takes_terms
def new(
    person: Who,
    title: Annotated[str, typer.Argument(metavar="TITLE", help=later("What it is called."))],
    terms: CooperationTerms,
    stage: Annotated[
        str, typer.Option("--stage", parser=one_of(Stage), metavar="STAGE", help=later("Where it is now."))
    ] = Stage.IDEA.value,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note a cooperation."""
    viewer = open_for_reader()
    number = record_cooperation(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        CooperationTerms(title=title, **terms),
        stage=stage,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    _say(number, number, as_json=as_json)


@app.command("move", help=later("Say that one has come to another stage; terms may be said with it."))
@prints(noted_of_shape)
@takes_terms
def move(
    number: Number,
    stage: Annotated[
        str, typer.Argument(parser=one_of(Stage), metavar="STAGE", help=later("Where it is now."))
    ],
    terms: CooperationTerms,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note another stage."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_progress(viewer, number, stage=stage, terms=terms, now=clock.moment(), on=on)
    _say(number, decision_id, as_json=as_json)


@app.command("note", help=later("Note other terms, the next step, or an attempt in vain."))
@prints(noted_of_shape)
@takes_terms
def note(
    number: Number,
    terms: CooperationTerms,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help=later("What it is called."))
    ] = None,
    is_attempt: Annotated[
        bool, typer.Option("--attempt", help=later("It was proposed once more, in vain."))
    ] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note what has changed."""
    if title is not None:
        terms["title"] = title
    if not terms and not is_attempt:
        raise typer.BadParameter(_("Say what is to be noted: --need, --step, --due, --attempt …"))
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    decision_id = record_progress(
        viewer, number, terms=terms, is_attempt=is_attempt, now=clock.moment(), on=on
    )
    _say(number, decision_id, as_json=as_json)


def _say(number: int, decision_id: int | None, *, as_json: bool) -> None:
    """Say what was noted, and how to go on."""
    said = _("Noted. renmai cooperate show %(number)s shows it; renmai undo takes it back.")
    tell_noted(decision_id, said, as_json=as_json, of=number)


def show(card: BoardCard) -> None:
    """Print every cooperation as a line under its stage."""
    if not card.cooperations:
        printing.line(_("No cooperation is noted. Begin one: renmai cooperate new PERSON TITLE"))
        return
    headings = ("", _("No."), _("What"), _("With"), _("They gain"), _("Next step"), "")
    rows = [
        (
            Text(stage_words(stage), printing.QUIET),
            Text(str(each.number), printing.QUIET),
            Text(each.title, "bold"),
            each.name,
            each.their_gain or "–",
            due(each),
            Text("!", printing.VERMILION) if each.because else "",
        )
        for stage, cards in card.stages
        for each in cards
    ]
    printing.table(headings, rows, right=(1,))
