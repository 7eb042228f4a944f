"""`renmai value need, offer, note, achieve`: note what somebody looks for or has, in seconds."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.value.record_achievement import record_achievement
from renmai.actions.value.record_value import record_value
from renmai.actions.value.record_value_line import record_value_line
from renmai.cli import clock
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today, Whose, day, one_of
from renmai.cli.people.who import whose_id
from renmai.domain.value.values import Importance, Origin, Side
from renmai.shapes.book import noted_shape

What = Annotated[str, typer.Argument(metavar="TEXT", help=later("What it is, in a few words."))]
HowKnown = Annotated[
    str,
    typer.Option(
        "--origin",
        parser=one_of(Origin),
        metavar="ORIGIN",
        help=later("How you know: said, written or guess."),
    ),
]
Weighty = Annotated[
    str,
    typer.Option(
        "--importance",
        parser=one_of(Importance),
        metavar="IMPORTANCE",
        help=later("How much it matters: low, middle or high."),
    ),
]
Until = Annotated[
    date | None,
    typer.Option("--until", parser=day, metavar="DATE", help=later("The last day on which it counts.")),
]


def noter(side: Side) -> Callable[..., None]:
    """Return the command that notes what somebody looks for, or can give."""

    @prints(noted_shape)
    def note_value(
        person: Whose,
        text: What,
        origin: HowKnown = Origin.SAID,
        importance: Weighty = Importance.MIDDLE,
        until: Until = None,
        today: Today = None,
        as_json: AsJson = False,
    ) -> None:
        viewer = open_for_reader()
        decision_id = record_value(
            viewer,
            whose_id(viewer, person, as_json=as_json),
            side,
            text,
            origin=origin,
            importance=importance,
            until=until,
            now=clock.moment(),
            on=clock.day_of(viewer, today),
        )
        tell_noted(decision_id, as_json=as_json)

    return note_value


@prints(noted_shape)
def note(
    line: Annotated[
        str, typer.Argument(metavar="LINE", help=later("Who, then what they look for or have, in one line."))
    ],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note what one line says."""
    viewer = open_for_reader()
    found = record_value_line(viewer, line, now=clock.moment(), on=clock.day_of(viewer, today))
    said = {
        (Side.NEED, True): _("Noted as %(number)s: you look for %(text)s. renmai undo takes it back."),
        (Side.OFFER, True): _("Noted as %(number)s: you have %(text)s. renmai undo takes it back."),
        (Side.NEED, False): _("Noted as %(number)s: %(name)s looks for %(text)s. renmai undo takes it back."),
        (Side.OFFER, False): _("Noted as %(number)s: %(name)s has %(text)s. renmai undo takes it back."),
    }[Side(found.side), found.person_id is None]
    tell_noted(found.decision_id, said, as_json=as_json, name=found.name, text=found.text)


@prints(noted_shape)
def achieve(
    text: What,
    proof: Annotated[
        str, typer.Option("--proof", metavar="TEXT", help=later("A link, or a file's path or name."))
    ] = "",
    witness: Annotated[
        str, typer.Option("--witness", metavar="NAME", help=later("Who can confirm it, by name."))
    ] = "",
    is_growing: Annotated[
        bool, typer.Option("--growing", help=later("You are building it; it is not done yet."))
    ] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note what the owner achieved, or is building."""
    viewer = open_for_reader()
    decision_id = record_achievement(
        viewer,
        text,
        proof=proof,
        witness=witness,
        is_growing=is_growing,
        now=clock.moment(),
        on=clock.day_of(viewer, today),
    )
    tell_noted(decision_id, as_json=as_json)
