"""What the fields of a form or an address say: a row's number, a day, a figure, a line of text.

What a field holds and cannot be read is refused, never taken for an empty field: a last day that was typed
wrongly would else leave a need open for ever.
"""

from collections.abc import Mapping
from datetime import date
from math import isfinite

from renmai.domain.book.days import day_named
from renmai.domain.book.refusals import Refused

LONGEST_ID = 18
LONGEST_TEXT = 500


class NotUnderstood(Refused):
    """What was typed is no day, no figure, or no row's number."""


def row_in(fields: Mapping[str, str], name: str) -> int | None:
    """Return the number of the row that a field names, None where it is empty.

    :raises NotUnderstood: if it holds something else
    """
    typed = fields.get(name, "").strip()
    return row_of(typed) if typed else None


def row_of(typed: str) -> int:
    """Return a row's number, one that a database could hold.

    :raises NotUnderstood: if it is none
    """
    if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_ID:
        return int(typed)
    raise NotUnderstood("no_such_number", text=typed)


def row_at(address: Mapping[str, str], name: str) -> int | None:
    """Return the number of the row that an address names, None where it names none.

    An address that was cut or mistyped shows the page without it; nothing is kept of what it says.
    """
    try:
        return row_in(address, name)
    except NotUnderstood:
        return None


def day_in(fields: Mapping[str, str], name: str) -> date | None:
    """Return the day a field holds, None where it is empty.

    :raises NotUnderstood: if it holds something else
    """
    typed = fields.get(name, "").strip()
    try:
        return day_named(typed) if typed else None
    except ValueError as error:
        raise NotUnderstood("not_a_day", text=typed) from error


def figure_in(fields: Mapping[str, str], name: str, *, wrong: str) -> float | None:
    """Return the figure a field holds, a percent sign after it or not, None where it is empty.

    :param wrong: the code of what is said where it holds something else
    :raises NotUnderstood: if it holds something else
    """
    typed = fields.get(name, "").strip()
    try:
        figure = float(typed.rstrip("%％").replace("−", "-")) if typed else None
    except ValueError as error:
        raise NotUnderstood(wrong, text=typed) from error
    if figure is not None and not isfinite(figure):
        raise NotUnderstood(wrong, text=typed)
    return figure


def text_in(fields: Mapping[str, str], name: str) -> str:
    """Return what a field says, in one line."""
    return " ".join(fields.get(name, "").split())[:LONGEST_TEXT]
