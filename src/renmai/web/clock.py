"""What time it is for whoever looks: the clock on the wall, or the day that RENMAI_TODAY names."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from renmai.domain.owners import Viewer


def today(viewer: Viewer) -> date:
    """Return the owner's day; RENMAI_TODAY (an ISO date) fixes it, for archives and tests."""
    fixed = os.environ.get("RENMAI_TODAY")
    return date.fromisoformat(fixed) if fixed else datetime.now(ZoneInfo(viewer.time_zone)).date()


def now(viewer: Viewer) -> datetime:
    """Return the moment; on a fixed day, this hour of it, so that what is decided then counts then."""
    moment = datetime.now(ZoneInfo(viewer.time_zone))
    if fixed := os.environ.get("RENMAI_TODAY"):
        moment = datetime.combine(date.fromisoformat(fixed), moment.time(), moment.tzinfo)
    return moment.astimezone(UTC)
