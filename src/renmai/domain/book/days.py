"""Days as people name them: one way of writing, and none that lies centuries off."""

from datetime import date

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)
"""Days outside are typing errors, and beyond them the calendar itself ends."""


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
