"""Days of the Chinese calendar and its solar terms, as Chinese and English name them."""

from django.utils.translation import get_language

from renmai.domain.people.occasions import ChineseDate, LunarDay

CALENDAR_ZH = "农历"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
FIRST_OF_A_CYCLE = 4
"""The year 4 was a 甲子, with which every cycle of sixty years begins."""
MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
FIGURES = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}
TERMS = (
    ("小寒", "Minor Cold"),
    ("大寒", "Major Cold"),
    ("立春", "Start of Spring"),
    ("雨水", "Rain Water"),
    ("惊蛰", "Awakening of Insects"),
    ("春分", "Spring Equinox"),
    ("清明", "Qingming"),
    ("谷雨", "Grain Rain"),
    ("立夏", "Start of Summer"),
    ("小满", "Grain Buds"),
    ("芒种", "Grain in Ear"),
    ("夏至", "Summer Solstice"),
    ("小暑", "Minor Heat"),
    ("大暑", "Major Heat"),
    ("立秋", "Start of Autumn"),
    ("处暑", "End of Heat"),
    ("白露", "White Dew"),
    ("秋分", "Autumn Equinox"),
    ("寒露", "Cold Dew"),
    ("霜降", "Frost's Descent"),
    ("立冬", "Start of Winter"),
    ("小雪", "Minor Snow"),
    ("大雪", "Major Snow"),
    ("冬至", "Winter Solstice"),
)
AWAY_ZH = ("今日", "明日", "两天后", "三天后", "四天后", "五天后")
AWAY_EN = ("today", "tomorrow", "in 2 days", "in 3 days", "in 4 days", "in 5 days")


def lunar_day_words(day: LunarDay) -> str:
    """Return a day of the Chinese calendar without its year, `农历八月十六`."""
    if _is_chinese():
        return f"{CALENDAR_ZH}{_month_and_day(day)}"
    leap = "leap " if day.is_leap else ""
    return f"day {day.day} of the {leap}{day.month}{ENDINGS.get(day.month, 'th')} lunar month"


def chinese_date_words(date: ChineseDate) -> str:
    """Return a day with its year and the solar term at hand, `丙午年二月廿九，四天后谷雨`."""
    term = "" if date.term is None else _term(date.term, date.term_in_days)
    if _is_chinese():
        return "，".join(filter(None, (f"{_year(date.year)}年{_month_and_day(date.lunar)}", term)))
    return ", ".join(filter(None, (lunar_day_words(date.lunar), term)))


def _is_chinese() -> bool:
    return (get_language() or "").startswith("zh")


def _year(year: int) -> str:
    place = year - FIRST_OF_A_CYCLE
    return STEMS[place % len(STEMS)] + BRANCHES[place % len(BRANCHES)]


def _month_and_day(day: LunarDay) -> str:
    return f"{'闰' if day.is_leap else ''}{MONTHS[day.month - 1]}月{_day(day.day)}"


def _day(day: int) -> str:
    """Return a day as the Chinese calendar writes it: 初一, 十五, 二十, 廿九, 三十."""
    if day <= 10:
        return f"初{FIGURES[day]}"
    if day in (20, 30):
        return f"{FIGURES[day // 10]}十"
    return f"{'十' if day < 20 else '廿'}{FIGURES[day % 10]}"


def _term(term: int, in_days: int) -> str:
    chinese, english = TERMS[term]
    return AWAY_ZH[in_days] + chinese if _is_chinese() else f"{english} {AWAY_EN[in_days]}"
