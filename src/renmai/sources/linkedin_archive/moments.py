"""The dates of the archive: 12 Mar 2024; 2026-08-01 02:00:00 UTC; 11/09/24, 05:33 PM. All are in UTC."""

import re
from datetime import UTC, datetime

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAY = re.compile(r"(\d{1,2}) ([A-Za-z]{3})[a-z]{0,6} (\d{4})")
_ISO = re.compile(
    r"(\d{4})[-/](\d{2})[-/](\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,6})?)?(?: ?(?:UTC|Z))?"
)
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s([AP])M)?")
_NOON = 12


def moment_of(text: str) -> datetime | None:
    """Return the moment that a text names, None where it names none."""
    text = " ".join(text.split())
    try:
        if found := _ISO.fullmatch(text):
            year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
            return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        if (found := _DAY.fullmatch(text)) and found[2].lower() in _MONTHS:
            return datetime(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]), tzinfo=UTC)
        if found := _AMERICAN.fullmatch(text):
            month, day, year, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
            if found[7]:
                hour = hour % _NOON + (_NOON if found[7] == "P" else 0)
            return datetime(year if year > 99 else 2000 + year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return None
