"""Reads birthdays and anniversaries as people and phones write them, solar and lunar."""

import re
from calendar import monthrange

from renmai.domain.people.occasions import LUNAR_WORD, YearlyDay, written

_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}(?::?\d{2}.*|Z.*)?$")
_YMD = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR_DAY = re.compile(r"--(\d{2})(\d{2})|-{0,2}(\d{1,2})[-/.月](\d{1,2})[日号]?")
_YM = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
_YEAR = re.compile(r"(\d{4})年?")
_NO_YEAR = {
    "0000",
    "0001",
    "1604",
}  # 1604 is Apple's, a leap year so far back that nobody living was born in it
_APPLE_LUNAR = re.compile(r"(\d{4})-?(\d{4})-?(\d{2})(L?)-?(\d{2})")
_LUNAR_MONTH = r"(?P<leap>闰|閏)?(?P<month>正|一|二|三|四|五|六|七|八|九|十|十一|十二|冬|腊|臘|\d{1,2})月"
_LUNAR_DAY = r"(?P<day>(?:初|[二三]?十|廿|卅)?[一二三四五六七八九]|[初二三]?十|廿|卅|\d{1,2})日?"
_LUNAR = re.compile(rf"(?:(?P<year>\d{{4}})年?)?\s*{_LUNAR_MONTH}{_LUNAR_DAY}")
_DIGITS = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {
    "正": 1,
    "冬": 11,
    "腊": 12,
    "臘": 12,
}
_FIRST_YEAR_OF_CYCLE_78 = 1984
_MONTHS = 12


def day_of(text: str) -> str:
    """Return `YYYY-MM-DD`, `--MM-DD` without a year, `YYYY-MM` or `YYYY`; nothing if it is no day."""
    text = _TIME.sub("", text.strip())
    year, month, day = _year_month_day(text)
    if day:
        day_of_year = YearlyDay(month, day, int(year) if year else None)
        return written(day_of_year) if day <= monthrange(int(year or 2000), month)[1] else ""
    part = _YM.fullmatch(text)
    if part is not None and 1 <= int(part[2]) <= 12:
        return f"{part[1]}-{int(part[2]):02d}"
    alone = _YEAR.fullmatch(text)
    return alone[1] if alone is not None and alone[1] not in _NO_YEAR else ""


def lunar_day_of(text: str) -> str:
    """Return `lunar:1980-04-20`, `lunar:--04-20` or, in a leap month, `lunar:2020-04L-20`; or nothing."""
    text = LUNAR_WORD.sub("", text).strip()
    spelt = _LUNAR.fullmatch(text.replace(" ", ""))
    if spelt is None:
        return _lunar(*_year_month_day(_TIME.sub("", text)))
    is_leap = spelt["leap"] is not None
    return _lunar(spelt["year"] or "", _number(spelt["month"]), _number(spelt["day"]), is_leap=is_leap)


def apple_lunar_day_of(text: str) -> str:
    """Read what iPhones write behind X-ALTBDAY: sixty-year cycle, year of the cycle, month and day in one."""
    match = _APPLE_LUNAR.fullmatch(text.strip())
    if match is None:
        return lunar_day_of(text)
    cycle, year_of_cycle, month, leap, day = match.groups()
    year = _FIRST_YEAR_OF_CYCLE_78 + (int(cycle) - 78) * 60 + int(year_of_cycle) - 1
    return _lunar(f"{year:04d}", int(month), int(day), is_leap=bool(leap))


def _year_month_day(text: str) -> tuple[str, int, int]:
    """Return the year, if it is known, the month and the day; ("", 0, 0) if it is no day of any calendar."""
    text = _year_first(text)
    match = _YMD.fullmatch(text) or _COMPACT.fullmatch(text) or _NO_YEAR_DAY.fullmatch(text)
    if match is None:
        return "", 0, 0
    *years, month, day = (sign for sign in match.groups() if sign is not None)
    year = years[0] if years else ""
    is_day = 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    return ("" if year in _NO_YEAR else year, int(month), int(day)) if is_day else ("", 0, 0)


def _year_first(text: str) -> str:
    """Put `31/12/1980` and `12/31/1980` into order; `04/05/1980` may be either day and stays as it is."""
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return text
    one, other = int(match[1]), int(match[3])
    if min(one, other) > _MONTHS or (max(one, other) <= _MONTHS and one != other and match[2] != "."):
        return text
    month, day = (other, one) if match[2] == "." or one > _MONTHS else (one, other)
    return f"{match[4]}-{month:02d}-{day:02d}"


def _lunar(year: str, month: int, day: int, *, is_leap: bool = False) -> str:
    is_day = 1 <= month <= 12 and 1 <= day <= 30
    day_of_year = YearlyDay(month, day, int(year) if year else None, is_lunar=True, is_leap=is_leap)
    return written(day_of_year) if is_day else ""


def _number(sign: str) -> int:
    """Return the number that a lunar month's or day's Chinese words say: 冬 11, 初九 9, 廿三 23."""
    if sign.isdecimal():
        return int(sign)
    sign = sign.removeprefix("初").replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = sign.partition("十")
    if not ten:
        return _DIGITS[sign]
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
