"""`renmai value change, end, accept, dismiss, reviewed`: what became of a note, a proposal or a match."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.value.record_dismissal import record_dismissal
from renmai.actions.value.record_proposal_answer import record_proposal_answer
from renmai.actions.value.record_value_change import record_value_change, record_value_end
from renmai.actions.value.record_value_review import review_values
from renmai.cli import clock
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import prints
from renmai.cli.options import NO_DAY, AsJson, Number, Today, day_or_open, one_of
from renmai.domain.value.values import Importance, Origin
from renmai.shapes.book import noted_shape

Key = Annotated[str, typer.Argument(metavar="KEY", help=later("The key that value shows."))]


@prints(noted_shape)
def change(
    number: Number,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help=later("What it is, in other words."))
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option(
            "--origin",
            parser=one_of(Origin),
            metavar="ORIGIN",
            help=later("How you know: said, written or guess."),
        ),
    ] = None,
    importance: Annotated[
        str | None,
        typer.Option(
            "--importance",
            parser=one_of(Importance),
            metavar="IMPORTANCE",
            help=later("How much it matters: low, middle or high."),
        ),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option(
            "--until",
            parser=day_or_open,
            metavar="DATE",
            help=later("The last day on which it counts, or “open”."),
        ),
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note what has changed."""
    given = {"text": text, "origin": origin, "importance": importance, "until": until}
    changed = {name: None if said == NO_DAY else said for name, said in given.items() if said is not None}
    if not changed:
        raise typer.BadParameter(_("say what changes: --text, --origin, --importance or --until."))
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    tell_noted(record_value_change(viewer, number, changed, now=clock.moment(), on=on), as_json=as_json)


@prints(noted_shape)
def end(number: Number, today: Today = None, as_json: AsJson = False) -> None:
    """Say that it is over."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    tell_noted(record_value_end(viewer, number, now=clock.moment(), on=on), as_json=as_json)


@prints(noted_shape)
def accept(key: Key, today: Today = None, as_json: AsJson = False) -> None:
    """Accept a proposal."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    answered = record_proposal_answer(viewer, key, is_accepted=True, now=clock.moment(), on=on)
    tell_noted(answered, as_json=as_json)


@prints(noted_shape)
def dismiss(key: Key, today: Today = None, as_json: AsJson = False) -> None:
    """Put a proposal or a match aside."""
    viewer = open_for_reader()
    on = clock.day_of(viewer, today)
    answered = record_dismissal(viewer, key, now=clock.moment(), on=on)
    tell_noted(answered, as_json=as_json)


@prints(noted_shape)
def reviewed(today: Today = None, as_json: AsJson = False) -> None:
    """Say that it was looked through."""
    viewer = open_for_reader()
    tell_noted(review_values(viewer, now=clock.moment(), on=clock.day_of(viewer, today)), as_json=as_json)
