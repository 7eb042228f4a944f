"""`renmai done`: an item of Today is done."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli.later import later
from renmai.cli.options import Item, Today, one_of
from renmai.cli.today.outcomes import settle
from renmai.domain.today.plan import DoneBy, Outcome


def command(
    item: Item,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            parser=one_of(("", *DoneBy)),
            metavar="WAY",
            help=later("By which way it was done, which counts as contact: phone, in_person or wechat."),
        ),
    ] = "",
    today: Today = None,
) -> None:
    """Record that an item is done."""
    settle(item, Outcome.DONE, _("Done: %(name)s."), today=today, by=by)
