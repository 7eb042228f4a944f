"""`renmai person`: what is kept of somebody by hand, and their card to hand on."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.people.export_card import export_card
from renmai.actions.people.record_birthday import record_birthday
from renmai.actions.people.record_handle import record_handle, record_handle_removal
from renmai.actions.people.record_how_met import record_how_met
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.noting import tell_noted
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today, Who, day
from renmai.cli.people.who import person_id_of
from renmai.queries.people.handed_card import handed_card
from renmai.shapes.book import noted_shape
from renmai.sources.vcard.handed_card import composed

Reached = Annotated[
    str,
    typer.Argument(
        metavar="HANDLE", help=later("A mail address, a phone number, wechat:NAME or the link of a profile.")
    ),
]


@prints(noted_shape)
def add_handle(person: Who, handle: Reached, as_json: AsJson = False) -> None:
    """Add a handle."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    tell_noted(record_handle(viewer, person_id, handle, now=clock.moment()), as_json=as_json)


@prints(noted_shape)
def remove_handle(person: Who, handle: Reached, as_json: AsJson = False) -> None:
    """Take a handle away that was added by hand."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    decision_id = record_handle_removal(viewer, person_id, handle, now=clock.moment())
    tell_noted(decision_id, _("Taken away; renmai undo brings it back."), as_json=as_json)


@prints(noted_shape)
def birthday(
    person: Who,
    born: Annotated[
        str,
        typer.Argument(metavar="DAY", help=later("Like 1990-05-01 or 05-01; empty where it is not known.")),
    ],
    is_lunar: Annotated[
        bool, typer.Option("--lunar", help=later("It is a day of the Chinese calendar."))
    ] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note a birthday."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    decision_id = record_birthday(viewer, person_id, born, is_lunar=is_lunar, now=clock.moment(), on=on)
    tell_noted(decision_id, as_json=as_json)


@prints(noted_shape)
def met(
    person: Who,
    how: Annotated[str, typer.Argument(metavar="TEXT", help=later("How you met, in your own words."))],
    met_on: Annotated[
        date | None, typer.Option("--on", parser=day, metavar="DATE", help=later("On which day."))
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Note how somebody was met."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=as_json)
    on = clock.day_of(viewer, today)
    decision_id = record_how_met(viewer, person_id, how, met_on=met_on, now=clock.moment(), on=on)
    tell_noted(decision_id, as_json=as_json)


def card(
    person: Who,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help=later("Write it into this file."))
    ] = None,
    today: Today = None,
) -> None:
    """Print somebody's card, or write it into a file; nothing that you noted stands on it."""
    viewer = open_for_reader()
    person_id = person_id_of(viewer, person, as_json=False)
    on = clock.day_of(viewer, today)
    if to is None:
        text = composed(handed_card(viewer, person_id, today=on)).decode()
        printing.line(text.replace("\r\n", "\n").rstrip())
    else:
        printing.aside(_("Written to %(path)s.") % {"path": export_card(viewer, person_id, to, today=on)})
