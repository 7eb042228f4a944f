"""What an address says: the number of a row, a line of text."""

from collections.abc import Mapping

from renmai.web.forms.book.fields import LONGEST_LINE, row_of


def row_at(address: Mapping[str, str], name: str) -> int | None:
    """Return the number of the row that an address names, None where it names none.

    An address that was cut or mistyped shows the page without it; nothing is kept of what it says.
    """
    return row_of(address.get(name, "").strip())


def text_at(address: Mapping[str, str], name: str) -> str:
    """Return what an address says, in one line."""
    return " ".join(address.get(name, "").split())[:LONGEST_LINE]
