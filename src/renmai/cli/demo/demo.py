"""`renmai demo`: try Renmai on an invented network, apart from your own book."""

from datetime import date
from typing import Annotated

import typer
from django.conf import settings
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.actions.demo.invent_demo import invent_demo
from renmai.actions.demo.remove_demo import remove_demo
from renmai.cli import clock, printing
from renmai.cli.book import serve
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import noun
from renmai.cli.options import Today
from renmai.cli.today.today import print_page
from renmai.domain.book.owners import Viewer

app = noun(later("Try Renmai on an invented network, apart from your own book."), alone="try", looks="try")


@app.command("try", help=later("Invent a network, print its Today, and open the web page."))
def try_(
    is_served: Annotated[
        bool, typer.Option("--serve/--no-serve", help=later("Open the web page afterwards, or do not."))
    ] = True,
    port: serve.Port = serve.PORT,
    today: Today = None,
) -> None:
    """Invent a network, print its Today, serve it."""
    viewer = open_for_reader()
    invent(viewer, today)
    print_page(viewer, clock.day_of(viewer, today))
    say_how_to_go_on()
    if is_served:
        serve.listen(port, today=today)


@app.command("remove", help=later("Throw the invented network away."))
def remove() -> None:
    """Throw the invented network away."""
    remove_demo(open_for_reader(), now=clock.moment())
    printing.line(_("The invented network is gone."))


def invent(viewer: Viewer, today: date | None) -> None:
    """Invent the network; a second time changes nothing."""
    invent_demo(viewer, now=clock.moment_of(viewer, today))
    printing.line(Text(_("Everybody here is invented; renmai demo remove throws them away."), printing.QUIET))
    printing.line()


def say_how_to_go_on() -> None:
    """Print how to use the command line on this network."""
    printing.line()
    printing.line(
        Text(
            _("Look further with: RENMAI_HOME=%(home)s renmai people") % {"home": settings.HOME},
            printing.QUIET,
        )
    )
