"""`renmai redo`: what was undone stands again."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.actions.book.restore_decision import restore_decision
from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.options import number


def command(
    decision: Annotated[
        int | None,
        typer.Argument(
            parser=number,
            metavar="NUMBER",
            help=later("A decision's number, as renmai history shows it; what was undone last if not given."),
        ),
    ] = None,
) -> None:
    """Bring it back, and say what stands again."""
    again = restore_decision(open_for_reader(), decision, now=clock.moment())
    numbers = {"number": again.id, "name": again.name or _("yourself")}
    said = [_("Decision %(number)s stands again: %(name)s.") % numbers]
    if again.text:
        said.append(_("“%(text)s”") % {"text": again.text})
    printing.line(" ".join(said))
