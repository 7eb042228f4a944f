"""Small calendars for tests: written as text, read and understood as an import would."""

from datetime import UTC, datetime
from io import BytesIO

from renmai.domain.capture.interactions import Interaction
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.ics import SOURCE

READING = Reading(region="CN", time_zone="Asia/Shanghai")


def part(data: bytes | str, name: str = "calendar") -> Part:
    """Return a file's content as a part."""
    content = data.encode() if isinstance(data, str) else data
    return Part(name=name, head=content[:4096], open=lambda: BytesIO(content), size=len(content))


def calendar(*events: str, head: str = "") -> str:
    """Return a calendar with these events, one property a line."""
    bodies = "".join(f"BEGIN:VEVENT\r\n{_lines(event)}END:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{_lines(head)}{bodies}END:VCALENDAR\r\n"


def _lines(text: str) -> str:
    return "".join(f"{line.strip()}\r\n" for line in text.strip().split("\n") if line.strip())


def read(data: bytes | str) -> list[RawRecord | Problem]:
    """Return all that reading a file yields."""
    return list(SOURCE.read(part(data)))


def adapted(data: bytes | str, reading: Reading = READING) -> list[Adapted]:
    """Return what each record of a file means."""
    return [SOURCE.adapt(item, reading) for item in read(data) if isinstance(item, RawRecord)]


def meetings(data: bytes | str, reading: Reading = READING) -> list[Interaction]:
    """Return all meetings of a file."""
    return [meeting for meant in adapted(data, reading) for meeting in meant.interactions]


def codes(data: bytes | str) -> list[str]:
    """Return the codes of all problems, of reading first."""
    of_reading = [item.code for item in read(data) if isinstance(item, Problem)]
    return of_reading + [problem.code for meant in adapted(data) for problem in meant.problems]


def starts(data: bytes | str, reading: Reading = READING) -> list[str]:
    """Return when each meeting begins, in UTC."""
    found = (datetime.fromtimestamp(meeting.at_epoch_s, UTC) for meeting in meetings(data, reading))
    return [f"{at:%Y-%m-%d %H:%M}" for at in found]


def roles(meeting: Interaction) -> dict[str, str]:
    """Return everybody's role by address, else by name; the calendar's owner is `me`."""
    return {_named(part.mention): str(part.role) for part in meeting.participations}


def _named(mention) -> str:
    if any(fact.kind == "me" for fact in mention.facts):
        return "me"
    return mention.handles[0].value if mention.handles else mention.name
