"""From a kept event to what it means: meetings with those who took part, or a day to remember."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from renmai.domain.capture.interactions import Interaction, Kind, Nature
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Reading
from renmai.sources.ics.attendees import Party, party_of
from renmai.sources.ics.birthdays import remembered
from renmai.sources.ics.properties import CalendarProperty, Event, property_of
from renmai.sources.ics.recurrences import MOST_INSTANCES, RefusedRule, expanded
from renmai.sources.ics.series import change_at, changes
from renmai.sources.ics.times import When, duration_of, moment, moments
from renmai.sources.ics.zones import Zones, named_zone

LARGEST_MEETING = 30  # beyond it a meeting is an audience, and says nothing of a tie
MOST_PARTICIPATIONS = 200_000
LONGEST_DAY_S = 8 * 3600
LONGEST_EXCERPT = 280
LONGEST_SUBJECT = 400
MEANT_YEARS = range(1970, 2101)
CALLED_OFF = re.compile(r"(?:cancell?ed|已取消)\s*[:：]", re.IGNORECASE)
LAST_DAY = "2100-12-31"


class Series(NamedTuple):
    """The moments at which an event takes place, and what was wrong with its repetition."""

    starts: tuple[When, ...]
    total: int = 1
    problems: tuple[Problem, ...] = ()


def adapt(record: RawRecord, reading: Reading) -> Adapted:
    """Return the meetings an event was, or whose birthday it keeps; a cancelled one is nothing."""
    event = Event(str(record.fields["event"]))
    zones = _zones(record, reading)
    start = moment(event.first("DTSTART"), zones)
    if start is None or _is_cancelled(record, event):
        return Adapted()
    whose = remembered(event, start, _calendar_of(record))
    if whose is not None:
        return Adapted(mentions=(whose,))
    party = party_of(event, _calendar_of(record), reading.region)
    if not party.participations:
        return Adapted(problems=_problems(record, event, party, ()))
    series = _series(record, event, start, zones)
    most = max(MOST_PARTICIPATIONS // len(party.participations), 1)
    meetings = tuple(_meetings(record, event, start, series.starts[-most:], party, zones, reading))
    cut = _cut(record, event, min(len(series.starts), most), series)
    problems = series.problems + cut + _problems(record, event, party, zones.unknown)
    return Adapted(interactions=meetings, problems=problems)


def _meetings(
    record: RawRecord,
    event: Event,
    start: When,
    starts: Iterable[When],
    party: Party,
    zones: Zones,
    reading: Reading,
) -> Iterator[Interaction]:
    """Yield every meeting of an event, those behind a change of the rest as the change says."""
    changed = changes(record, start, zones)
    parties = {later: party_of(later.event, _calendar_of(record), reading.region) for later in changed}
    for at in starts:
        later = change_at(changed, at.local)
        if later is None:
            yield _meeting(record, event, start, at, party, zones)
        elif not _is_cancelled(record, later.event) and parties[later].participations:
            moved = at._replace(local=at.local + later.shift)
            meeting = _meeting(record, later.event, later.start, moved, parties[later], zones)
            yield meeting._replace(external_id=f"{_id_of(record, event)}#{at.stamp}")


def _calendar_of(record: RawRecord) -> str:
    return str(record.fields.get("calendar", ""))


def _id_of(record: RawRecord, event: Event) -> str:
    """Return the id of an event, of all its instances alike."""
    return str(record.fields.get("id") or event.uid or record.external_id)


def _is_cancelled(record: RawRecord, event: Event) -> bool:
    """Tell whether a meeting was called off. Outlook only says so in the title of an invitee's copy."""
    method = str(record.fields.get("method", "")).upper()
    is_said = event.text("STATUS").upper() == "CANCELLED" or method == "CANCEL"
    return is_said or CALLED_OFF.match(event.text("SUMMARY")) is not None


def _zones(record: RawRecord, reading: Reading) -> Zones:
    """Return the zones an event may name; a floating time is the calendar's own, else the owner's."""
    defined = record.fields.get("zones", {})
    calendar_zone = named_zone(str(record.fields["zone"])) if "zone" in record.fields else None
    floating: tzinfo = calendar_zone or named_zone(reading.time_zone) or ZoneInfo("UTC")
    return Zones(defined if isinstance(defined, dict) else {}, floating)


