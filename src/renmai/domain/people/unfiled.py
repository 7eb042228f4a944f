"""Unfiled lines: what the owner kept in a hurry, to be filed later to whom it is about."""

from dataclasses import dataclass
from datetime import date

LONGEST_UNFILED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfiledLine:
    """A line or a pasted text that names nobody yet."""

    number: int
    text: str
    on: date
