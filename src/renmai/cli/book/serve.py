"""`renmai serve`: the web page, reachable from this machine only."""

from datetime import date
from importlib import import_module
from typing import Annotated

import typer
from django.conf import settings
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.options import Today, whole_number

PORT = 8765
HOST = "127.0.0.1"

Port = Annotated[
    int, typer.Option(parser=whole_number(1, 65_535), metavar="PORT", help=later("The port to listen at."))
]


def command(
    port: Port = PORT,
    host: Annotated[
        str | None,
        typer.Option(
            metavar="127.0.0.1",
            help=later("For a browser that does not know the book's own name, which ends in .localhost."),
        ),
    ] = None,
    today: Today = None,
    is_link_only: Annotated[
        bool,
        typer.Option("--link", help=later("Only print another link for the page that is served already.")),
    ] = False,
) -> None:
    """Open the book and serve it, or let its owner in once more."""
    if host not in (None, HOST, "localhost"):
        raise typer.BadParameter(
            _("Renmai is served on 127.0.0.1 only; use a tunnel to reach it from elsewhere.")
        )
    open_for_reader()
    if is_link_only:
        print_link(import_module(settings.SERVER).sign_in_address(port, host=host))
    else:
        listen(port, today=today, host=host)


def listen(port: int, *, today: date | None, host: str | None = None) -> None:
    """Print the address with its one-time link, then serve until interrupted.

    Doors do not know each other, so the settings name the server.
    """
    server = import_module(settings.SERVER)
    if not server.is_free(port):
        raise server.PortTaken("port_taken", port=port)
    print_link(server.sign_in_address(port, host=host))
    printing.line(Text(_("Stop with Ctrl-C."), printing.QUIET))
    server.serve(port, today=today, host=host)


def print_link(address: str) -> None:
    """Print an address that lets its reader in once."""
    printing.line(Text.assemble(_("Open this address; it lets you in once:"), " ", (address, "bold")))
