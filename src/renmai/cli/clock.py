"""The command line's clock: the one place where it is read, and where `--today` sets it."""

from datetime import UTC, date, datetime

from renmai.domain.book.owners import Viewer
from renmai.wording.book.days import read_from_here_on


def moment() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def day_of(viewer: Viewer, today: date | None) -> date:
    """Return the day asked for, else the owner's own today; what is said from here on is read on it."""
    day = today or viewer.day_of(int(moment().timestamp()))
    read_from_here_on(day)
    return day


def moment_of(viewer: Viewer, today: date | None) -> datetime:
    """Return this moment, or the same time of the day asked for, so that decisions count there."""
    return moment() if today is None else viewer.moment_on(today, moment())
