"""The frozen cards of days to remember."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.people.occasions import LunarDay


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionCard:
    """A day to remember: `kind` birthday or anniversary, its next date, the age if known.

    `lunar` is the day in the Chinese calendar where it is kept there.
    """

    person_id: int
    name: str
    kind: str
    on: date
    days_until: int
    is_lunar: bool
    turning: int | None
    lunar: LunarDay | None = None
