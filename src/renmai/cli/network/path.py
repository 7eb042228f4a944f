"""`renmai path`: who can introduce me to somebody, to an organisation or to a skill."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.text import Text

from renmai.cli import clock, printing
from renmai.cli.book.reader import open_for_reader
from renmai.cli.later import later
from renmai.cli.nouns import prints
from renmai.cli.options import AsJson, Today, whole_number
from renmai.domain.book.refusals import Refused
from renmai.queries.network.path import paths_card
from renmai.queries.network.path_cards import PathCard, PathsCard
from renmai.shapes.network import paths_shape
from renmai.wording import sentence

MOST_PATHS = 50
MOST_NAMED = 8


class NotOneTarget(Refused):
    """The word names several people, and one of them must be chosen."""


@prints(paths_shape)
def command(
    target: Annotated[
        str,
        typer.Argument(
            metavar="TARGET", help=later("A person's number, handle or name, an organisation or a skill.")
        ),
    ],
    number: Annotated[
        int,
        typer.Option(
            "-k", parser=whole_number(1, MOST_PATHS), metavar="N", help=later("How many paths at most.")
        ),
    ] = 5,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Look for paths and print them, the best first."""
    viewer = open_for_reader()
    card = paths_card(viewer, target, today=clock.day_of(viewer, today), k=number)
    if card.candidates:
        raise _several(card)
    if as_json:
        printing.write_json(paths_shape(card.paths))
    else:
        show(card)


def _several(card: PathsCard) -> NotOneTarget:
    """Return the refusal that lists who may be meant."""
    named = [f"{each.id} {each.name}  {each.subtitle}".rstrip() for each in card.candidates[:MOST_NAMED]]
    return NotOneTarget("several_people", person=card.asked, found=len(card.candidates), candidates=named)


def show(card: PathsCard) -> None:
    """Print a line a path, then why, then what to do first."""
    for path in card.paths:
        _show_path(path)
    if not card.paths:
        printing.line(_("Nobody you know seems to lead to “%(target)s”.") % {"target": card.asked})


def _show_path(path: PathCard) -> None:
    names = " → ".join((_("You"), *(person.name for person in path.people[1:])))
    chance = Text(f"{path.probability:4.0%}  ", printing.VERMILION)
    printing.line(Text.assemble(chance, (names, "bold"), f"  {path.target.subtitle}"))
    for hop in path.because:
        for line in printing.because_lines(hop, indent=6):
            printing.line(line)
    printing.line(Text(f"      → {sentence(path.step)}"))
