"""Time zones by the many names calendars give them: IANA's, Windows', a file's own definition."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

from renmai.sources.ics.recurrences import RefusedRule, expanded

OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?::?(\d\d))?")
ONSET = re.compile(r"(\d{8})(?:T(\d{6})Z?)?")
FIXED = re.compile(r"\(?(?:UTC|GMT)\s?([+-])(\d{1,2}):?(\d\d)?\b.*", re.IGNORECASE)
OBSERVANCES = ("BEGIN:STANDARD", "BEGIN:DAYLIGHT")
LAST_ONSET = datetime(2101, 1, 1)  # noqa: DTZ001 - a wall clock


class FileZone(tzinfo):
    """A zone as a file defines it: from each onset on the wall clock the offset that holds afterwards."""

    def __init__(self, name: str, onsets: list[tuple[datetime, timedelta]], before: timedelta) -> None:
        self.name = name
        self.onsets = [at for at, _ in onsets]
        self.offsets = [before, *(offset for _, offset in onsets)]

    def utcoffset(self, at: datetime | None) -> timedelta:
        """Return how far the zone is ahead of UTC when its clocks show `at`."""
        return self.offsets[bisect_right(self.onsets, at.replace(tzinfo=None))] if at else self.offsets[-1]

    def fromutc(self, at: datetime) -> datetime:
        """Return the wall clock's time of a moment given in UTC."""
        guess = at + self.utcoffset(at)
        return at + self.utcoffset(guess)

    def dst(self, at: datetime | None) -> timedelta:
        """Nobody asks how much of the offset is summer's."""
        return timedelta()

    def tzname(self, at: datetime | None) -> str:
        """Return the name the file gives."""
        return self.name


class Zones:
    """Finds the zone of a name among the file's own definitions; `floating` holds where none is named."""

    def __init__(self, defined: Mapping[str, str], floating: tzinfo) -> None:
        self.defined = defined
        self.floating = floating
        self.unknown: set[str] = set()

    def zone(self, name: str) -> tzinfo:
        """Return the zone called `name`; an unknown one is noted and read as the owner's own."""
        if not name:
            return self.floating
        zone = named_zone(name) or _defined_zone(name, self.defined.get(name, "")) or _fixed_zone(name)
        if zone is None:
            self.unknown.add(name)
        return zone or self.floating


@lru_cache(maxsize=1024)
def named_zone(name: str) -> ZoneInfo | None:
    """Return the zone that IANA or Windows calls so, also behind a maker's prefix; None if neither does."""
    plain = name.strip().strip('"')
    steps = plain.split("/")
    endings = ("/".join(steps[-count:]) for count in (3, 2) if count < len(steps))
    candidates = (plain, _windows_zones().get(plain, ""), *endings)
    return next(filter(None, map(_installed_zone, candidates)), None)


@cache
def _windows_zones() -> Mapping[str, str]:
    """Return IANA's zone of each that Windows knows."""
    text = resources.files("renmai.sources.ics").joinpath("windows_zones.toml").read_text("utf-8")
    zones: dict[str, str] = tomllib.loads(text)
    return zones


def _installed_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return None


@lru_cache(maxsize=256)
def _defined_zone(name: str, text: str) -> FileZone | None:
    """Return the zone a VTIMEZONE's text defines, or None where it defines nothing usable."""
    onsets: list[tuple[datetime, timedelta]] = []
    befores: list[tuple[datetime, timedelta]] = []
    for block in _observances(text):
        values: dict[str, list[str]] = {}
        for line in block:
            key, _, value = line.strip().partition(":")
            values.setdefault(key.partition(";")[0].upper(), []).append(value.strip())
        first = _onset(next(iter(values.get("DTSTART", [])), ""))
        after = _offset(next(iter(values.get("TZOFFSETTO", [])), ""))
        if first is None or after is None:
            continue
        befores.append((first, _offset(next(iter(values.get("TZOFFSETFROM", [])), "")) or after))
        listed = [
            at for text in values.get("RDATE", []) for stamp in text.split(",") if (at := _onset(stamp))
        ]
        onsets += [(at, after) for at in {first, *listed, *_yearly(first, values.get("RRULE", []))}]
    if not onsets:
        return None
    return FileZone(name, sorted(onsets), min(befores)[1])


def _observances(text: str) -> Iterator[list[str]]:
    """Yield the lines of each of a zone's rules, from its BEGIN to the next END."""
    inside: list[str] | None = None
    for line in text.split("\n"):
        if inside is None:
            inside = [] if line.rstrip(" \t").upper() in OBSERVANCES else None
        elif line[:4].upper() == "END:":
            yield inside
            inside = None
        else:
            inside.append(line)


def _fixed_zone(name: str) -> timezone | None:
    """Return the zone of a name that is an offset or opens with one: `UTC+8`, `(GMT+08:00) Beijing`."""
    match = FIXED.fullmatch(name.strip())
    offset = _offset(f"{match[1]}{match[2]:0>2}{match[3] or '00'}") if match else None
    return None if offset is None else timezone(offset)


def _yearly(first: datetime, rules: list[str]) -> list[datetime]:
    """Return the onsets of an observance's rules; a rule finer than a year is no zone's."""
    yearly = [rule for rule in rules if "FREQ=YEARLY" in rule.upper()]
    try:
        return list(expanded(first, yearly, LAST_ONSET).starts)
    except RefusedRule:
        return []


def _onset(text: str) -> datetime | None:
    match = ONSET.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return datetime.strptime(match[1] + (match[2] or "000000"), "%Y%m%d%H%M%S")  # noqa: DTZ007 - a wall clock
    except ValueError:
        return None


def _offset(text: str) -> timedelta | None:
    match = OFFSET.fullmatch(text.strip())
    if match is None:
        return None
    length = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    if length >= timedelta(days=1):
        return None
    return -length if match[1] == "-" else length
