"""Dates as people and odd programs write them: 2026/11/02, 2 十一月 2026, Nov 2, 2026."""

import re
from datetime import date
from typing import NamedTuple

_EPOCH_DAY = date(1970, 1, 1).toordinal()
# Month by its first letters, in the languages whose programs are known to put them into headers.
_MONTHS = {
    1: "jan gen ene янв", 2: "feb fév fev фев", 3: "mar mär mrt мар", 4: "apr avr abr апр",
    5: "may mai mag mei maj май мая", 6: "jun juin giu июн", 7: "jul juil lug июл", 8: "aug ago aoû авг",
    9: "sep set сен", 10: "oct okt ott out окт", 11: "nov ноя", 12: "dec dez dic déc дек",
}  # fmt: skip
_PREFIXES = {prefix: number for number, prefixes in _MONTHS.items() for prefix in prefixes.split()}
_HAN_DIGITS = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "十一": 11, "十二": 12,
}  # fmt: skip
_YEAR_FIRST = re.compile(r"\b(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)日?")
_MONTH = r"(?:(\d{1,2}|十[一二]?|[一二三四五六七八九])\s?月|([^\W\d_]{3,12})\.?)"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})\.?[\s/-]{{1,3}}{_MONTH},?[\s/-]{{1,3}}(\d{{4}}|\d{{2}}(?![\d:]))"
)
_MONTH_FIRST = re.compile(rf"{_MONTH}[\s/-]{{1,3}}(\d{{1,2}})(?![\d:]),?(?:\s|$)")
_YEAR = re.compile(r"(?<![\d+-])(\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?:(上午|下午|凌晨|中午|晚上)\s?)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:\s?([ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_AFTERNOON = ("下午", "晚上")


class WrittenMoment(NamedTuple):
    """A moment by its writer's clock, and what else the text says (a zone, perhaps)."""

    local_s: int
    rest: str


def written_moment(text: str) -> WrittenMoment | None:
    """Return the moment that a text names by a whole date and a clock, in whichever order."""
    clock = _CLOCK.search(text)
    if clock is None:
        return None
    before, after = text[: clock.start()], text[clock.end() :]
    day = _year_first(before) or _day_first(before) or _month_first(before, after)
    if day is None or int(clock[2]) > 24 or int(clock[3]) > 59 or int(clock[4] or 0) > 60:
        return None
    seconds = ((day * 24 + _hour(clock)) * 60 + int(clock[3])) * 60 + int(clock[4] or 0)
    return WrittenMoment(seconds, _YEAR.sub(" ", after))


def _hour(clock: re.Match[str]) -> int:
    hour, half, mark = int(clock[2]), clock[1], clock[5]
    if not (half or mark):
        return hour
    is_late = half in _AFTERNOON or (mark or "").lower() == "p" or (half == "中午" and hour < 11)
    return hour % 12 + 12 if is_late else (hour if half == "中午" else hour % 12)


def _year_first(text: str) -> int | None:
    match = _YEAR_FIRST.search(text)
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _day_first(text: str) -> int | None:
    for match in _DAY_FIRST.finditer(text):
        if month := _month(match[2], match[3]):
            year = int(match[4]) + (0 if len(match[4]) == 4 else 2000 if int(match[4]) < 50 else 1900)
            return _day(year, month, int(match[1]))
    return None


def _month_first(before: str, after: str) -> int | None:
    """Read `Nov 2` before the clock with the year beside it or at the end, as Java and C write it."""
    year = _YEAR.search(before) or _YEAR.search(after)
    for match in _MONTH_FIRST.finditer(before):
        if year and (month := _month(match[1], match[2])):
            return _day(int(year[1]), month, int(match[3]))
    return None


def _month(number: str | None, word: str | None) -> int | None:
    if number:
        return _HAN_DIGITS.get(number) or int(number)
    name = (word or "").lower()
    return _PREFIXES.get(name[:4]) or _PREFIXES.get(name[:3])


def _day(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal() - _EPOCH_DAY
    except ValueError:
        return None
