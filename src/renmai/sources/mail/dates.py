"""Dates as mails carry them, made whole epoch seconds with the sender's own zone."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_tz
from functools import lru_cache
from typing import NamedTuple

from renmai.sources.mail.written_dates import written_moment
from renmai.sources.mail.zones import OF_CST, Zone, zone_of

LAST_YEAR = 2100
LONGEST = 200  # characters; no date is longer
HALF_HOUR_S = 1800
MOST_OFF_S = 14 * 3600
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_USUAL = re.compile(
    r"\s*(?:[A-Za-z]{2,9}\.?,?\s*)?(\d{1,2})[ -]+([A-Za-z]{3})[a-z]{0,6}\.?[ -]+(\d{2,4})\s+"
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(.*)$",
    re.DOTALL,
)
_COMMENT = re.compile(r"\([^()]*\)")
_SPACED_CLOCK = re.compile(r"\s{0,9}:\s{0,9}")
_NOON = re.compile(r"\s*([ap])\.?m\b\.?", re.IGNORECASE)
_ZONED = re.compile(r"[+-]\d{4}|\b(?:UTC?|GMT|Z)\b")
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_END_S = (date(LAST_YEAR + 1, 1, 1).toordinal() - _EPOCH_DAY) * 86_400


class Moment(NamedTuple):
    """A point in time, and how many minutes east of UTC its writer was, where the text says it.

    `is_unsure` means that the text names no zone, or one that several countries call by that name.
    """

    at_epoch_s: int
    utc_offset_min: int | None
    is_unsure: bool = False


def moment_of(text: str) -> Moment | None:
    """Read a date of RFC 5322, obsolete zones and bad habits included; None if it is none of 1970 to 2100."""
    return _moment_of(text[:LONGEST])


def settled(moment: Moment | None, received: Moment | None, owner_offset_min: int) -> Moment | None:
    """Return a moment whose zone is in doubt with the zone in which it came right before it was received.

    Without a server's word, `CST` is China's where the owner's own clock shows it; what names no zone at all
    stays UTC.
    """
    if moment is None or not moment.is_unsure:
        return moment
    local_s = moment.at_epoch_s + (moment.utc_offset_min or 0) * 60
    is_cst = moment.utc_offset_min is not None
    if received is None:
        return _at(local_s, owner_offset_min) if is_cst and owner_offset_min in OF_CST else moment
    if is_cst:
        both = (_at(local_s, minutes) for minutes in OF_CST)
        return min(both, key=lambda each: abs(each.at_epoch_s - received.at_epoch_s))
    off_s = round((local_s - received.at_epoch_s) / HALF_HOUR_S) * HALF_HOUR_S
    return _at(local_s, off_s // 60) if abs(off_s) <= MOST_OFF_S else moment


def _at(local_s: int, offset_min: int) -> Moment:
    return Moment(local_s - offset_min * 60, offset_min)


@lru_cache(8192)
def _moment_of(text: str) -> Moment | None:
    match = _USUAL.match(text)
    moment = _usual(match) if match else None
    moment = moment or _iso(text) or _written(text) or _odd(_SPACED_CLOCK.sub(":", _COMMENT.sub("", text)))
    return moment if moment and 0 <= moment.at_epoch_s < _END_S else None


def received_at(header: str) -> str:
    """Return the date at the end of a Received header: after its last semicolon."""
    return header.rpartition(";")[2].strip()


def _usual(match: re.Match[str]) -> Moment | None:
    day, month_name, year_text, hour_text, minute, second, rest = match.groups()
    place = _MONTHS.find(month_name.lower())
    year, hour = int(year_text), int(hour_text)
    if len(year_text) < 4:
        year += 2000 if year < 50 else 1900
    if noon := _NOON.match(rest):
        hour = hour % 12 + (12 if noon[1] in "pP" else 0)
        rest = rest[noon.end() :]
    if place < 0 or hour > 24 or int(minute) > 59 or int(second or 0) > 60:
        return None
    try:
        days = date(year, place // 4 + 1, int(day)).toordinal() - _EPOCH_DAY
    except ValueError:
        return None
    return _zoned(((days * 24 + hour) * 60 + int(minute)) * 60 + int(second or 0), zone_of(rest))


def _zoned(local_s: int, zone: Zone) -> Moment:
    minutes = zone.offset_at(local_s)
    return Moment(local_s - (minutes or 0) * 60, minutes, zone.is_unsure)


def _iso(text: str) -> Moment | None:
    try:
        moment = datetime.fromisoformat(text.strip())
        offset = moment.utcoffset()
        zoned = moment if offset is not None else moment.replace(tzinfo=UTC)
        minutes = None if offset is None else int(offset.total_seconds() // 60)
        return Moment(int(zoned.timestamp()), minutes, offset is None)
    except (ValueError, OverflowError):
        return None


def _written(text: str) -> Moment | None:
    found = written_moment(_SPACED_CLOCK.sub(":", _COMMENT.sub("", text)))
    if found is None:
        return None
    return _zoned(found.local_s, zone_of(" ".join((found.rest, *_COMMENT.findall(text)))))


def _odd(text: str) -> Moment | None:
    """Read what the standard library's patient parser can: `Mon Apr 29 11:00:05 2019` and its like."""
    try:
        parts = parsedate_tz(text)
        if parts is None or parts[0] < 100:
            return None
        offset_s = parts[9] if parts[9] or _ZONED.search(text) else None
        days = date(*parts[:3]).toordinal() - _EPOCH_DAY
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    hour, minute, second = parts[3:6]
    if not (0 <= hour <= 24 and 0 <= minute <= 59 and 0 <= second <= 60):
        return None
    seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - (offset_s or 0)
    return Moment(seconds, None if offset_s is None else offset_s // 60, offset_s is None)
