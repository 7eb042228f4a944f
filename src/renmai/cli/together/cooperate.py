"""`renmai cooperate`: what you do together with people, from an idea to its review."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from rich.text import Text

from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_progress import record_progress
from renmai.actions.together.terms import Terms
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.options import AsJson, Today, Who, day, number, one_of
from renmai.cli.people.who import person_id_of
from renmai.cli.together.cooperation_lines import due, lines_of, stage_words, terms_of
from renmai.domain.together.cooperation import Stage
from renmai.queries.together.board import cooperations as look
from renmai.queries.together.cards import BoardCard
from renmai.queries.together.one import cooperation as look_at_one
from renmai.shapes import together as shapes

shape = shapes.cooperations

Number = Annotated[
    int, typer.Argument(parser=number, metavar="NUMBER", help=later("The cooperation's number, as listed."))
]
StageWord = Annotated[
    str, typer.Argument(parser=one_of(Stage), metavar="STAGE", help=later("Where it is now."))
]
Mine = Annotated[str | None, typer.Option("--mine", metavar="TEXT", help=later("What you gain by it."))]
Theirs = Annotated[str | None, typer.Option("--theirs", metavar="TEXT", help=later("What they gain by it."))]
Margin = Annotated[
    float | None,
    typer.Option("--margin", metavar="PERCENT", help=later("What is left to the other side, in percent.")),
]
Need = Annotated[
    str | None, typer.Option("--need", metavar="TEXT", help=later("The need of theirs that it answers."))
]
Others = Annotated[
    str | None, typer.Option("--with", metavar="TEXT", help=later("Who else takes part, in words."))
]
NextIdea = Annotated[
    str | None, typer.Option("--next", metavar="TEXT", help=later("What the next one could be."))
]
Step = Annotated[str | None, typer.Option("--step", metavar="TEXT", help=later("Your next step."))]
Due = Annotated[
    date | None, typer.Option("--due", parser=day, metavar="DATE", help=later("When that step is due."))
]
Exclusive = Annotated[
    bool | None,
    typer.Option("--exclusive/--open", help=later("Whether it keeps them from working with others.")),
]

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    help=str(later("Keep what you do together with people, from an idea to its review.")),
)


@app.callback()
def cooperate(ctx: typer.Context, today: Today = None, as_json: AsJson = False) -> None:
    """List every cooperation, where no other wish is named."""
    if ctx.invoked_subcommand is None:
        _list(None, today, as_json=as_json)


def _list(person: str | None, today: date | None, *, as_json: bool) -> None:
    viewer = open_for_reader()
    of_whom = person_id_of(viewer, person) if person else None
    card = look(viewer, today=clock.day_of(viewer, today), person_id=of_whom)
    if as_json:
        printing.as_json(shapes.cooperations(card.cooperations))
    else:
        show(card)


def list_(
    person: Annotated[
        str | None, typer.Argument(metavar="[PERSON]", help=later("Only those with this person."))
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """List cooperations by their stage."""
    _list(person, today, as_json=as_json)


def show_one(number: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Print one cooperation with its terms, what is to be thought of, and its steps."""
    viewer = open_for_reader()
    card = look_at_one(viewer, number, today=clock.day_of(viewer, today))
    if as_json:
        printing.as_json(shapes.page(card))
    elif card.cooperation:
        for line in lines_of(card.cooperation):
            printing.line(line)


def new(
    person: Who,
    title: Annotated[str, typer.Argument(metavar="TITLE", help=later("What it is called."))],
    mine: Mine = None,
    theirs: Theirs = None,
    margin: Margin = None,
    need: Need = None,
    others: Others = None,
    is_exclusive: Exclusive = None,
    next_idea: NextIdea = None,
    step: Step = None,
    due_on: Due = None,
    stage: Annotated[
        str, typer.Option("--stage", parser=one_of(Stage), metavar="STAGE", help=later("Where it is now."))
    ] = Stage.IDEA.value,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note a cooperation with somebody; it begins as an idea."""
    viewer = open_for_reader()
    terms = terms_of(mine, theirs, margin, need, others, is_exclusive, next_idea, step, due_on)
    noted = record_cooperation(
        viewer,
        person_id_of(viewer, person),
        Terms(title=title, **terms),
        stage=stage,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    _said(noted, noted, as_json=as_json)


def move(
    number: Number,
    stage: StageWord,
    mine: Mine = None,
    theirs: Theirs = None,
    margin: Margin = None,
    need: Need = None,
    others: Others = None,
    is_exclusive: Exclusive = None,
    next_idea: NextIdea = None,
    step: Step = None,
    due_on: Due = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say that a cooperation has come to another stage; terms may be said with it."""
    viewer = open_for_reader()
    terms = terms_of(mine, theirs, margin, need, others, is_exclusive, next_idea, step, due_on)
    noted = record_progress(
        viewer, number, stage=stage, terms=terms, now=clock.moment(), on=clock.day_of(viewer, today)
    )
    _said(number, noted, as_json=as_json)


def note(
    number: Number,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help=later("What it is called."))
    ] = None,
    mine: Mine = None,
    theirs: Theirs = None,
    margin: Margin = None,
    need: Need = None,
    others: Others = None,
    is_exclusive: Exclusive = None,
    next_idea: NextIdea = None,
    step: Step = None,
    due_on: Due = None,
    is_attempt: Annotated[
        bool, typer.Option("--attempt", help=later("It was proposed once more, in vain."))
    ] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note other terms of a cooperation, its next step, or an attempt in vain."""
    terms = terms_of(mine, theirs, margin, need, others, is_exclusive, next_idea, step, due_on)
    if title is not None:
        terms["title"] = title
    if not terms and not is_attempt:
        raise typer.BadParameter(_("Say what is to be noted: --need, --step, --due, --attempt …"))
    viewer = open_for_reader()
    noted = record_progress(
        viewer,
        number,
        terms=terms,
        is_attempt=is_attempt,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    _said(number, noted, as_json=as_json)


app.command("list", help=str(later("List cooperations by their stage.")))(list_)
app.command("show", help=str(later("Show one cooperation with all that was said of it.")))(show_one)
app.command("new", help=str(later("Note a cooperation with somebody.")))(new)
app.command("move", help=str(later("Say that one has come to another stage.")))(move)
app.command("note", help=str(later("Note other terms, the next step, or an attempt in vain.")))(note)


def _said(number: int, decision_id: int | None, *, as_json: bool) -> None:
    """Say what was noted, and how to go on."""
    if as_json:
        printing.as_json({"number": number, "decision_id": decision_id})
    elif decision_id is None:
        printing.line(_("Nothing new: that stands already."))
    else:
        said = _("Noted. renmai cooperate show %(number)s shows it; renmai undo takes it back.")
        printing.line(said % {"number": number})


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
