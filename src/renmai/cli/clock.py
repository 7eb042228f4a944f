"""The command line's clock: the one place where it is read, and where `--today` sets it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from renmai.domain.owners import Viewer


def moment() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def day_of(viewer: Viewer, today: date | None) -> date:
    """Return the day asked for, else the owner's own today."""
    return today or datetime.now(ZoneInfo(viewer.time_zone)).date()


def moment_of(viewer: Viewer, today: date | None) -> datetime:
    """Return this moment, or the same time of the day asked for, so that decisions count there."""
    now = datetime.now(ZoneInfo(viewer.time_zone))
    if today is not None:
        now = datetime.combine(today, now.time(), now.tzinfo)
    return now.astimezone(UTC)
