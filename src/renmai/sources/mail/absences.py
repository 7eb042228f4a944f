"""Until when somebody says they are away, as an away notice says it in Chinese or English."""

import re
from datetime import date, timedelta

LONGEST_DAYS = 300
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HAN_WEEKDAYS = "一二三四五六日"
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_BACK = r"(?:back|return(?:ing)?|again|in the office)(?: (?:in|to|at) (?:the )?(?:office|work|my desk))?"
_LEAD = re.compile(
    rf"\b(?:(until|till|through|thru|to|up to and including|including)|({_BACK}) (?:on|from|by))"
    r"\s+(?:and including )?(?:the )?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DAY_MONTH = re.compile(
    rf"(?:\w{{3,9}},? )?(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (\d{{4}}))?", re.I
)
_MONTH_DAY = re.compile(
    rf"(?:\w{{3,9}},? )?{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?", re.IGNORECASE
)
_WEEKDAY = re.compile(r"(?:next )?(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.IGNORECASE)
_HAN_DAY = r"(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})[日号號]"
_UNTIL_HAN = re.compile(rf"(?:至|到|截止到?|直到|—|-|–|~|～)\s?{_HAN_DAY}(?!起)")
_BACK_HAN = re.compile(
    rf"{_HAN_DAY}(?:[^。，,\n]{{0,8}})(?:回来|回到|返回|上班|返岗|回国|回京|回公司|复工|恢复)"
)
_FROM_MONTH = re.compile(r"(\d{1,2})月\d{1,2}[日号號]?")
_BACK_WEEKDAY = re.compile(
    rf"(下)?(?:周|星期|礼拜)([{_HAN_WEEKDAYS}天])(?:[^。，,\n]{{0,6}})(?:回来|回到|返回|上班|返岗|复工)"
)
_UNTIL_WEEKDAY = re.compile(rf"(?:至|到|直到)(下)?(?:本)?(?:周|星期|礼拜)([{_HAN_WEEKDAYS}天])")


def away_until(text: str, sent_on: date) -> date | None:
    """Return the last day on which the writer is away, None where the text names none that can be read.

    Who is back on a day is away until the day before; a day without a year is the next one there is.
    """
    found = _in_english(text, sent_on) or _in_chinese(text, sent_on)
    if found is None or not sent_on <= found <= sent_on + timedelta(days=LONGEST_DAYS):
        return None
    return found


def _in_english(text: str, sent_on: date) -> date | None:
    for lead in _LEAD.finditer(text):
        day = _day_at(text, lead.end(), sent_on)
        if day is not None:
            return day if lead[1] else day - timedelta(days=1)
    return None


def _day_at(text: str, at: int, sent_on: date) -> date | None:
    if match := _ISO.match(text, at):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_MONTH.match(text, at):
        return _next(sent_on, match[3], _MONTHS.index(match[2].lower()) + 1, int(match[1]))
    if match := _MONTH_DAY.match(text, at):
        return _next(sent_on, match[3], _MONTHS.index(match[1].lower()) + 1, int(match[2]))
    if match := _WEEKDAY.match(text, at):
        return _next_weekday(sent_on, _WEEKDAYS.index(match[1].lower()), is_next_week=False)
    return None


def _in_chinese(text: str, sent_on: date) -> date | None:
    if match := _BACK_HAN.search(text):
        back = _next(sent_on, match[1], int(match[2] or sent_on.month), int(match[3]))
        return back - timedelta(days=1) if back else None
    if match := _UNTIL_HAN.search(text):
        begun = _FROM_MONTH.search(text, 0, match.start())
        month = int(match[2] or (begun[1] if begun else sent_on.month))
        return _next(sent_on, match[1], month, int(match[3]))
    for pattern, days_before in ((_BACK_WEEKDAY, 1), (_UNTIL_WEEKDAY, 0)):
        if match := pattern.search(text):
            place = _HAN_WEEKDAYS.find(match[2].replace("天", "日"))
            return _next_weekday(sent_on, place, is_next_week=bool(match[1])) - timedelta(days=days_before)
    return None


def _next(sent_on: date, year: str | None, month: int, day: int) -> date | None:
    if year:
        return _date(int(year), month, day)
    this_year = _date(sent_on.year, month, day)
    return this_year if this_year and this_year >= sent_on else _date(sent_on.year + 1, month, day)


def _next_weekday(sent_on: date, weekday: int, *, is_next_week: bool) -> date:
    """Return the next such weekday; next week's is counted from its Monday, as Chinese counts."""
    if is_next_week:
        return sent_on + timedelta(days=7 - sent_on.weekday() + weekday)
    return sent_on + timedelta(days=(weekday - sent_on.weekday() - 1) % 7 + 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
