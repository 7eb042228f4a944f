"""Composes a calendar (RFC 5545) of days and moments, for other programs to read."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from renmai.sources.content_lines import escaped, folded


class WrittenEvent(NamedTuple):
    """One event: a whole day, yearly perhaps, or a moment (with its zone) and how long it lasted."""

    uid: str
    title: str
    at: date | datetime
    lasted_s: int = 0
    is_yearly: bool = False


def calendar(events: Iterable[WrittenEvent], *, now: datetime) -> Iterator[bytes]:
    """Yield the calendar piece by piece."""
    stamp = f"{now:%Y%m%dT%H%M%SZ}"
    yield _bytes(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Renmai//Renmai//EN"])
    for event in events:
        yield _bytes(_lines(event, stamp))
    yield _bytes(["END:VCALENDAR"])


def _lines(event: WrittenEvent, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    if isinstance(event.at, datetime):
        yield f"DTSTART:{event.at:%Y%m%dT%H%M%SZ}"
        if event.lasted_s > 0:
            yield f"DTEND:{event.at + timedelta(seconds=event.lasted_s):%Y%m%dT%H%M%SZ}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.at:%Y%m%d}"
    if event.is_yearly:
        yield "RRULE:FREQ=YEARLY"
    yield f"SUMMARY:{escaped(event.title)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _bytes(lines: Iterable[str]) -> bytes:
    return "".join(folded(line) + "\r\n" for line in lines).encode("utf-8", "backslashreplace")
