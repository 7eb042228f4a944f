"""Options and arguments that several commands share."""

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli.later import later
from renmai.domain.book.days import TooFarOff, day_named
from renmai.sources.containers import is_there

OPEN, NO_DAY = "open", date.max
"""What is said in place of a day where none is meant any more, and what it becomes."""
LONGEST_NUMBER = 18
"""Longer ones no database could hold."""


def day(text: str) -> date:
    """Return the day that `text` names.

    :raises typer.BadParameter: if it is not a day of the calendar written like 2026-03-02.
    """
    try:
        return day_named(text)
    except TooFarOff as wrong:
        raise typer.BadParameter(_("%(text)s is too far off to be meant.") % {"text": text}) from wrong
    except ValueError as wrong:
        raise typer.BadParameter(
            _("“%(text)s” is no day; write it like 2026-03-02.") % {"text": text}
        ) from wrong


def day_or_open(text: str) -> date:
    """Return the day that `text` names, `NO_DAY` where none is meant any more.

    :raises typer.BadParameter: if it is neither
    """
    return NO_DAY if text == OPEN else day(text)


def whole_number(lowest: int, highest: int) -> Callable[[object], int]:
    """Return a parser of whole numbers from `lowest` to `highest`; Typer gives it defaults as numbers."""

    def number(given: object) -> int:
        text = str(given)
        if text.isdecimal() and lowest <= int(text) <= highest:
            return int(text)
        numbers = {"text": text, "lowest": lowest, "highest": highest}
        raise typer.BadParameter(_("“%(text)s” is no number from %(lowest)s to %(highest)s.") % numbers)

    return number


def number(text: object) -> int:
    """Return the number of a note.

    :raises typer.BadParameter: if it is none
    """
    digits = str(text).removeprefix("#")
    if digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST_NUMBER:
        return int(digits)
    raise typer.BadParameter(_("“%(text)s” is no number of a note; the lists show them.") % {"text": text})


def one_of(words: Iterable[str]) -> Callable[[object], str]:
    """Return a parser that takes one of some words."""
    choices = tuple(map(str, words))

    def word(text: object) -> str:
        if text in choices:
            return str(text)
        raise typer.BadParameter(
            _("“%(text)s” is none of: %(choices)s.") % {"text": text, "choices": ", ".join(choices)}
        )

    return word


def existing_path(text: str) -> Path:
    """Return the path that `text` names.

    :raises typer.BadParameter: if nothing is there.
    """
    path = Path(os.path.expanduser(text))
    if not is_there(path):
        raise typer.BadParameter(_("there is nothing at “%(path)s”.") % {"path": text})
    return path


Today = Annotated[
    date | None,
    typer.Option(
        "--today", parser=day, metavar="DATE", help=later("Act as of this day, and look at nothing later.")
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=later("Print JSON instead of a page."))]
Who = Annotated[str, typer.Argument(metavar="PERSON", help=later("A person's number, handle or name."))]
Whose = Annotated[
    str, typer.Argument(metavar="PERSON", help=later("A person's number, handle or name; “me” for yourself."))
]
Number = Annotated[
    int, typer.Argument(parser=number, metavar="NUMBER", help=later("Its number, as the lists show it."))
]
Item = Annotated[
    str, typer.Argument(metavar="ITEM", help=later("The number that today shows, or the item's key."))
]
