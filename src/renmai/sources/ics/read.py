"""From a calendar file to raw records, one for each event, in one sweep after a first look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from hashlib import blake2b

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.charsets import text_of
from renmai.sources.ics.blocks import Block, blocks
from renmai.sources.ics.properties import LONGEST_TITLE, Event
from renmai.sources.ics.recurrences import MOST_INSTANCES, MOST_RULES, steps_of
from renmai.sources.ics.series import changes_the_rest, zones_of
from renmai.sources.ics.times import moment
from renmai.sources.ics.uids import UidTally
from renmai.sources.ics.zones import Zones, named_zone, zone_name
from renmai.sources.limits import Place, one_by_one

SOURCE_NAME = "ics"
ABOUT_ANSWERS = frozenset(("REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER"))
MOST_OVERRIDES = 100_000
YEARS_AHEAD = 2
FREE_UNITS = 1_000_000  # of what series bring, beside one for each byte of their file
LONGEST_ZONE = 16_000  # characters; it is kept with each event that names it, and real ones have a third
SANE_YEARS = range(1970, 2101)
MOST_CHANGES_OF_THE_REST = 1_000
UID = re.compile(rb"^UID[ \t]*(?:;[^:\n]*)?:[ \t]*(.+)$", re.MULTILINE | re.IGNORECASE)
OVERRIDE = re.compile(rb"^(RECURRENCE-ID[ \t]*[;:].+)$", re.MULTILINE | re.IGNORECASE)
NOTED = re.compile(
    rb"^(?:DTSTAMP|CREATED|LAST-MODIFIED)[ \t]*(?:;[^:\n]*)?:[ \t]*(\d{4})", re.MULTILINE | re.IGNORECASE
)
STARTED = re.compile(rb"^DTSTART[ \t]*(?:;[^:\n]*)?:[ \t]*(\d{4})", re.MULTILINE | re.IGNORECASE)
STAMP = re.compile(r"^DTSTAMP[ \t]*[;:].*\n?", re.MULTILINE | re.IGNORECASE)
ZONE_OWN_NAME = re.compile(r"^TZID[^:\n]*:(.+)$", re.MULTILINE | re.IGNORECASE)


@dataclass(slots=True)
class Survey:
    """What must be known of a file before its events: zones, calendars, moved instances, how new it is."""

    zones: dict[tuple[int, str], str] = field(default_factory=dict)
    properties: dict[tuple[int, str], str] = field(default_factory=dict)
    overrides: dict[str, list[str]] = field(default_factory=dict)
    changes_of_the_rest: dict[str, list[str]] = field(default_factory=dict)
    uids: UidTally = field(default_factory=UidTally)
    long_zones: list[tuple[str, Block]] = field(default_factory=list)
    series_units: int = 0
    noted_year: int = 0
    started_year: int = 0

    def zone(self, calendar: int, name: str) -> str:
        """Return the definition of a zone, this calendar's before that of another one in the file."""
        others = (text for (_, called), text in self.zones.items() if called == name)
        return self.zones.get((calendar, name)) or next(others, "")

    @property
    def until(self) -> date:
        """The day to which an endless series is followed: two years beyond the newest note in the file."""
        return date((self.noted_year or self.started_year or SANE_YEARS[0]) + YEARS_AHEAD, 12, 31)


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every event of a file as a record, and what could not be read as problems."""
    survey = _survey(part)
    for name, block in survey.long_zones:
        yield _problem(part, block, "ics_zone_too_long", name=name)
    with part.open() as stream:
        told = (block for block in blocks(stream) if block.kind in ("fault", "event"))
        yield from one_by_one(SOURCE_NAME, part.name, told, partial(_items, part, survey), _place)


def _items(part: Part, survey: Survey, block: Block) -> list[RawRecord | Problem]:
    if block.kind == "fault":
        return [_problem(part, block, block.name)]
    item = _record(part, block, survey)
    is_single = isinstance(item, RawRecord) and "single" in item.fields
    cut = [_problem(part, block, "ics_series_not_followed", Event(text_of(block.text)))] if is_single else []
    return [item, *cut]


def _place(block: Block) -> Place:
    return Place(at(line=block.line), block.at_byte)


def _survey(part: Part) -> Survey:
    """Sweep the file once for what its events need."""
    survey = Survey()
    overrides = 0
    with part.open() as stream:
        for block in blocks(stream):
            if block.kind == "zone":
                text = text_of(block.text)
                name = ZONE_OWN_NAME.search(text)
                if name and len(text) > LONGEST_ZONE:
                    survey.long_zones.append((name[1].strip()[:LONGEST_TITLE], block))
                elif name:
                    survey.zones[block.calendar, zone_name(name[1])] = text
            elif block.kind == "property":
                survey.properties.setdefault((block.calendar, block.name), text_of(block.text).strip())
            elif block.kind == "event":
                overrides += _note(survey, block, is_full=overrides >= MOST_OVERRIDES)
    return survey


def _note(survey: Survey, block: Block, *, is_full: bool) -> int:
    """Note an event's years and whether it replaces an instance of a series; return how many it replaces."""
    survey.noted_year = max([survey.noted_year, *_years(NOTED, block.text)])
    survey.started_year = max([survey.started_year, *_years(STARTED, block.text)])
    uid, override = UID.search(block.text), OVERRIDE.search(block.text)
    if uid and not override:
        survey.uids.note(block.text, uid[1].strip())
    if not uid or not override or is_full:
        return 0
    key, line = text_of(uid[1]).strip(), text_of(override[1]).strip()
    survey.overrides.setdefault(key, []).append(line)
    if changes_the_rest(line) and len(survey.changes_of_the_rest) < MOST_CHANGES_OF_THE_REST:
        survey.changes_of_the_rest.setdefault(key, []).append(text_of(block.text))
    return 1


