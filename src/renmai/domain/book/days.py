"""Days and hours as people name them: one way of writing, and none that lies centuries off."""

import re
from datetime import date, time

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
"""Days outside are typing errors, and beyond them the calendar itself ends."""
_HOUR = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")


def is_meant(day: date) -> bool:
    """Tell whether a day may be meant."""
    return EARLIEST <= day <= LATEST


class TooFarOff(ValueError):
    """A day of the calendar that cannot be meant."""


def day_named(text: str) -> date:
    """Return the day that a text like `2026-03-02` names.

    :raises ValueError: if it names none; `TooFarOff` where it cannot be meant
    """
    day = date.fromisoformat(text)
    if not is_meant(day):
        raise TooFarOff(f"{text} is too far off")
    return day


def hour_named(text: str) -> time:
    """Return the hour that a text like `18:30` or `9:05` names.

    :raises ValueError: if it names none
    """
    said = _HOUR.fullmatch(text.strip())
    if said is None:
        raise ValueError(f"{text} is no hour")
    return time(int(said[1]), int(said[2]))
