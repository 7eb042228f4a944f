"""Marks: what stands between words, clauses and names in the reader's language."""

from typing import NamedTuple

from django.utils.translation import get_language


class Marks(NamedTuple):
    """The marks of one language, each with the space that belongs to it."""

    comma: str
    pause: str
    listing: str
    colon: str


CHINESE = Marks("，", "；", "、", "：")
ENGLISH = Marks(", ", "; ", ", ", ": ")


def marks() -> Marks:
    """Return the marks of the language that is read."""
    return CHINESE if (get_language() or "").startswith("zh") else ENGLISH
