"""How a number, a date or a name stands in a sentence, in Chinese and in English.

The end of a number's name says what it counts, so that a sentence only says where it stands:
`_days` `_hours` are lengths, `ago_days` a day in the past, `in_days` one to come, `_times` how often,
`_people` how many, `_share` a chance or part from 0 to 1, `on` and `_on` a day (`2026-04-16`) or, where no
more is known, a month (`2024-09`); a `date` is one under any name. A list is its items with the language's
own mark between them. All else is shown as it is: what somebody wrote is never looked into, as a subject may
well be `2026-45`.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import TypeGuard

from renmai.domain.people.names import has_han
from renmai.wording.book.days import day_said, month_said
from renmai.wording.book.directions import isolated

_LATIN_EDGE = re.compile(r"[A-Za-z0-9]")
_PLACE = re.compile(r"%\((\w+)\)s")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_CHINESE = "〇一两三四五六七八九十"
_CHINESE_TENTHS = "〇一二三四五六七八九"
_ENGLISH = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MISSING = "…"


def fill(text: str, numbers: Mapping[str, object], *, is_chinese: bool) -> str:
    """Put `numbers` into `text`; between Han and Latin or figures stands one space, but none at a date."""
    said = ""
    has_date_before, end = False, 0
    for place in _PLACE.finditer(text):
        value = numbers.get(place.group(1), _MISSING)
        is_date = _dated(place.group(1), value, is_chinese=is_chinese) is not None
        worded = (_chinese if is_chinese else _english)(place.group(1), value)
        if not is_date and isinstance(value, str | list | tuple):
            worded = isolated(worded)
        if place.start() == 0 and not isinstance(value, str):
            worded = worded[:1].upper() + worded[1:]
        said = _joined(said, text[end : place.start()], is_chinese and not has_date_before)
        said = _joined(said, worded, is_chinese and not is_date)
        has_date_before, end = is_date, place.end()
    return _joined(said, text[end:], is_chinese and not has_date_before)


def _joined(before: str, after: str, is_spaced: bool) -> str:
    """Return two pieces as one, with a space where Han meets a Latin letter or a figure."""
    if not (is_spaced and before and after):
        return before + after
    one, other = before[-1], after[0]
    meets = (has_han(one) and _LATIN_EDGE.match(other)) or (_LATIN_EDGE.match(one) and has_han(other))
    return f"{before} {after}" if meets else before + after


def _dated(name: str, value: object, *, is_chinese: bool) -> str | None:
    """Return a day or month in words, None where `value` is neither, or its name does not say that it is."""
    if isinstance(value, date):
        return day_said(value, is_chinese=is_chinese)
    if not isinstance(value, str) or not (name == "on" or name.endswith("_on")):
        return None
    try:
        if _DAY.fullmatch(value):
            return day_said(date.fromisoformat(value), is_chinese=is_chinese)
        if _MONTH.fullmatch(value):
            month = date.fromisoformat(f"{value}-01")
            return month_said(month.year, month.month, is_chinese=is_chinese)
    except ValueError:  # it looks like one, and the calendar has none of the kind
        return None
    return None


def _plain(value: object, *, mark: str = ", ") -> str:
    """Return a number rounded as people say it, a list by its items, else text."""
    if isinstance(value, list | tuple):
        return mark.join(map(str, value))
    if isinstance(value, float):
        return f"{value:.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"
    return str(value)


def _length(value: float, *, is_hours: bool) -> tuple[str, float]:
    """Return the unit people would use for a length, and how many of it."""
    days = value / 24 if is_hours else value
    if is_hours and days < 0.95:
        return "hour", max(1, round(value))
    if days < 60:
        return "day", max(1 if is_hours else 0, round(days))
    if days < 23.5 * 30.44:
        return "month", round(days / 30.44)
    return "year", round(days / 365.25 * 2) / 2


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _chinese(name: str, value: object) -> str:
    """Return one value as Chinese says it."""
    if (dated := _dated(name, value, is_chinese=True)) is not None:
        return dated
    if not _is_number(value):
        return _plain(value, mark="、")
    if name.endswith("share"):
        return _chinese_share(value)
    if name.endswith("ago_days"):
        return {0: "今天", 1: "昨天", 2: "前天"}.get(round(value)) or f"{_chinese_length(value)}前"
    if name.endswith("in_days"):
        return {0: "今天", 1: "明天", 2: "后天"}.get(round(value)) or f"{_chinese_length(value)}后"
    if name.endswith(("_days", "_hours")):
        return _chinese_length(value, is_hours=name.endswith("_hours"))
    if name.endswith("_times"):
        return f"{_chinese_count(value)}次"
    if name.endswith("_people"):
        return f"{_chinese_count(value)}个人"
    return _plain(value)


def _chinese_count(value: float) -> str:
    """Return a count as prose writes it: small ones as characters, others as figures with their space."""
    count = round(value)
    return _CHINESE[count] if 0 < count <= 10 else f"{count} "


def _chinese_length(value: float, *, is_hours: bool = False) -> str:
    unit, count = _length(value, is_hours=is_hours)
    if unit == "year" and count != int(count):
        return f"{_chinese_count(int(count))}年半"
    return _chinese_count(count) + {"hour": "小时", "day": "天", "month": "个月", "year": "年"}[unit]


def _chinese_share(value: float) -> str:
    twentieths = min(19, max(1, round(value * 20)))
    tenths = _CHINESE_TENTHS[twentieths // 2]
    if twentieths < 2:
        return "半成"
    return f"{tenths}成五" if twentieths % 2 else f"{tenths}成"


def _english(name: str, value: object) -> str:
    """Return one value as English says it."""
    if (dated := _dated(name, value, is_chinese=False)) is not None:
        return dated
    if not _is_number(value):
        return _plain(value)
    if name.endswith("share"):
        return f"{min(95, max(5, round(value * 20) * 5))}%"
    if name.endswith("ago_days"):
        return {0: "today", 1: "yesterday"}.get(round(value)) or f"{_english_length(value)} ago"
    if name.endswith("in_days"):
        return {0: "today", 1: "tomorrow"}.get(round(value)) or f"in {_english_length(value)}"
    if name.endswith(("_days", "_hours")):
        return _english_length(value, is_hours=name.endswith("_hours"))
    if name.endswith("_times"):
        return {1: "once", 2: "twice"}.get(round(value)) or f"{_english_count(value)} times"
    if name.endswith("_people"):
        return "one person" if round(value) == 1 else f"{_english_count(value)} people"
    return _plain(value)


def _english_count(value: float) -> str:
    count = round(value)
    return _ENGLISH[count] if 0 <= count <= 10 else str(count)


def _english_length(value: float, *, is_hours: bool = False) -> str:
    unit, count = _length(value, is_hours=is_hours)
    if count != int(count):
        return f"{int(count)}½ years"
    return f"{_english_count(count)} {unit}" + ("" if count == 1 else "s")
