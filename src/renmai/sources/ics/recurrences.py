"""How often an event comes back, under a guard: every expansion ends, whatever the rule says."""

import re
from collections import deque
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, tzinfo
from typing import Any, NamedTuple

from dateutil import rrule

MOST_INSTANCES = 2_000
MOST_A_DAY = 4
MOST_RULES = 8
GREGORIAN_CYCLE = 400  # years after which days of the month and of the week fall together again
LAST_YEAR = 9999
FREQUENCIES = {"YEARLY": rrule.YEARLY, "MONTHLY": rrule.MONTHLY, "WEEKLY": rrule.WEEKLY, "DAILY": rrule.DAILY}
STEPS_A_YEAR = {"YEARLY": 1, "MONTHLY": 12, "WEEKLY": 52, "DAILY": 366}
FINER = frozenset(("HOURLY", "MINUTELY", "SECONDLY"))
RANGES = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 59),
}
WEEKDAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), rrule.weekdays, strict=True))
BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
NUMBER = re.compile(r"[+-]?\d{1,6}")
UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?")


class RefusedRule(ValueError):
    """A recurrence that cannot or must not be followed; `code` says which."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Expansion(NamedTuple):
    """The starts of an event on its own wall clock, and how many there were before any was cut off."""

    starts: tuple[datetime, ...]
    total: int


def expanded(start: datetime, rules: Iterable[str], until: datetime, zone: tzinfo = UTC) -> Expansion:
    """Return `start` and what the rules add to it up to `until`, the last `MOST_INSTANCES` of them.

    :raises RefusedRule: for a rule finer than a day, in another calendar than ours, or not understood.
    """
    starts, left_out = {start}, 0
    for number, text in enumerate(rules, start=1):
        if number > MOST_RULES:
            raise RefusedRule("ics_recurrence_not_understood")
        kept, count = _of_rule(start, text, until, zone)
        starts.update(kept)
        left_out += count - len(kept)
    return Expansion(tuple(sorted(starts)[-MOST_INSTANCES:]), len(starts) + left_out)


def steps_of(start: datetime, text: str, until: date) -> int:
    """Return about how many steps it takes to follow a rule; 0 where it will not be followed."""
    try:
        parts = _parts(text)
        interval, count = _number(parts.get("INTERVAL", "1"), 1), _number(parts.get("COUNT", "999999"), 1)
    except RefusedRule:
        return 0
    a_year = STEPS_A_YEAR.get(parts.get("FREQ", ""), 0)
    for name, value in parts.items():
        a_year *= value.count(",") + 1 if name.startswith("BY") and name != "BYSETPOS" else 1
    end = _until(parts.get("UNTIL", ""), UTC)
    years = max(0, (end.year if end else until.year) - start.year) + 1
    return min(count, years * min(a_year, MOST_A_DAY * 366) // interval + 1)


def _of_rule(start: datetime, text: str, until: datetime, zone: tzinfo) -> tuple[deque[datetime], int]:
    """Return the last starts of one rule after the first, and how many there were.

    A rule that matches no day (30 February) would be followed to the year 9999. The calendar repeats itself
    every 400 years, so the whole is worked out as late as can be, where that year is near.
    """
    parts = _parts(text)
    limit = min(until, _until(parts.get("UNTIL", ""), zone) or until)
    years = (LAST_YEAR - max(start, limit).year) // GREGORIAN_CYCLE * GREGORIAN_CYCLE
    end = limit.replace(year=limit.year + years)
    first = start.replace(year=start.year + years)
    kept: deque[datetime] = deque(maxlen=MOST_INSTANCES)
    count = 0
    for at in rrule.rrule(dtstart=first, **_arguments(parts)):
        if at > end:
            break
        if at == first:
            continue
        kept.append(at.replace(year=at.year - years))
        count += 1
    return kept, count


def _parts(text: str) -> Mapping[str, str]:
    """Return a rule's parts by name."""
    parts = {}
    for part in text.upper().replace(" ", "").split(";"):
        name, equals, value = part.partition("=")
        if part and not (equals and value):
            raise RefusedRule("ics_recurrence_not_understood")
        parts[name] = value
    if parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise RefusedRule("ics_recurrence_in_another_calendar")
    return parts


def _arguments(parts: Mapping[str, str]) -> dict[str, Any]:
    """Return what the expansion needs of a rule."""
    frequency = parts.get("FREQ", "")
    if frequency in FINER:
        raise RefusedRule("ics_recurrence_finer_than_a_day")
    if frequency not in FREQUENCIES:
        raise RefusedRule("ics_recurrence_not_understood")
    interval = _number(parts.get("INTERVAL", "1"), 1)
    arguments: dict[str, Any] = {"freq": FREQUENCIES[frequency], "interval": interval}
    if "COUNT" in parts:
        arguments["count"] = _number(parts["COUNT"], 1)
    if "WKST" in parts:
        arguments["wkst"] = _weekdays(parts["WKST"], with_place=False)[0]
    if "BYDAY" in parts:
        arguments["byweekday"] = _weekdays(parts["BYDAY"], with_place=frequency in ("MONTHLY", "YEARLY"))
    times_a_day = 1
    for name, (least, most) in RANGES.items():
        if name not in parts:
            continue
        numbers = sorted({_number(number, least, most) for number in parts[name].split(",")})
        if least < 0 and 0 in numbers:
            raise RefusedRule("ics_recurrence_not_understood")
        if name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
            times_a_day *= len(numbers)
        arguments[name.lower()] = numbers
    if times_a_day > MOST_A_DAY:
        raise RefusedRule("ics_recurrence_finer_than_a_day")
    return arguments


def _weekdays(text: str, *, with_place: bool) -> list[rrule.weekday]:
    """Return weekdays, with their place in the month or year (the second Monday) where that has a meaning."""
    weekdays = []
    for part in text.split(","):
        match = BY_DAY.fullmatch(part)
        place = int(match[1] or 0) if match else 0
        if match is None or abs(place) > 53:
            raise RefusedRule("ics_recurrence_not_understood")
        weekdays.append(WEEKDAYS[match[2]](place) if with_place and place else WEEKDAYS[match[2]])
    return weekdays


def _number(text: str, least: int, most: int = 999_999) -> int:
    if not NUMBER.fullmatch(text) or not least <= int(text) <= most:
        raise RefusedRule("ics_recurrence_not_understood")
    return int(text)


def _until(text: str, zone: tzinfo) -> datetime | None:
    """Return the last moment of a rule on the event's own wall clock; of a day its end."""
    match = UNTIL.fullmatch(text)
    if match is None:
        return None
    try:
        local = datetime.strptime(match[1] + (match[2] or "235959"), "%Y%m%d%H%M%S")  # noqa: DTZ007 - a wall clock
        return local.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if match[3] else local
    except (ValueError, OverflowError):
        return None