def _series(record: RawRecord, event: Event, start: When, zones: Zones) -> Series:
    """Return when an event takes place: its rule, added dates, less what was cancelled or moved."""
    rules = [prop.value for prop in event.all("RRULE")]
    added = {at.on_wall_of(start) for prop in event.all("RDATE") for at in moments(prop, zones)}
    if event.first("RECURRENCE-ID") or not (rules or added) or record.fields.get("single"):
        return Series((start,))
    problems: tuple[Problem, ...] = ()
    left_out = 0
    limit = datetime.fromisoformat(str(record.fields.get("until", LAST_DAY))) + timedelta(days=1)
    locals_ = {start.local}
    try:
        expansion = expanded(start.local, rules, max(limit, start.local), start.zone)
        locals_, left_out = set(expansion.starts), expansion.total - len(expansion.starts)
    except RefusedRule as refused:
        problems = (_problem(record, event, refused.code),)
    gone = [at for prop in _taken_out(record, event) for at in moments(prop, zones)]
    gone_days = {at.local.date() for at in gone if at.is_day}
    gone_times = {at.on_wall_of(start) for at in gone if not at.is_day}
    kept = sorted(
        at
        for at in locals_ | added
        if at not in gone_times and at.date() not in gone_days and at.year in MEANT_YEARS
    )
    starts = tuple(When(at, start.zone, start.is_day) for at in kept[-MOST_INSTANCES:])
    return Series(starts, len(kept) + left_out, problems)


def _taken_out(record: RawRecord, event: Event) -> list[CalendarProperty]:
    """Return the properties that name instances which do not take place, or not as the series says."""
    moved = record.fields.get("moved", ())
    lines = moved if isinstance(moved, list | tuple) else ()
    return [*event.all("EXDATE"), *(parsed for line in lines if (parsed := property_of(str(line))))]


def _cut(record: RawRecord, event: Event, kept: int, series: Series) -> tuple[Problem, ...]:
    if kept >= series.total:
        return ()
    return (_problem(record, event, "ics_recurrence_cut", {"kept": kept, "total": series.total}),)


def _meeting(
    record: RawRecord, event: Event, start: When, at: When, party: Party, zones: Zones
) -> Interaction:
    """Return one meeting at one moment."""
    uid = _id_of(record, event)
    instance = moment(event.first("RECURRENCE-ID"), zones)
    is_repeated = bool(event.all("RRULE") or event.all("RDATE"))
    name = instance.stamp if instance else at.stamp if is_repeated else ""
    is_note = start.is_day and event.text("TRANSP").upper() == "TRANSPARENT"
    is_audience = len(party.participations) + party.left_out > LARGEST_MEETING
    return Interaction(
        external_id=f"{uid}#{name}" if name else uid,
        kind=Kind.MEETING,
        at_epoch_s=at.epoch_s,
        participations=party.participations,
        subject=event.text("SUMMARY")[:LONGEST_SUBJECT],
        excerpt=_excerpt(event),
        thread=uid,
        channel="calendar",
        nature=Nature.MASS if is_note or is_audience else Nature.DIRECT,
        duration_s=_duration_s(event, start, zones),
        utc_offset_min=at.utc_offset_min,
    )


def _excerpt(event: Event) -> str:
    """Return where it was, and the beginning of what it was about."""
    parts = (" ".join(event.text(name).split()) for name in ("LOCATION", "DESCRIPTION"))
    return " · ".join(filter(None, parts))[:LONGEST_EXCERPT]


def _duration_s(event: Event, start: When, zones: Zones) -> int:
    """Return how long a meeting lasts; nobody sits in one for more than a working day."""
    end = moment(event.first("DTEND"), zones)
    if end is not None:
        length = end.epoch_s - start.epoch_s
    elif event.first("DURATION"):
        length = int((duration_of(event.text("DURATION")) or timedelta()).total_seconds())
    else:
        length = LONGEST_DAY_S if start.is_day else 0
    return min(max(length, 0), LONGEST_DAY_S)


def _problems(
    record: RawRecord, event: Event, party: Party, unknown_zones: Iterable[str]
) -> tuple[Problem, ...]:
    """Return what of an event could not be used."""
    problems = []
    if "ATTENDEE" in event.broken or "ORGANIZER" in event.broken:
        problems.append(_problem(record, event, "ics_attendee_unreadable"))
    if party.left_out:
        problems.append(_problem(record, event, "ics_attendees_left_out", {"left_out": party.left_out}))
    problems += [
        _problem(record, event, "ics_time_zone_unknown", {"zone": name}) for name in sorted(unknown_zones)
    ]
    return tuple(problems)


def _problem(record: RawRecord, event: Event, code: str, numbers: dict[str, object] | None = None) -> Problem:
    return Problem(
        source=record.source,
        file="",
        where=record.where,
        code=code,
        numbers={"title": event.title, **(numbers or {})},
    )
