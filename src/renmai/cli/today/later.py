"""`renmai later`: an item of Today is put off until another day."""

from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renmai.cli.options import Item, Today, day
from renmai.cli.today.outcomes import settle
from renmai.domain.today.plan import Outcome


def command(
    item: Item,
    until: Annotated[
        date | None,
        typer.Option(
            "--until",
            parser=day,
            metavar="DATE",
            help=gettext_lazy("The day it comes back; tomorrow if not given."),
        ),
    ] = None,
    today: Today = None,
) -> None:
    """Record that an item waits until `until`."""
    settle(item, Outcome.LATER, _("Put off until %(until)s: %(name)s."), today=today, until=until)
