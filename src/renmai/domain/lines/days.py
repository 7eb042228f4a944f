"""The days a line names, in Chinese and English, seen from the day on which it is written."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from renmai.domain.book.days import is_meant
from renmai.domain.lines.feasts import feasts_in
from renmai.domain.people.occasions import SolarOf

DAYS_A_WEEK = 7
SOON = timedelta(days=60)
"""A day without a year that is so near is meant, rather than the one of last year."""
MIDDLE_OF_MONTH, LAST_OF_DECEMBER = 15, 31
_ZH_DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {
    "两": 2,
    "几": 3,
    "半": 0,
}
_ZH_WEEKDAYS = {word: number for number, word in enumerate("一二三四五六")} | {"日": 6, "天": 6}
_EN_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EN_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EN_COUNTED = "zero one two three four five six seven eight nine ten"
_EN_NUMBERS = {word: number for number, word in enumerate(_EN_COUNTED.split())} | {
    "a": 1,
    "an": 1,
    "couple": 2,
    "few": 3,
}
_N = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})"
_EN_N = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|(?:a )?couple of|a few)"
_WEEKDAY = r"(?P<w>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_SHIFTS = {
    "大前": -3, "前": -2, "昨": -1, "今": 0, "刚": 0, "明": 1, "后": 2, "大后": 3,
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "the day after tomorrow": 2, "tomorrow": 1,
    "last nite": -1, "yday": -1, "yest": -1, "yesturday": -1, "yesteday": -1, "2day": 0, "tonite": 0,
    "tmrw": 1, "tmr": 1, "tmw": 1, "2moro": 1,
}  # fmt: skip
_WEEKS = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}


class NamedDay(NamedTuple):
    """A day with the words that name it and where they stand; `is_due` where they say by when."""

    start: int
    end: int
    on: date
    is_due: bool = False


Found = re.Match[str]
Rule = Callable[[Found, date, bool], date]


def _shifted(found: Found, today: date, _ahead: bool) -> date:
    return today + timedelta(days=_SHIFTS[found["d"].lower()])


def _tomorrow(_found: Found, today: date, _ahead: bool) -> date:
    return today + timedelta(days=1)


def _whole(found: Found, _today: date, _ahead: bool) -> date:
    return date(int(found["y"]), int(found["m"]), int(found["d"]))


def _day_of_year(found: Found, today: date, ahead: bool) -> date:
    return _near(today, ahead, _number(found["m"]), _number(found["d"]))


def _day_of_named_month(found: Found, today: date, ahead: bool) -> date:
    month = _EN_MONTHS.index(found["m"][:3].lower()) + 1
    if found["y"]:
        return date(int(found["y"]), month, int(found["d"]))
    return _near(today, ahead, month, int(found["d"]))


def _near(today: date, ahead: bool, month: int, day: int) -> date:
    """Return the last such day up to today, or one that comes soon; ahead, the next one."""
    near = date(today.year, month, day)
    if not ahead and timedelta(0) < near - today <= SOON:
        return near
    if ahead and near < today:
        return near.replace(year=near.year + 1)
    return near.replace(year=near.year - 1) if not ahead and near > today else near


def _day_of_month(found: Found, today: date, ahead: bool) -> date:
    months = _WEEKS.get(found["r"] or "")
    day = int(found["d"])
    if months is not None:
        return _month_on(today, months).replace(day=day)
    this = today.replace(day=day)
    if ahead:
        return this if this >= today else _month_on(today, 1).replace(day=day)
    return this if this <= today else _month_on(today, -1).replace(day=day)


def _month_on(today: date, months: int) -> date:
    """Return the first of the month so many months on."""
    count = today.year * 12 + today.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _weekday_zh(found: Found, today: date, ahead: bool) -> date:
    weekday = _ZH_WEEKDAYS[found["w"]] if found["w"] in _ZH_WEEKDAYS else int(found["w"]) - 1
    return _weekday(today, weekday, _WEEKS.get(found["r"] or ""), ahead)


def _weekday_en(found: Found, today: date, ahead: bool) -> date:
    weekday = _EN_WEEKDAYS.index(found["w"][:3].lower())
    before = (found["r"] or "").strip().lower()
    if before == "next":
        return _weekday(today, weekday, 1, ahead)
    if before in ("last", "past"):
        return today - timedelta(days=(today.weekday() - weekday - 1) % DAYS_A_WEEK + 1)
    return _weekday(today, weekday, None, ahead)


def _weekday(today: date, weekday: int, week: int | None, ahead: bool) -> date:
    monday = today - timedelta(days=today.weekday())
    if week is not None:
        return monday + timedelta(days=week * DAYS_A_WEEK + weekday)
    if ahead:
        return today + timedelta(days=(weekday - today.weekday()) % DAYS_A_WEEK)
    return today - timedelta(days=(today.weekday() - weekday) % DAYS_A_WEEK)


def _weekend(found: Found, today: date, ahead: bool) -> date:
    before = (found["r"] or "").strip().lower()
    week = {"last": -1, "next": 1}.get(before, _WEEKS.get(before))
    return _weekday(today, 5, week, ahead)


def _counted(found: Found, today: date, _ahead: bool) -> date:
    unit, number = found["u"].lower(), _number(found["n"])
    sign = 1 if found["t"].lower() in ("后", "之后", "以后", "内", "之内", "in", "within") else -1
    if unit.startswith(("月", "个月", "month")):
        first = _month_on(today, sign * number)
        last = (_month_on(first, 1) - timedelta(days=1)).day
        return first.replace(day=min(today.day, last))
    a_week = unit.startswith("week") or "周" in unit or "星期" in unit or "礼拜" in unit
    days = number * (DAYS_A_WEEK if a_week else 1)
    return today + timedelta(days=sign * days)


def _last_week(_found: Found, today: date, _ahead: bool) -> date:
    return today - timedelta(days=DAYS_A_WEEK)


def _end(found: Found, today: date, _ahead: bool) -> date:
    words = found[0].lower()
    if "年" in words or "year" in words:
        return date(today.year, 12, LAST_OF_DECEMBER)
    if "月中" in words:
        this = today.replace(day=MIDDLE_OF_MONTH)
        return this if this >= today else _month_on(today, 1).replace(day=MIDDLE_OF_MONTH)
    months = 1 if "下" in words or "next" in words else -1 if "上" in words or "last" in words else 0
    return _month_on(today, months + 1) - timedelta(days=1)


def _number(text: str) -> int:
    text = text.lower().removeprefix("a ").removesuffix(" of")
    if text.isascii() and text.isdecimal():
        return int(text)
    if text in _EN_NUMBERS:
        return _EN_NUMBERS[text]
    tens, ten, ones = text.rpartition("十")
    return (_ZH_DIGITS.get(tens, 1) * 10 if ten else 0) + (_ZH_DIGITS[ones] if ones else 0)


def _rules() -> Iterator[tuple[re.Pattern[str], Rule]]:
    def rule(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    yield rule(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})(?!\d)[日号]?"), _whole
    yield rule(r"(?<!\d)(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2})(?!\d)(?: ?[日号])?"), _day_of_year
    yield rule(r"(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})[日号]"), _day_of_year
    yield rule(r"(?<![\d/.])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\d/])"), _day_of_year
    yield rule(r"^\s*(?P<m>1[0-2]|0?[1-9])\.(?P<d>\d{1,2})(?=\s|[和跟与见去在陪])"), _day_of_year
    yield rule(r"(?P<r>上|这|本|下)个?月 ?(?P<d>\d{1,2}) ?[日号]"), _day_of_month
    yield rule(r"(?<![\d月])(?P<r>)(?P<d>\d{1,2}) ?[日号](?![楼线门院机])"), _day_of_month
    yield rule(r"(?P<r>上上|上|这|本|下下|下)?个?(?:周|星期|礼拜)末"), _weekend
    yield (
        rule(r"(?P<r>上上|上|这|本|下下|下)?个?(?:周|星期|礼拜)(?P<w>[一二三四五六日天1-6])(?!月)"),
        _weekday_zh,
    )
    yield rule(rf"{_N}(?P<u>天|个?月|周|个?星期|个?礼拜)(?P<t>之?前|以前|之?后|以后|之?内)"), _counted
    yield rule(r"(?P<d>大前|前|昨|今|明|大后|后)(?:天|日|晚|早(?!餐|饭)|夜|儿(?![子女童]))"), _shifted
    yield rule(r"(?P<d>[昨今明])个儿?(?!月)"), _shifted
    yield rule(r"(?P<d>刚)[才刚]"), _shifted
    yield rule(r"(?:上个?|这个?|本|下个?)?月(?:底|末)|(?:今)?年(?:底|末)|月中"), _end
    words = "|".join(word for word in _SHIFTS if word.isascii())
    yield rule(rf"\b(?P<d>{words})\b"), _shifted
    yield rule(r"\btomm?orr?ow\b"), _tomorrow
    yield rule(rf"\b{_EN_N} (?P<u>days?|weeks?|months?) (?P<t>ago)\b"), _counted
    yield rule(rf"\b(?P<t>in|within) {_EN_N} (?P<u>days?|weeks?|months?)\b"), _counted
    yield (
        rule(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}\b\.?(?:,? (?P<y>20\d\d))?"),
        _day_of_named_month,
    )
    yield rule(rf"\b{_MONTH}\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y>20\d\d))?"), _day_of_named_month
    yield rule(r"\b(?P<r>)the (?P<d>\d{1,2})(?:st|nd|rd|th)\b"), _day_of_month
    yield rule(r"\b(?P<r>last |next |this )?weekend\b"), _weekend
    yield (
        rule(
            rf"\b(?P<r>last |next |this |past )?(?<!the )(?!sat (?:down|in|with|next|through|on|at|for"
            rf"|there)\b)"
            rf"{_WEEKDAY}\b"
        ),
        _weekday_en,
    )
    yield rule(r"\blast week\b|上个?(?:周|星期|礼拜)(?![末一二三四五六日天])"), _last_week
    yield rule(r"\bend of (?:the |this |next |last )?(?:month|year)\b"), _end


RULES = tuple(_rules())
_DUE_BEFORE = re.compile(
    r"(?:\bby|\bbefore|\buntil|\bdue|\btill|\bby the)\s+(?:the )?$|截止|最晚$", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\b(?:on|in)\s*$", re.IGNORECASE)
_DUE_BEHIND = re.compile(r"\s*(?:之前|以前|前(?!天|面|台)|内)")


def days_in(
    text: str, *, today: date, ahead: bool = False, solar_of: SolarOf | None = None
) -> list[NamedDay]:
    """Return the days that a text names, in its order.

    :param ahead: whether what has no year or week is to come, as in a promise; else it has been
    :param solar_of: the days of the Chinese calendar; without it they name none
    """
    found = [
        NamedDay(feast.start, feast.end, on)
        for feast in feasts_in(text)
        if (on := feast.near(today, ahead=ahead, solar_of=solar_of)) and is_meant(on)
    ]
    for pattern, rule in RULES:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            behind = _DUE_BEHIND.match(text, match.end())
            is_due = behind is not None or bool(_DUE_BEFORE.search(text[: match.start()]))
            try:
                on = rule(match, today, ahead or is_due)
            except (ValueError, OverflowError):  # no day of the calendar: 30 February, 2026-13-01
                continue
            if is_meant(on):
                found.append(NamedDay(match.start(), behind.end() if behind else match.end(), on, is_due))
    return sorted(found)


def without_days(text: str, days: list[NamedDay]) -> str:
    """Return a text without the words that name these days."""
    for day in sorted(days, reverse=True):
        head = _PREPOSITION.sub("", _DUE_BEFORE.sub("", text[: day.start]))
        text = f"{head} {text[day.end :]}"
    return " ".join(text.split())
