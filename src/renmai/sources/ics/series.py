"""Series whose parts lie apart: what instances in any order or file say of the whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from renmai.domain.capture.records import RawRecord
from renmai.sources.ics.properties import Event, property_of
from renmai.sources.ics.times import When, moment
from renmai.sources.ics.zones import Zones, zone_name

ZONED = re.compile(r"^.*TZID[ \t]*=.*$", re.MULTILINE | re.IGNORECASE)
INSTANCE = re.compile(r"^RECURRENCE-ID[ \t]*[;:].+$", re.MULTILINE | re.IGNORECASE)
SERIES = re.compile(r"^(?:RRULE|RDATE)[ \t]*[;:]", re.MULTILINE | re.IGNORECASE)
REST = re.compile(r"RANGE[ \t]*=[ \t]*\"?THISANDFUTURE", re.IGNORECASE)


class SeriesChange(NamedTuple):
    """How a series goes on from one of its instances: another event, so much later or earlier than before."""

    since: datetime
    event: Event
    start: When
    shift: timedelta


def changes_the_rest(line: str) -> bool:
    """Tell whether a RECURRENCE-ID speaks of all later instances, too."""
    return REST.search(line) is not None


def zones_of(text: str) -> Iterator[str]:
    """Yield the zones that the properties of a text name."""
    for line in ZONED.findall(text):
        prop = property_of(line)
        if prop is not None and (name := zone_name(prop.parameters.get("TZID", ""))):
            yield name


def whole_of(record: RawRecord) -> str:
    """Return the id of the series that an event is, or is an instance of; else nothing."""
    text = str(record.fields["event"])
    is_part = INSTANCE.search(text) or SERIES.search(text)
    return Event(text).uid if is_part and "id" not in record.fields else ""


def together(record: RawRecord, others: Sequence[RawRecord]) -> RawRecord:
    """Return a series with what its instances in other records say of it."""
    moved, later = _listed(record, "moved"), _listed(record, "later")
    zones = _zones(record)
    for other in others:
        text = str(other.fields["event"])
        if (instance := INSTANCE.search(text)) is None:
            continue
        moved.append(instance[0])
        if changes_the_rest(instance[0]):
            later.append(text if not _is_cancelled(other) else f"{text}\nSTATUS:CANCELLED")
        zones = {**_zones(other), **zones}
    fields = {**record.fields, "moved": sorted(set(moved)), "later": sorted(set(later)), "zones": zones}
    return replace(record, fields=fields)


def _is_cancelled(record: RawRecord) -> bool:
    return str(record.fields.get("method", "")).upper() == "CANCEL"


def changes(record: RawRecord, start: When, zones: Zones) -> list[SeriesChange]:
    """Return from when on a series goes on otherwise, the earliest first."""
    found = []
    for text in _listed(record, "later"):
        event = Event(text)
        instance, moved_to = (
            moment(event.first("RECURRENCE-ID"), zones),
            moment(event.first("DTSTART"), zones),
        )
        if instance is not None and moved_to is not None:
            since = instance.on_wall_of(start)
            found.append(SeriesChange(since, event, moved_to, moved_to.on_wall_of(start) - since))
    return sorted(found, key=lambda later: later.since)


def change_at(changed: Iterable[SeriesChange], at: datetime) -> SeriesChange | None:
    """Return the last change that holds for an instance, or None."""
    return next((later for later in reversed(list(changed)) if later.since <= at), None)


def _listed(record: RawRecord, name: str) -> list[str]:
    listed = record.fields.get(name, ())
    return [str(text) for text in listed] if isinstance(listed, list | tuple) else []


def _zones(record: RawRecord) -> dict[str, str]:
    zones = record.fields.get("zones", {})
    return dict(zones) if isinstance(zones, dict) else {}
