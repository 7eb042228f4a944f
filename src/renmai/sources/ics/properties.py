"""The properties of one event's text, with their parameters, leniently read."""

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from quopri import decodestring
from typing import NamedTuple

from renmai.sources.content_lines import LAX_PARAMS, PARAMS, params_of

NAME = re.compile(r"[ \t]*([A-Za-z][A-Za-z0-9-]*)[ \t]*[;:]")
QUOTING = re.compile(r"[\"\\^,\x00-\x08\x0b-\x1f]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
HEADS = tuple(re.compile(rf"[ \t]*([\w-]+)[ \t]*{params}(?::|\Z)") for params in (PARAMS, LAX_PARAMS))
PROTECTED = re.compile(r"\\([\\;,:])")
ESCAPE = re.compile(r"\\([\\;,nN])")
LONGEST_UID = 400
LONGEST_TITLE = 80
WHO = ("ATTENDEE", "ORGANIZER")
WHEN = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "CREATED", "DTSTAMP")
WHAT = ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP")
ABOUT_BIRTHDAYS = ("X-NEXTCLOUD-BC-FIELD-TYPE", "X-NEXTCLOUD-BC-UNKNOWN-YEAR", "X-NEXTCLOUD-BC-YEAR")
WANTED = frozenset((*WHO, *WHEN, *WHAT, *ABOUT_BIRTHDAYS))
DATED = re.compile(r"[ \t]*(?:DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)[ \t]*;", re.IGNORECASE)
PARAMETER = re.compile(r"(?:^|;)\s*([\w-]+)\s*=\s*(\"[^\"]*\"|[^;]*)")
QUOTED_PRINTABLE, BASE64 = frozenset(("QUOTED-PRINTABLE", "Q")), frozenset(("BASE64", "B"))
BEFORE_DATE = re.compile(r":(?=\s*\d{4}-?\d\d-?\d\d)")


class CalendarProperty(NamedTuple):
    """One property: `value` as written, parameters by upper-case name."""

    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value with its escapes undone."""
        value = decoded(self.value, self.parameters)
        return ESCAPE.sub(lambda escape: "\n" if escape[1] in "nN" else escape[1], value).strip()


class Event:
    """The properties of one event that we have a use for, and the lines that none could make sense of."""

    def __init__(self, text: str) -> None:
        self.by_name: dict[str, list[CalendarProperty]] = {}
        self.broken: list[str] = []
        for line in text.split("\n"):
            self._add(line)

    def all(self, name: str) -> list[CalendarProperty]:
        """Return every property called `name`."""
        return self.by_name.get(name, [])

    def first(self, name: str) -> CalendarProperty | None:
        """Return the first property called `name`, or None."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """Return the text of the first property called `name`, or ''."""
        first = self.first(name)
        return first.text if first else ""

    @property
    def title(self) -> str:
        """The event's title as a problem names it."""
        return self.text("SUMMARY")[:LONGEST_TITLE] or "…"

    @property
    def uid(self) -> str:
        """The event's own id, or ''; one of absurd length stands for itself by a digest."""
        uid = self.text("UID")
        return uid if len(uid) <= LONGEST_UID else blake2b(uid.encode(), digest_size=16).hexdigest()

    def _add(self, line: str) -> None:
        head = NAME.match(line)
        if head is None or head[1].upper() not in WANTED:
            return
        added = property_of(line)
        if added is None:
            self.broken.append(head[1].upper())
        else:
            self.by_name.setdefault(added.name, []).append(added)


def property_of(line: str) -> CalendarProperty | None:
    """Return the property of one logical line, or None if it is none.

    A quote without its other half is left out. A line without quotes and escapes parts at its first colon,
    which is five times faster than looking at every letter. A date's begins where a date stands: the name of
    a zone may hold a colon, in quotes or not.
    """
    head, colon, value = line.partition(":")
    if DATED.match(head) and (before := BEFORE_DATE.search(line)):
        return _dated(line[: before.start()], line[before.end() :])
    if colon and not QUOTING.search(head):
        name, *parameters = (part.strip() for part in head.split(";"))
        return CalendarProperty(name.upper(), dict(map(_parameter, filter(None, parameters))), value.strip())
    match = next(filter(None, (pattern.match(line) for pattern in HEADS)), None)
    if match is None or CONTROL.search(match[2]):
        return None
    named = {name: _joined(values) for name, values in params_of(match[2]) if name}
    return CalendarProperty(match[1].upper(), named, line[match.end() :].strip())


def _dated(head: str, value: str) -> CalendarProperty | None:
    """Return the property of a date, or None where its parameters hold what no text does."""
    if CONTROL.search(head):
        return None
    name, _, written = head.partition(";")
    named = {
        key.upper(): PROTECTED.sub(r"\1", text.strip().strip('"')) for key, text in PARAMETER.findall(written)
    }
    return CalendarProperty(name.strip().upper(), named, value.strip())


def decoded(value: str, parameters: Mapping[str, str]) -> str:
    """Return a value whose letters stand in another writing (quoted-printable, base64) as it is meant."""
    encoding = parameters.get("ENCODING", "").upper()
    if encoding not in QUOTED_PRINTABLE | BASE64:
        return value
    try:
        content = _undone(value.encode("ascii", "ignore"), encoding)
        text = content.decode(parameters.get("CHARSET", "utf-8"), "replace")
    except (ValueError, LookupError):
        return value
    return text.replace("\r\n", "\n")


def _undone(content: bytes, encoding: str) -> bytes:
    return decodestring(content) if encoding in QUOTED_PRINTABLE else b64decode(content)


def _parameter(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name.strip().upper(), value.strip()


def _joined(values: Sequence[str]) -> str:
    """A parameter's values as one: a name with an unquoted comma comes in pieces."""
    return PROTECTED.sub(r"\1", ", ".join(values))
