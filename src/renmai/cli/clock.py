"""The command line's clock: the one place where it is read, and where `--today` sets it."""

from datetime import UTC, date, datetime

from renmai.domain.book.owners import Viewer


def moment() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def day_of(viewer: Viewer, today: date | None) -> date:
    """Return the day asked for, else the owner's own today."""
    return today or viewer.day_of(int(moment().timestamp()))


def moment_of(viewer: Viewer, today: date | None) -> datetime:
    """Return this moment, or the same time of the day asked for, so that decisions count there."""
    return moment() if today is None else viewer.moment_on(today, moment())
