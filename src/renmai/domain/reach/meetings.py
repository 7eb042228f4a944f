"""Meetings: what is arranged with people, from a calendar or by hand (R7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

LONGEST_WHAT = 200
LONGEST_PLACE = 200
AHEAD_DAYS = 14
"""So far ahead meetings are listed; a brief is read the evening before, not a month before."""
READY_DAYS = 1
"""From the evening before on a meeting stands on Today, with its brief."""
ASKED_AFTER_DAYS = 2
"""For so many days after a meeting the owner is asked what came of it, until something is written down."""
LARGEST = 12
"""Beyond so many people it is an audience: nobody prepares for each of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A meeting of the owner with people of the book.

    `numbers` name what was arranged by hand, one for each person; `is_in_calendar` where a calendar tells of
    it. `at` is None where only the day is known; `arranged_on` is the day it was written down here.
    """

    person_ids: tuple[int, ...]
    on: date
    at: time | None = None
    what: str = ""
    place: str = ""
    numbers: tuple[int, ...] = ()
    is_in_calendar: bool = False
    arranged_on: date | None = None

    @property
    def when(self) -> tuple[date, time]:
        """Return by what meetings are put in order: those of a day without an hour stand first."""
        return self.on, self.at or time()


def joined(meetings: Iterable[Appointment]) -> list[Appointment]:
    """Return meetings in the order of time, each once.

    What was arranged by hand with several people at one moment about one thing is one meeting. What stands in
    a calendar too is the same where day and somebody agree, and the hour does not speak against it. Two
    entries of calendars stay two.
    """
    found: list[Appointment] = []
    for each in sorted(meetings, key=lambda each: (each.is_in_calendar, each.numbers, each.when)):
        place = next((place for place, other in enumerate(found) if _is_one(other, each)), None)
        if place is None:
            found.append(each)
        else:
            found[place] = _both(found[place], each)
    return sorted(found, key=lambda each: each.when)


def _is_one(one: Appointment, other: Appointment) -> bool:
    if one.on != other.on or (one.at and other.at and one.at != other.at):
        return False
    if not other.is_in_calendar:
        return (one.at, one.what, one.place) == (other.at, other.what, other.place)
    return not one.is_in_calendar and not set(one.person_ids).isdisjoint(other.person_ids)


def _both(one: Appointment, other: Appointment) -> Appointment:
    """Return two that are one; what the owner wrote themselves comes first."""
    return Appointment(
        person_ids=tuple(dict.fromkeys((*one.person_ids, *other.person_ids))),
        on=one.on,
        at=one.at or other.at,
        what=one.what or other.what,
        place=one.place or other.place,
        numbers=(*one.numbers, *other.numbers),
        is_in_calendar=one.is_in_calendar or other.is_in_calendar,
        arranged_on=one.arranged_on or other.arranged_on,
    )
