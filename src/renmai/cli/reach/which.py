"""Which group a word on the command line means: its number or a part of its name."""

from datetime import date
from typing import Annotated

import typer

from renmai.cli.later import later
from renmai.domain.book.owners import Viewer
from renmai.queries.reach.groups import group_named

GroupWord = Annotated[
    str, typer.Argument(metavar="GROUP", help=later("A group's number, or a part of its name."))
]


def group_number(viewer: Viewer, typed: str) -> int:
    """Return the number of the group that is meant.

    :raises NoSuchGroup: if none goes by it, or several do
    """
    return group_named(viewer, typed, today=date.max)
