"""Promises: what the owner promised somebody, until when, and whether it was kept (P1)."""

from dataclasses import dataclass
from datetime import date

SOON_DAYS = 2
"""From so many days before its day on, a promise belongs on the day's list."""
AHEAD, EACH_DAY, LEAST_URGENCY = 0.8, 0.2, 0.3
"""A promise is less urgent the further off its day is; on the day, and late, nothing is more urgent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something promised to one person; `due_on` is None where no day was named, `ended_on` while it is open.

    `is_moved` tells that another day was named than at first, `is_kept` a promise that was kept from one that
    was given up.
    """

    key: str
    person_id: int
    what: str
    made_on: date
    due_on: date | None = None
    is_moved: bool = False
    ended_on: date | None = None
    is_kept: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether it still has to be kept."""
        return self.ended_on is None

    @property
    def basis(self) -> str:
        """Return what Today's reminder of it rests on: another day is another reminder."""
        return basis_of(self.key, self.due_on) if self.is_moved else basis_of(self.key)

    def in_days(self, today: date) -> int | None:
        """Return in how many days it is due, below 0 once it is late; None where no day was named."""
        return None if self.due_on is None else (self.due_on - today).days


def urgency(in_days: int) -> float:
    """Return 0 to 1: how much is lost by waiting until tomorrow with what is due in so many days."""
    return 1.0 if in_days <= 0 else max(LEAST_URGENCY, AHEAD - EACH_DAY * in_days)


def basis_of(key: str, moved_to: date | None = None) -> str:
    """Return what Today's reminder of a promise rests on, of one that was moved to another day as well."""
    return f"promise {key}" if moved_to is None else f"promise {key} {moved_to.isoformat()}"
