"""How a day stands in a sentence: with its year only where that is not the reader's own.

A sentence is made far from the door that knows the day; like the language, the day on which it is read is
said once, around everything that speaks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_READ_ON: ContextVar[date | None] = ContextVar("read_on", default=None)


@contextmanager
def read_on(today: date) -> Iterator[None]:
    """Let the sentences made within be read on a day."""
    before = _READ_ON.set(today)
    try:
        yield
    finally:
        _READ_ON.reset(before)


def read_from_here_on(today: date) -> None:
    """Let the sentences of this process, or of this context, be read on a day."""
    _READ_ON.set(today)


def day_said(day: date, *, is_chinese: bool) -> str:
    """Return a day as a sentence says it; where nobody said on which day it is read, with its year."""
    return day_words(day, today=_READ_ON.get() or date.min, is_chinese=is_chinese)


def day_words(day: date, *, today: date, is_chinese: bool) -> str:
    """Return a day as people write it; the year stands only where it is not this one."""
    if is_chinese:
        year = "" if day.year == today.year else f"{day.year}年"
        return f"{year}{day.month}月{day.day}日"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def month_said(year: int, month: int, *, is_chinese: bool) -> str:
    """Return a month as a sentence says it."""
    return f"{year}年{month}月" if is_chinese else f"{MONTHS[month - 1]} {year}"
