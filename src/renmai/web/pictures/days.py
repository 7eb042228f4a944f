"""How a day, a span or a clock time is said on a page, in Chinese and in English."""

from datetime import date, datetime

from django.utils.translation import gettext, ngettext

from renmai.wording.book.days import MONTHS, day_words

WEEKDAYS_ZH = "一二三四五六日"
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def short_day(day: date, *, today: date, is_chinese: bool) -> str:
    """Return a day for a narrow column; English cuts its months to three letters."""
    if is_chinese:
        return day_words(day, today=today, is_chinese=True)
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1][:3]}{year}"


def month_words(month: date, *, is_chinese: bool) -> str:
    """Return a month as an axis names it; with its year where a year's first tick stands."""
    if is_chinese:
        return f"{month.year}年{month.month}月" if month.month <= 3 else f"{month.month}月"
    name = MONTHS[month.month - 1][:3]
    return f"{name} {month.year}" if month.month <= 3 else name


def weekday_words(day: date, *, is_chinese: bool) -> str:
    """Return the weekday's name."""
    return f"星期{WEEKDAYS_ZH[day.weekday()]}" if is_chinese else WEEKDAYS_EN[day.weekday()]


def silence(days: int) -> str:
    """Return how long ago the last contact was, short enough for a column: 31 d, 19 mo."""
    if days <= 0:
        return gettext("today")
    if days < 90:
        return ngettext("%(count)s d", "%(count)s d", days) % {"count": days}
    if days < 730:
        months = round(days / 30.44)
        return ngettext("%(count)s mo", "%(count)s mo", months) % {"count": months}
    years = round(days / 365.25)
    return ngettext("%(count)s yr", "%(count)s yr", years) % {"count": years}


def days_until(days: int) -> str:
    """Return a day to come by its distance."""
    if days <= 0:
        return gettext("today")
    if days == 1:
        return gettext("tomorrow")
    return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}


def clock_words(at: datetime, *, today: date, is_chinese: bool) -> str:
    """Return a moment of the owner's day: the clock today, the day and clock before."""
    if at.date() == today:
        return gettext("today %(clock)s") % {"clock": f"{at:%H:%M}"}
    return f"{short_day(at.date(), today=today, is_chinese=is_chinese)} {at:%H:%M}"
