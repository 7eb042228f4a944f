"""Agenda: what the owner wants to raise with somebody next time."""

from dataclasses import dataclass
from datetime import date

LONGEST_POINT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPoint:
    """One thing to raise; `raised_on` is the day it was, None while it is open."""

    number: int
    person_id: int
    text: str
    on: date
    raised_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be raised."""
        return self.raised_on is None