def _years(pattern: re.Pattern[bytes], text: bytes) -> list[int]:
    return [year for digits in pattern.findall(text) if (year := int(digits)) in SANE_YEARS]


def _record(part: Part, block: Block, survey: Survey) -> RawRecord | Problem:
    """Return the record of one event, or what is wrong with it."""
    text = text_of(block.text)
    event = Event(text)
    if survey.properties.get((block.calendar, "METHOD"), "").upper() in ABOUT_ANSWERS:
        return _problem(part, block, "ics_answer_only", event)
    start = moment(event.first("DTSTART"), Zones({}, UTC))
    if start is None:
        code = "ics_event_start_unreadable" if event.first("DTSTART") else "ics_event_without_start"
        return _problem(part, block, code, event)
    if start.local.year not in SANE_YEARS and not event.all("RRULE"):
        return _problem(part, block, "ics_event_date_impossible", event)
    fields = _fields(text, event, block.calendar, survey)
    digest = digest_of({**fields, "event": STAMP.sub("", text)})
    survey.series_units += _units(event, start.local, survey.until)
    if event.all("RRULE") and survey.series_units > FREE_UNITS + block.at_byte:
        fields["single"] = True
    own_id = survey.uids.own_id(block.text, event)
    if own_id != event.uid:
        fields["id"] = own_id
    return RawRecord(
        source=SOURCE_NAME,
        external_id=_external_id(event, fields, own_id),
        digest=digest,
        fields=fields,
        where=at(line=block.line),
        at_byte=block.at_byte,
    )


def _fields(text: str, event: Event, calendar: int, survey: Survey) -> dict[str, object]:
    """Return the event with all that is needed to understand it later, alone."""
    fields: dict[str, object] = {"event": text}
    for name, key in (("METHOD", "method"), ("X-WR-TIMEZONE", "zone")):
        if value := survey.properties.get((calendar, name)):
            fields[key] = value
    names = (survey.properties.get((calendar, name)) for name in ("X-WR-CALNAME", "NAME"))
    if called := next(filter(None, names), ""):
        fields["calendar"] = called
    used = [text]
    if event.all("RRULE") or event.all("RDATE"):
        if _is_endless(event):
            fields["until"] = survey.until.isoformat()
        moved = survey.overrides.get(event.uid, [])
        if moved and not event.first("RECURRENCE-ID"):
            fields["moved"] = sorted(set(moved))
            later = survey.changes_of_the_rest.get(event.uid, [])
            fields |= {"later": sorted(set(later))} if later else {}
            used += [*moved, *later]
    named = sorted({zone for one in used for zone in zones_of(one)})
    zones = {name: survey.zone(calendar, name) for name in named if named_zone(name) is None}
    defined = {name: zone for name, zone in zones.items() if zone}
    if defined:
        fields["zones"] = defined
    return fields


def _units(event: Event, start: datetime, until: date) -> int:
    """Return about what a series costs: the steps to follow it, its meetings, who took part in them."""
    people = len(event.all("ATTENDEE")) + len(event.all("ORGANIZER"))
    if not people:
        return 0
    steps = sum(steps_of(start, prop.value, until) for prop in event.all("RRULE")[:MOST_RULES])
    return steps // 4 + min(steps, MOST_INSTANCES) * (8 + people)


def _is_endless(event: Event) -> bool:
    """Whether a meeting comes back without end; to how far it is followed then depends on the file's age."""
    rules = [prop.value.upper() for prop in event.all("RRULE")]
    has_people = event.all("ATTENDEE") or event.all("ORGANIZER")
    return bool(has_people) and any("UNTIL=" not in rule and "COUNT=" not in rule for rule in rules)


def _external_id(event: Event, fields: dict[str, object], uid: str) -> str:
    """Return the event's own id; an instance that replaces another of its series adds which one."""
    if not uid:
        plain = STAMP.sub("", str(fields["event"])).encode("utf-8", "surrogatepass")
        return f"without-uid-{blake2b(plain, digest_size=16).hexdigest()}"
    instance = event.first("RECURRENCE-ID")
    return f"{uid}#{instance.value}" if instance else uid


def _problem(part: Part, block: Block, code: str, event: Event | None = None, **more: object) -> Problem:
    return Problem(
        source=SOURCE_NAME,
        file=part.name,
        where=at(line=block.line),
        code=code,
        numbers={"title": event.title, **more} if event else more,
        at_byte=block.at_byte,
    )
