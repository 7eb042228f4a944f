"""Moments as calendars write them: a day, a wall clock with a zone, a floating wall clock, or UTC."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from renmai.sources.ics.properties import CalendarProperty
from renmai.sources.ics.zones import Zones

STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:Z|[T ](\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(?:(Z)|([+-]\d\d):?(\d\d))?)?",
    re.IGNORECASE,
)
DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?"
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
YEARS = range(1600, 2201)


class When(NamedTuple):
    """A moment as it stands on the wall of its zone; `is_day` where only the day is meant."""

    local: datetime
    zone: tzinfo
    is_day: bool = False

    @property
    def at(self) -> datetime:
        """The moment with its zone. A day stands at noon, so that it is the same day in any zone nearby."""
        local = self.local.replace(hour=12) if self.is_day else self.local
        return local.replace(tzinfo=self.zone)

    @property
    def epoch_s(self) -> int:
        """Whole seconds since 1970, UTC."""
        return int((self.at - EPOCH).total_seconds())

    @property
    def utc_offset_min(self) -> int:
        """How far the zone was ahead of UTC then."""
        return int((self.at.utcoffset() or timedelta()).total_seconds() // 60)

    @property
    def stamp(self) -> str:
        """The moment as a name: the day, or the second in UTC."""
        if self.is_day:
            return self.local.strftime("%Y%m%d")
        return (EPOCH + timedelta(seconds=self.epoch_s)).strftime("%Y%m%dT%H%M%SZ")

    def on_wall_of(self, other: "When") -> datetime:
        """Return this moment as the clock of `other` shows it."""
        if self.is_day or other.is_day or self.zone is other.zone:
            return self.local
        return self.at.astimezone(other.zone).replace(tzinfo=None)


def when(text: str, zone: tzinfo) -> When | None:
    """Return the moment a value means, on the wall of `zone` unless it says its own; None if it is no moment.

    A Z behind a day alone means nothing; 24:00 is the next day's beginning.
    """
    match = STAMP.fullmatch(text.strip())
    if match is None or int(match[1]) not in YEARS:
        return None
    year, month, day, hour, minute, second = (int(figure or 0) for figure in match.groups()[:6])
    is_day = match[4] is None
    is_midnight = (hour, minute, second) == (24, 0, 0)
    try:
        local = datetime(year, month, day, 0 if is_midnight else hour, minute, min(second, 59))  # noqa: DTZ001 - a wall clock
    except ValueError:
        return None
    if match[8]:
        sign = -1 if match[8][0] == "-" else 1
        zone = timezone(sign * timedelta(hours=int(match[8][1:]), minutes=int(match[9])))
    return When(local + timedelta(days=is_midnight), UTC if match[7] else zone, is_day)


def moments(prop: CalendarProperty, zones: Zones) -> list[When]:
    """Return every moment a property lists; of a period its start. What is no moment is left out."""
    zone = zones.zone(prop.parameters.get("TZID", ""))
    texts = (text.partition("/")[0] for text in prop.value.split(","))
    found = (moment for text in texts if (moment := when(text, zone)) is not None)
    is_of_days = prop.parameters.get("VALUE", "").upper() == "DATE"
    return [
        moment._replace(is_day=True, zone=zone) if is_of_days and _is_midnight(moment) else moment
        for moment in found
    ]


def _is_midnight(moment: When) -> bool:
    return (moment.local.hour, moment.local.minute) == (0, 0)


def moment(prop: CalendarProperty | None, zones: Zones) -> When | None:
    """Return the one moment of a property, or None."""
    return next(iter(moments(prop, zones)), None) if prop else None


def duration_of(text: str) -> timedelta | None:
    """Return a length of time, or None if it is none that a meeting can have."""
    match = DURATION.fullmatch(text.strip().upper())
    if match is None or match[1] == "-":
        return None
    weeks, days, hours, minutes, seconds = (int(figure or 0) for figure in match.groups()[1:])
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def day_of(text: str) -> date | None:
    """Return the day a value stands on, whatever its zone."""
    start = when(text, UTC)
    return start.local.date() if start else None
