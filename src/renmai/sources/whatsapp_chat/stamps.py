"""The date and time before each message, in the many forms that WhatsApp writes by the phone's language."""

import re
from datetime import date
from typing import NamedTuple

_MORNING = r"上午|凌晨|早上|清晨|午前|오전|ص|πμ|π\.μ\.|पूर्वाह्न|SA|PG|dop\.|de\.|ÖÖ|FM|f\.m\.|a\.?\s?m\.?"
_AFTERNOON = r"下午|中午|傍晚|晚上|午後|오후|م|μμ|μ\.μ\.|अपराह्न|CH|PTG|odp\.|du\.|ÖS|EM|e\.m\.|p\.?\s?m\.?"
_TIME = (
    rf"(?:(?P<morning_before>{_MORNING})|(?P<afternoon_before>{_AFTERNOON})|(?:kl|klo|à|a|at|om|las|um|в)\.?)?\s?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?"
    rf"(?:\s?(?:(?P<morning>{_MORNING})|(?P<afternoon>{_AFTERNOON})))?"
)
_DATE = r"(?P<a>\d{1,4})(?P<separator>[./年-])\s?(?P<b>\d{1,2})(?:(?P=separator)|月)\s?(?P<c>\d{1,4})[.日]?"
_STAMPS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<open>\[)?{_DATE},?\s{{0,2}}{_TIME}(?(open)\]\s|\s-\s)",
        rf"(?P<open>\[)?{_TIME},?\s{_DATE}(?(open)\]\s|\s-\s)",
    )
)
_MARKS = dict.fromkeys((0x200E, 0x200F, 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
_BLANKS = dict.fromkeys((0xA0, 0x202F, 0x2009), " ")
_PLAIN = _MARKS | _BLANKS | {ord("،"): ",", ord("，"): ",", ord("–"): "-"}
_LONGEST = 64
_HOURS, _MINUTES, _NOON = 24, 60, 12
_BUDDHIST_FROM, _BUDDHIST_YEARS = 2400, 543
_FIRST_YEAR = 1990
_NO_DAY, _RARE = 3, 4
"""What speaks against an order: that it makes no day of a date, as much as three steps back in time; that a
year of two digits would stand first, more than one such date."""


class DateOrder(NamedTuple):
    """In which order day, month and year stand: the place of each among the three numbers."""

    day: int
    month: int
    year: int


DAY_FIRST, MONTH_FIRST, YEAR_FIRST = DateOrder(0, 1, 2), DateOrder(1, 0, 2), DateOrder(2, 1, 0)


class Stamp(NamedTuple):
    """What stands before a message: three numbers of a date, the second of the day, and how it is written.

    `form` tells the stamps of this file from what looks like one inside a message; `is_american` says that
    the rest of it is written as in the United States; `end` is where the message begins in the plain line.
    """

    numbers: tuple[str, str, str]
    second: int
    form: str
    is_american: bool
    end: int


def plain(line: str) -> str:
    """Return a line without marks of direction, with ordinary blanks."""
    return line if line.isascii() else line.translate(_PLAIN)


def stamp_in(line: str) -> Stamp | None:
    """Return the date and time that a plain line begins with, None where there are none."""
    head = line[:_LONGEST]
    for number, form in enumerate(_STAMPS):
        found = form.match(head)
        if found is not None and (second := _second(found)) is not None:
            shape = f"{number}{found['open'] or ''}{found['separator']}{'s' if found['second'] else ''}"
            written = (found["a"], found["b"], found["c"])
            half = found["morning"] or found["afternoon"] or ""
            is_american = found["separator"] == "/" and half.isupper() and not found["a"].startswith("0")
            return Stamp(written, second, shape, is_american, found.end())
    return None


def _second(found: re.Match[str]) -> int | None:
    """Return the second of the day, None where there is none such."""
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour >= _HOURS or minute >= _MINUTES or second > _MINUTES:
        return None
    if (found["afternoon"] or found["afternoon_before"]) and hour < _NOON:
        hour += _NOON
    elif (found["morning"] or found["morning_before"]) and hour == _NOON:
        hour = 0
    return (hour * _MINUTES + minute) * _MINUTES + min(second, _MINUTES - 1)


def is_whatsapps(stamp: Stamp) -> bool:
    """Tell whether a stamp may be one: it holds a day, and is not what is written from Signal's chats."""
    is_day = any(day_of(stamp.numbers, order) for order in (DAY_FIRST, MONTH_FIRST, YEAR_FIRST))
    return is_day and not (stamp.form == "0[-" and len(stamp.numbers[0]) > 2)


def day_of(numbers: tuple[str, str, str], order: DateOrder) -> date | None:
    """Return the day that three numbers are in an order, None where they are none."""
    year = int(numbers[order.year])
    if len(numbers[order.year]) <= 2:
        year += 2000
    elif year > _BUDDHIST_FROM:
        year -= _BUDDHIST_YEARS
    is_short = len(numbers[order.day]) <= 2 and len(numbers[order.month]) <= 2
    if not is_short or year < _FIRST_YEAR:
        return None
    try:
        return date(year, int(numbers[order.month]), int(numbers[order.day]))
    except ValueError:
        return None


class OrderEvidence:
    """Tells the order of the dates by all of them: which are days at all, and which go back in time."""

    def __init__(self) -> None:
        self._against = dict.fromkeys((DAY_FIRST, MONTH_FIRST, YEAR_FIRST), 0)
        self._last: dict[DateOrder, date] = {}
        self._is_american = True
        self._are_alike = True
        self._seen: tuple[str, str, str] | None = None

    def take(self, stamp: Stamp) -> None:
        """Count what a stamp says against each order."""
        self._is_american = self._is_american and stamp.is_american
        if stamp.numbers == self._seen:
            return
        if self._seen is None and len(stamp.numbers[0]) <= 2:
            self._against[YEAR_FIRST] = _RARE
        self._seen = stamp.numbers
        self._are_alike = self._are_alike and int(stamp.numbers[0]) == int(stamp.numbers[1])
        for order in self._against:
            day = day_of(stamp.numbers, order)
            if day is None:
                self._against[order] += _NO_DAY
            else:
                self._against[order] += day < self._last.get(order, day)
                self._last[order] = day

    def order(self) -> tuple[DateOrder, bool]:
        """Return the order, and whether the dates leave no other; else the usual one of their form."""
        usual = MONTH_FIRST if self._is_american else DAY_FIRST
        kept = sorted(self._against, key=lambda order: (self._against[order], order != usual))
        best = kept[0]
        likely = (DAY_FIRST, MONTH_FIRST)
        is_sure = best not in likely or self._against[DAY_FIRST] != self._against[MONTH_FIRST]
        return best, is_sure or self._are_alike
