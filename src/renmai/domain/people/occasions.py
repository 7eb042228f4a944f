"""Days that come back every year: when a birthday or anniversary is next, solar or lunar (P3)."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

KINDS = ("birthday", "anniversary")
VALUE = re.compile(r"(lunar:)?(?:(\d{4})|-)-(\d\d)(L?)-(\d\d)")
LUNAR_WORD = re.compile(r"农历|農曆|阴历|陰曆|旧历|舊曆|lunar\s*:?", re.IGNORECASE)
LAST_OF_FEBRUARY = 28
LONGEST_LUNAR_MONTH = 30

# From a year, month, day of the Chinese calendar and whether the month is a leap month to the day in ours;
# None where there is no such day.
SolarOf = Callable[[int, int, int, bool], date | None]


class YearlyDay(NamedTuple):
    """A day of every year, with the year in which it began where that is known."""

    month: int
    day: int
    year: int | None = None
    is_lunar: bool = False
    is_leap: bool = False


class LunarDay(NamedTuple):
    """A day of the Chinese calendar, whatever the year."""

    month: int
    day: int
    is_leap: bool = False


class ChineseDate(NamedTuple):
    """A date of the Chinese calendar; `term` is the solar term at hand from 0, Minor Cold, on, or None."""

    year: int
    lunar: LunarDay
    term: int | None = None
    term_in_days: int = 0


class Return(NamedTuple):
    """When a day comes back, and how many years it then is since it began."""

    on: date
    turning: int | None


def read_day(value: str) -> YearlyDay | None:
    """Return the day a fact's value means, or None if it means none.

    Values are `1990-05-01`, `--05-01`, `lunar:1990-08-16` and `lunar:--08-16`; a day of a leap month has an L
    behind the month, `lunar:2020-04L-15`.
    """
    found = VALUE.fullmatch(value.strip())
    if found is None or (found[4] and not found[1]):
        return None
    year = int(found[2]) if found[2] else None
    day = YearlyDay(int(found[3]), int(found[5]), year, bool(found[1]), bool(found[4]))
    is_real = 1 <= day.month <= 12 and 1 <= day.day <= LONGEST_LUNAR_MONTH if day.is_lunar else _is_solar(day)
    return day if is_real else None


def written(day: YearlyDay) -> str:
    """Return a day as a fact's value, which `read_day` reads again."""
    year = "-" if day.year is None else f"{day.year:04d}"
    plain = f"{year}-{day.month:02d}{'L' if day.is_leap else ''}-{day.day:02d}"
    return f"lunar:{plain}" if day.is_lunar else plain


def is_called_lunar(text: str) -> bool:
    """Tell whether a title, a label or a date says by itself that it goes by the Chinese calendar."""
    return LUNAR_WORD.search(text) is not None


def next_return(day: YearlyDay, today: date, solar_of: SolarOf) -> Return | None:
    """Return when `day` is next, today included; None where the tables of the Chinese calendar end.

    29 February is kept on the 28th in common years, a lunar thirtieth on the 29th of a short month, a day of
    a leap month in the ordinary month of years without that leap month.
    """
    years = range(today.year - 1 if day.is_lunar else today.year, today.year + 2)
    for year in years:
        on = _lunar_day(day, year, solar_of) if day.is_lunar else _solar_day(day, year)
        if on is not None and on >= today:
            since = None if day.year is None else year - day.year
            return Return(on, since if since and since > 0 else None)
    return None


def distinct(days: Iterable[YearlyDay]) -> tuple[YearlyDay, ...]:
    """Return every day once; one that says its year stands for the same day without."""
    fullest: dict[YearlyDay, YearlyDay] = {}
    for day in sorted(days, key=lambda day: (day._replace(year=0), -(day.year or 0))):
        fullest.setdefault(day._replace(year=None), day)
    return tuple(fullest.values())


def _is_solar(day: YearlyDay) -> bool:
    try:
        date(2000, day.month, day.day)  # a leap year
    except ValueError:
        return False
    return True


def _solar_day(day: YearlyDay, year: int) -> date | None:
    if year > date.max.year:
        return None
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return date(year, day.month, LAST_OF_FEBRUARY)


def _lunar_day(day: YearlyDay, year: int, solar_of: SolarOf) -> date | None:
    months = (True, False) if day.is_leap else (False,)
    days = (day.day, day.day - 1) if day.day == LONGEST_LUNAR_MONTH else (day.day,)
    tries = (solar_of(year, day.month, number, is_leap) for is_leap in months for number in days)
    return next((on for on in tries if on is not None), None)
