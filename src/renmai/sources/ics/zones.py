"""Time zones by the many names calendars give them: IANA's, Windows', a file's own definition."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from importlib import resources
from zoneinfo import ZoneInfo, available_timezones

from renmai.sources.ics.recurrences import RefusedRule, expanded

OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?::?(\d\d))?")
ONSET = re.compile(r"(\d{8})(?:T(\d{6})Z?)?")
FIXED = re.compile(
    r"\(?(?:UTC|GMT)\s?([+-])(\d{1,2})[:.]?(\d\d)?\b.*|([+-])(\d\d):?(\d\d)|(?:Z|\((?:UTC|GMT)\).*)",
    re.IGNORECASE,
)
DESCRIBED = re.compile(r"\((?:UTC|GMT)\s?(?:([+-])(\d{1,2})[:.]?(\d\d)?)?\)\s*(.+)", re.IGNORECASE)
PLACES = re.compile(r"[,，、;/]")
ESCAPED = re.compile(r"\\([\\,;:])")
NUMBERED = re.compile(r"(?:[ -]\d|\s\(\d\))$")
"""What a program puts behind a name that its file holds twice."""
NO_ZONES = frozenset(("Factory", "localtime", "posixrules"))
MIDWINTER, MIDSUMMER = datetime(2025, 1, 15), datetime(2025, 7, 15)  # noqa: DTZ001 - wall clocks
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
        name = zone_name(name)
        if not name:
            return self.floating
        zone = (
            named_zone(name)
            or _defined_zone(name, self.defined.get(name, ""))
            or _described_zone(name)
            or _fixed_zone(name)
        )
        if zone is None:
            self.unknown.add(name)
        return zone or self.floating


def zone_name(written: str) -> str:
    """Return a zone's name in one form: without quotes, escapes and spaces too many."""
    return " ".join(ESCAPED.sub(r"\1", written).strip().strip('"').split())


@lru_cache(maxsize=1024)
def named_zone(name: str) -> ZoneInfo | None:
    """Return the zone that IANA or Windows calls so, also behind a maker's prefix; None if neither does."""
    plain = zone_name(name)
    steps = plain.split("/")
    endings = ("/".join(steps[-count:]) for count in (3, 2, 1) if count < len(steps))
    return next(filter(None, map(_zone_called, (plain, *endings))), None)


def _zone_called(name: str) -> ZoneInfo | None:
    """Return the zone of a name, whatever its capitals and whether blanks stand for underscores."""
    windows, _ = _tables()
    installed = _installed_zones()
    spelt = (name.casefold(), NUMBERED.sub("", name).casefold())
    found = (installed.get(plain.replace(" ", "_"), "") or windows.get(plain, "") for plain in spelt)
    return _installed_zone(next(filter(None, found), ""))


@cache
def _installed_zones() -> Mapping[str, str]:
    return {name.casefold(): name for name in available_timezones() if name not in NO_ZONES}


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return IANA's zone of each that Windows knows, and of the places its descriptions name."""
    text = resources.files("renmai.sources.ics").joinpath("windows_zones.toml").read_text("utf-8")
    described = tomllib.loads(text)
    places: dict[str, str] = described.pop("places")
    return {name.casefold(): zone for name, zone in described.items()}, places


@lru_cache(maxsize=256)
def _described_zone(name: str) -> ZoneInfo | None:
    """Return the zone that Outlook describes, as in `(UTC+00:00) Dublin, London`, by a place it names."""
    described = DESCRIBED.fullmatch(name)
    if described is None:
        return None
    _, places = _tables()
    offset = _offset(f"{described[1] or '+'}{described[2] or 0:0>2}{described[3] or '00'}")
    named = (places.get(place.strip().casefold(), "") for place in PLACES.split(described[4]))
    cities = (_city_zones().get(place.strip().casefold(), "") for place in PLACES.split(described[4]))
    zones = (zone for found in (*named, *cities) if (zone := _installed_zone(found)))
    return next(
        (
            zone
            for zone in zones
            if zone.utcoffset(MIDWINTER) == offset or zone.utcoffset(MIDSUMMER) == offset
        ),
        None,
    )


@cache
def _city_zones() -> Mapping[str, str]:
    """Return the zones by the place in their name."""
    return {
        name.rpartition("/")[2].replace("_", " ").casefold(): name for name in sorted(available_timezones())
    }


def _installed_zone(name: str) -> ZoneInfo | None:
    if not name:
        return None
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
    sign, hours, minutes = (
        (match[1] or match[4], match[2] or match[5], match[3] or match[6]) if match else ("", "", "")
    )
    offset = _offset(f"{sign or '+'}{hours or 0:0>2}{minutes or '00'}") if match else None
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
