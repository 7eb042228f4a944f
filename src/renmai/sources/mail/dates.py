"""Dates as mails carry them, made whole epoch seconds with the sender's own zone."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_tz
from functools import lru_cache
from typing import NamedTuple

LAST_YEAR = 2100
LONGEST = 200  # characters; no date is longer
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "bst": 60, "cet": 60, "cest": 120,
    "jst": 540, "hkt": 480,
}  # fmt: skip
_USUAL = re.compile(
    r"\s*(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})[ -]+([A-Za-z]{3})[a-z]{0,6}\.?[ -]+(\d{2,4})\s+"
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([+-]\d{4})|\s+([A-Za-z]{1,5})\b)?"
)
_COMMENT = re.compile(r"\([^()]*\)")
_SPACED_CLOCK = re.compile(r"\s{0,9}:\s{0,9}")
_ZONE = re.compile(r"[+-]\d{4}|\b(?:UTC?|GMT|Z)\b")
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_END_S = (date(LAST_YEAR + 1, 1, 1).toordinal() - _EPOCH_DAY) * 86_400


class Moment(NamedTuple):
    """A point in time, and how many minutes east of UTC its writer was, where the text says it."""

    at_epoch_s: int
    utc_offset_min: int | None


def moment_of(text: str) -> Moment | None:
    """Read a date of RFC 5322, obsolete zones and bad habits included; None if it is none of 1970 to 2100."""
    return _moment_of(text[:LONGEST])


@lru_cache(8192)
def _moment_of(text: str) -> Moment | None:
    match = _USUAL.match(text)
    moment = _usual(match) if match else None
    moment = moment or _iso(text) or _odd(_SPACED_CLOCK.sub(":", _COMMENT.sub("", text)))
    return moment if moment and 0 <= moment.at_epoch_s < _END_S else None


def received_at(header: str) -> str:
    """Return the date at the end of a Received header: after its last semicolon."""
    return header.rpartition(";")[2].strip()


def _usual(match: re.Match[str]) -> Moment | None:
    day, month_name, year_text, hour, minute, second, offset, zone = match.groups()
    place = _MONTHS.find(month_name.lower())
    year = int(year_text)
    if len(year_text) < 4:
        year += 2000 if year < 50 else 1900
    if place < 0 or int(hour) > 24 or int(minute) > 59 or int(second or 0) > 60:
        return None
    try:
        days = date(year, place // 4 + 1, int(day)).toordinal() - _EPOCH_DAY
    except ValueError:
        return None
    minutes = _offset(offset) if offset else _ZONES.get((zone or "").lower())
    seconds = ((days * 24 + int(hour)) * 60 + int(minute) - (minutes or 0)) * 60 + int(second or 0)
    return Moment(seconds, minutes)


def _offset(text: str) -> int | None:
    """Return `+0530` in minutes; `-0000` says that the zone is not known, and so does an impossible one."""
    minutes = int(text[1:3]) * 60 + int(text[3:])
    if text == "-0000" or minutes > 14 * 60:
        return None
    return -minutes if text[0] == "-" else minutes


def _iso(text: str) -> Moment | None:
    try:
        moment = datetime.fromisoformat(text.strip())
        offset = moment.utcoffset()
        zoned = moment if offset is not None else moment.replace(tzinfo=UTC)
        return Moment(int(zoned.timestamp()), None if offset is None else int(offset.total_seconds() // 60))
    except (ValueError, OverflowError):
        return None


def _odd(text: str) -> Moment | None:
    """Read what the standard library's patient parser can: `Mon Apr 29 11:00:05 2019` and its like."""
    try:
        parts = parsedate_tz(text)
        if parts is None or parts[0] < 100:
            return None
        offset_s = parts[9] if parts[9] or _ZONE.search(text) else None
        days = date(*parts[:3]).toordinal() - _EPOCH_DAY
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    hour, minute, second = parts[3:6]
    if not (0 <= hour <= 24 and 0 <= minute <= 59 and 0 <= second <= 60):
        return None
    seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - (offset_s or 0)
    return Moment(seconds, None if offset_s is None else offset_s // 60)
