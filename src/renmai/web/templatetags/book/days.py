"""Days and moments on a page, as <time> and in words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from renmai.domain.book.owners import Viewer
from renmai.domain.people.occasions import ChineseDate, LunarDay
from renmai.web.pictures import days
from renmai.web.templatetags.book.words import is_chinese
from renmai.wording.book.days import day_words
from renmai.wording.people.chinese_calendar import chinese_date_words, lunar_day_words

register = template.Library()


@register.simple_tag(takes_context=True)
def day(context: template.Context, value: date | None, style: str = "words") -> SafeString | str:
    """Return a day as <time>; `style` short for a narrow column, full for one that always names its year."""
    if value is None:
        return ""
    wording = days.short_day if style == "short" else day_words
    return format_html(
        '<time datetime="{}">{}</time>',
        value.isoformat(),
        wording(value, today=date.min if style == "full" else context["today"], is_chinese=is_chinese()),
    )


@register.simple_tag(takes_context=True)
def span(context: template.Context, since: date | None, until: date | None) -> SafeString | str:
    """Return from when to when something was, as far as either end is known."""
    first, last = day(context, since), day(context, until)
    if since and until:
        words = gettext("%(first)s to %(last)s")
    elif since:
        words = gettext("since %(first)s")
    else:
        words = gettext("until %(last)s") if until else ""
    return mark_safe(words % {"first": first, "last": last})


@register.simple_tag(takes_context=True)
def moment(context: template.Context, value: datetime | None) -> SafeString | str:
    """Return a moment of the owner's zone as <time>."""
    if value is None:
        return ""
    at = value.astimezone(ZoneInfo(context["viewer"].time_zone))
    words = days.clock_words(at, today=context["today"], is_chinese=is_chinese())
    return format_html('<time datetime="{}">{}</time>', at.isoformat(timespec="minutes"), words)


@register.simple_tag(takes_context=True)
def since(context: template.Context, value: date | None) -> SafeString | str:
    """Return how long ago a day was, for a column of figures."""
    if value is None:
        return ""
    return format_html(
        '<time datetime="{}">{}</time>', value.isoformat(), days.silence((context["today"] - value).days)
    )


@register.filter
def until(count: int) -> str:
    """Return a number of days to come in words."""
    return days.days_until(count)


@register.filter
def weekday(value: date) -> str:
    """Return the weekday's name."""
    return days.weekday_words(value, is_chinese=is_chinese())


@register.filter
def month(value: date) -> str:
    """Return a month as an axis names it."""
    return days.month_words(value, is_chinese=is_chinese())


@register.simple_tag(takes_context=True)
def local_day(context: template.Context, value: datetime) -> SafeString:
    """Return the owner's day of a moment; its year stands above it in a list, not beside it."""
    at = value.astimezone(ZoneInfo(context["viewer"].time_zone))
    words = days.short_day(at.date(), today=at.date(), is_chinese=is_chinese())
    return format_html('<time datetime="{}">{}</time>', at.isoformat(timespec="minutes"), words)


@register.filter
def local_year(value: datetime, viewer: Viewer) -> int:
    """Return the owner's year of a moment."""
    return value.astimezone(ZoneInfo(viewer.time_zone)).year


@register.filter
def lunar_day(day: LunarDay | None) -> str:
    """Return a day of the Chinese calendar without its year, nothing where it is kept in the common one."""
    return lunar_day_words(day) if day else ""


@register.filter
def chinese_date(date: ChineseDate) -> str:
    """Return a date of the Chinese calendar with the solar term at hand."""
    return chinese_date_words(date)
