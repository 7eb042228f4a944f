"""The calendar source: what it calls itself, which files it knows, where its two halves are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.ics.adapt import adapt
from renmai.sources.ics.properties import WHO
from renmai.sources.ics.read import read
from renmai.sources.ics.series import together, whole_of
from renmai.sources.wide_text import narrow
from renmai.sources.words import words_beside

OPENING = re.compile(
    rb"\s*BEGIN[ \t]*:[ \t]*V(CALENDAR|EVENT|TIMEZONE|TODO|JOURNAL|FREEBUSY|AVAILABILITY|ALARM)\s",
    re.IGNORECASE,
)


class CalendarSource:
    """iCalendar (RFC 5545) in UTF-8, UTF-16, UTF-32 or a Chinese charset."""

    name = "ics"
    words = words_beside(__file__)
    brings = Kind.MEETING

    def recognises(self, head: bytes) -> bool:
        """A calendar opens with BEGIN:VCALENDAR, or with a part of one."""
        return OPENING.match(narrow(head)) is not None

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield one record for each event."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say which meetings an event was, or whose birthday."""
        return adapt(record, reading)

    def whole_of(self, record: RawRecord) -> str:
        """Return the id of the series that an event is or is an instance of."""
        return whole_of(record)

    def together(self, record: RawRecord, others: Sequence[RawRecord]) -> RawRecord:
        """Return a series with what its moved and cancelled instances say."""
        return together(record, others)

    def without_lines(self, record: RawRecord, blank: str) -> RawRecord:
        """Return an event without the lines of who takes part that name nobody any more."""
        lines = str(record.fields["event"]).split("\n")
        left = [line for line in lines if not (blank in line and line.lstrip().upper().startswith(WHO))]
        return replace(record, fields={**record.fields, "event": "\n".join(left)})


SOURCE = CalendarSource()
