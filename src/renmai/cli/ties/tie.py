"""`renmai tie`: one tie in figures, why each is so, and the owner's own word on it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.ties.record_tie import AS_COMPUTED, record_tie
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import noun, prints
from renmai.cli.options import AsJson, Today, Who, one_of, whole_number
from renmai.cli.people.who import person_id_of
from renmai.cli.ties.lines import both_sides, declared_lines, mark_and_figures
from renmai.domain.book.because import Because
from renmai.domain.ties.basis import Basis
from renmai.domain.ties.ties import Bond, TieClass
from renmai.queries.ties.cards import PersonRow, TieCard, WhyCard
from renmai.queries.ties.one import tie_row
from renmai.shapes.book import iso, noted_shape
from renmai.shapes.ties import tie_shape
from renmai.wording import sentence

app = noun(
    later("Show one tie in figures and why it is so, or say what you know better."),
    alone="show",
    looks="show",
)


@app.command("show", help=later("Show one tie in figures, and why each is so."))
@prints(tie_shape)
def show_one(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Look at one tie and print it."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    row = tie_row(viewer, person_id, today=clock.day_of(viewer, today))
    printing.answer(row, tie_shape, show_row, as_json=as_json)


@app.command("say", help=later("Say what a tie is, as you know better."))
@prints(noted_shape)
def say(
    person: Who,
    tie_class: Annotated[
        str | None,
        typer.Option(
            "--class", parser=one_of(TieClass), metavar="CLASS", help=later("It is pseudo, weak or strong.")
        ),
    ] = None,
    bond: Annotated[
        str | None,
        typer.Option(
            parser=one_of(Bond), metavar="BOND", help=later("They are kin, friend, partner or colleague.")
        ),
    ] = None,
    strength: Annotated[
        int | None,
        typer.Option(
            parser=whole_number(0, 100), metavar="NUMBER", help=later("It is as strong as 0 to 100.")
        ),
    ] = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help=later("Why you say so."))] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Record what the owner says a tie is."""
    given = {
        "tie_class": tie_class,
        "bond": bond,
        "strength": None if strength is None else strength / 100,
    }
    said = {name: value for name, value in given.items() if value is not None}
    if not said:
        raise typer.BadParameter(_("Say what it is: --class, --bond or --strength."))
    record(person, said, because, today=today, as_json=as_json)


@app.command("unsay", help=later("Take back whatever you said of a tie."))
@prints(noted_shape)
def unsay(person: Who, today: Today = None, as_json: AsJson = False) -> None:
    """Let a tie be as computed."""
    record(person, AS_COMPUTED, "", today=today, as_json=as_json)


def record(
    person: str,
    said: Mapping[str, str | float | None],
    because: str,
    *,
    today: date | None,
    as_json: bool,
) -> None:
    """Record the owner's word and say how to see both, and how to take it back."""
    viewer = open_for_reader()
    decision_id = record_tie(
        viewer,
        person_id_of(viewer, person, as_json=as_json),
        said,
        because=because,
        now=clock.moment(),
        counts_at=clock.moment_of(viewer, today) if today else None,
    )
    words = _("Noted. renmai tie %(person)s shows it beside what is computed; renmai undo takes it back.")
    tell_noted(decision_id, words, as_json=as_json, person=person)


def show_row(row: PersonRow) -> None:
    """Print whose tie it is, the tie, and how they answer."""
    printing.line(Text.assemble((row.name, "bold"), f"  {row.subtitle}"))
    if row.tie is None:
        printing.line(_("There is no tie: nothing has passed between you."))
    else:
        show(row.tie)
    if row.replies:
        printing.line()
        for each in row.replies.because:
            printing.line(sentence(each))


def show(tie: TieCard) -> None:
    """Print a tie's figures in two columns, then the owner's word, then why each figure is so."""
    printing.line(mark_and_figures(tie))
    for line in declared_lines(tie):
        printing.line(line)
    printing.table(("", ""), ((Text(label, printing.QUIET), value) for label, value in figures(tie)))
    if tie.why is not None:
        for reason in why_lines(tie.why, tie.basis):
            printing.line(reason)


def why_lines(why: WhyCard, basis: Basis | None) -> list[Text]:
    """Return the reasons under the name of the figure they explain; what moved the strength comes first."""
    lines = [_heading(_("Why this strength"))] if why.strength else []
    for moved in why.strength:
        lines += printing.because_lines([moved.because])
        lines[-1].append(f"  {sentence(moved.effect)}", printing.QUIET)
    parts: tuple[tuple[str, tuple[Because, ...]], ...] = (
        (_("Why this class"), why.tie_class),
        (_("Why this state"), why.state),
        (_("Where you stand with them"), why.standing),
        (_("How far it goes both ways"), why.reciprocity),
        (_("Basis"), basis.because if basis else ()),
    )
    for title, reasons in (part for part in parts if part[1]):
        lines += [_heading(title), *printing.because_lines(reasons)]
    return lines


def _heading(title: str) -> Text:
    return Text(title, printing.QUIET)


def figures(tie: TieCard) -> list[tuple[str, str | Text]]:
    """Return what is known of a tie as label and value."""
    known: list[tuple[str, str | Text | None]] = [
        (_("Acts, me / them"), both_sides(tie)),
        (_("Days with contact"), str(tie.days_active)),
        (_("Reciprocity"), f"{tie.reciprocity:.0%}"),
        (_("Standing"), None if tie.standing is None else f"{tie.standing:.0%}"),
        (
            _("Strength 90 days ago"),
            None if tie.strength_before is None else f"{tie.strength_before * 100:.0f}",
        ),
        (_("Usual rhythm, days"), None if tie.rhythm_days is None else f"{tie.rhythm_days:.0f}"),
        (_("Basis"), sentence(Because(tie.basis.code)) if tie.basis else None),
        (_("First contact"), iso(tie.first_on)),
        (_("Last from me"), iso(tie.last_out_on)),
        (_("Last from them"), iso(tie.last_in_on)),
    ]
    return [(label, value) for label, value in known if value is not None]
