"""What the fields of a form or an address say: a row's number, a day, a line of text."""

from collections.abc import Mapping
from datetime import date

LONGEST_ID = 18
LONGEST_TEXT = 500


def number_in(fields: Mapping[str, str], name: str) -> int | None:
    """Return the number a field holds, None where it holds none that a database could."""
    text = fields.get(name, "")
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_ID
    return int(text) if is_number else None


def day_in(fields: Mapping[str, str], name: str) -> date | None:
    """Return the day a field holds, None where it holds none."""
    try:
        return date.fromisoformat(fields.get(name, ""))
    except ValueError:
        return None


def text_in(fields: Mapping[str, str], name: str) -> str:
    """Return what a field says, in one line."""
    return " ".join(fields.get(name, "").split())[:LONGEST_TEXT]
