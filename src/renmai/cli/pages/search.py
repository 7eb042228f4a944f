"""`renmai search`: find people by name, pinyin, initials, address or organisation."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today
from renmai.cli.pages.people import EVERYONE, show_rows
from renmai.queries.pages.people import people_page
from renmai.shapes.pages import people_shape


@prints(people_shape)
def command(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=later("What to look for."))],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Find people and print them."""
    viewer = open_for_reader()
    page = people_page(viewer, today=clock.day_of(viewer, today), search=text, per_page=EVERYONE)
    if as_json:
        printing.write_json(people_shape(page.rows))
    elif page.rows:
        show_rows(page.rows)
    else:
        printing.line(_("Nobody is found by “%(text)s”.") % {"text": text})
