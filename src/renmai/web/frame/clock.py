"""What time it is for whoever looks: by the machine's clock, or the day that RENMAI_TODAY names."""

import os
from datetime import UTC, date, datetime

from renmai.domain.book.owners import Viewer


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def today(viewer: Viewer) -> date:
    """Return the owner's day; RENMAI_TODAY (an ISO date) fixes it, for archives and tests."""
    return _fixed_day() or viewer.day_of(int(now().timestamp()))


def counts_at(viewer: Viewer) -> datetime | None:
    """Return the moment a decision counts from: this hour of the fixed day, None where none is fixed."""
    day = _fixed_day()
    return viewer.moment_on(day, now()) if day else None


def _fixed_day() -> date | None:
    fixed = os.environ.get("RENMAI_TODAY")
    return date.fromisoformat(fixed) if fixed else None
