"""`renmai log`: one line of what happened is understood, asked about where it is not sure, and kept."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.lines.log_line import LoggedLine, log_line
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.lines.chips import show_chips
from renmai.cli.lines.questions import answered
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today, day, number
from renmai.cli.people.who import person_id_of
from renmai.queries.lines.cards import NEW, LineAnswers, LineCard
from renmai.queries.lines.kept import answers_to_new_words, kept_line
from renmai.queries.lines.line import line_card
from renmai.shapes.lines import line_shape

SURE_WITHOUT = frozenset({"people", "whose"})
"""What may be left out where only what is certain is kept."""


Line = Annotated[
    str | None,
    typer.Argument(metavar="LINE", help=later("What happened, with whom, and what follows from it.")),
]
Edit = Annotated[
    int | None,
    typer.Option(
        "--edit",
        parser=number,
        metavar="NUMBER",
        help=later("Change a line that is kept, by its number; without LINE its words stay."),
    ),
]
On = Annotated[
    date | None, typer.Option("--day", parser=day, metavar="DATE", help=later("The day it happened."))
]
Beside = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="PERSON", help=later("Somebody who was there; may be given again.")),
]
New = Annotated[
    list[str] | None,
    typer.Option(
        "--new", metavar="NAME", help=later("A name in the line that is somebody new; may be given again.")
    ),
]
Yes = Annotated[
    bool, typer.Option("--yes", help=later("Keep what is certain without asking; leave out the rest."))
]
ForLater = Annotated[
    bool, typer.Option("--later", help=later("Keep a line that names nobody, too, to be filed later."))
]
Again = Annotated[bool, typer.Option("--again", help=later("Keep the same words of the same day once more."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=later("Show what is understood and keep nothing."))]


@prints(line_shape)
def command(
    line: Line = None,
    on: On = None,
    beside: Beside = None,
    new: New = None,
    yes: Yes = False,
    is_for_later: ForLater = False,
    again: Again = False,
    edits: Edit = None,
    dry_run: DryRun = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Understand a line, ask what it leaves open, and keep it.

    :raises typer.Exit: with 1 where something is open and nobody sits there to say
    """
    if line is None and edits is None:
        raise typer.BadParameter(_("Say what happened, or name a kept line with --edit."))
    viewer = open_for_reader()
    answers = LineAnswers(
        people=dict.fromkeys(new or (), NEW),
        also=tuple(person_id_of(viewer, each, as_json=as_json) for each in beside or ()),
        on=on,
        is_again=again,
    )
    as_of = clock.day_of(viewer, today)
    text, written_on = line or "", None
    if edits is not None:
        kept = kept_line(viewer, edits)
        text, written_on = line or kept.text, kept.written_on
        answers = answers_to_new_words(viewer, kept, text).with_more(answers)
    card = line_card(viewer, text, answers, today=as_of, written_on=written_on)
    asks = printing.is_conversation() and not (as_json or yes or dry_run)
    if asks:
        show_chips(card)
        answers, is_for_later = answered(viewer, answers, card, today=as_of)
    may_be_open = SURE_WITHOUT | ({"nobody"} if is_for_later else set())
    is_open = any(each.about not in may_be_open for each in card.questions) and not asks
    is_open = is_open or (not asks and not is_for_later and not card.has_anybody)
    if dry_run or is_open or not (asks or yes):
        _show(card, None, as_json=as_json)
        _tell_nothing_kept(as_json=as_json or dry_run, is_nobody=yes and not card.has_anybody)
        raise typer.Exit(0 if dry_run or not card.questions else 1)
    logged = log_line(
        viewer,
        text,
        answers,
        now=clock.moment(),
        today=as_of,
        is_certain_only=yes,
        is_for_later=is_for_later,
        instead_of=edits,
    )
    _show(logged.card, logged, as_json=as_json, is_seen=asks)


def _show(card: LineCard, logged: LoggedLine | None, *, as_json: bool, is_seen: bool = False) -> None:
    if as_json:
        printing.write_json(line_shape(card, logged))
        return
    if not is_seen:
        show_chips(card)
    if logged is not None:
        said = _("Noted as %(number)s; renmai undo takes it back.")
        printing.line(said % {"number": logged.decision_id})


def _tell_nothing_kept(*, as_json: bool, is_nobody: bool) -> None:
    if is_nobody:
        said = _(
            "Nothing is kept: nobody in it is certain. Say who with --new or --with, or keep it with --later."
        )
        printing.aside(said)
    elif not as_json:
        printing.aside(_("Nothing is kept. Add --yes to keep what is certain."))
