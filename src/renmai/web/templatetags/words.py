"""Words on a page: days as <time>, reasons with their figures underlined, names in their own language."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from renmai.domain.book.because import Because
from renmai.domain.book.owners import Viewer
from renmai.domain.people.greetings import call_name
from renmai.domain.people.handles import handle_of
from renmai.domain.people.names import has_han
from renmai.domain.people.occasions import ChineseDate, LunarDay
from renmai.web.pictures import days
from renmai.wording import sentence
from renmai.wording.book.days import MONTHS, day_words
from renmai.wording.people.chinese_calendar import chinese_date_words, lunar_day_words

register = template.Library()
QUOTED = re.compile(r"[“「《][^”」》]*[”」》]")
COUNTS = "one|two|three|four|five|six|seven|eight|nine|ten"
FIGURE = re.compile(
    r"\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日"
    r"|(?:\d[\d,.]*\s?|[一两三四五六七八九十]+)(?:天|小时|个月|年半|年|周|次)"
    r"|[一二三四五六七八九]成五?"
    rf"|\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b"
    rf"|\b(?:\d[\d,.½]*|{COUNTS}) (?:hour|day|week|month|year|time)s?\b"
    r"|\b(?:once|twice)\b|(?<![\w=@./+-])\d[\d,.]*%?(?!\w)"
)
AT_MOST = 2


def is_chinese() -> bool:
    """Tell whether the page is read in Chinese."""
    return (get_language() or "").startswith("zh")


@register.filter
def said(because: Because) -> str:
    """Return a code's sentence."""
    return sentence(because)


@register.filter
def said_code(code: str) -> str:
    """Return the words of a bare code."""
    return sentence(Because(code))


@register.filter
def lunar_day(day: LunarDay | None) -> str:
    """Return a day of the Chinese calendar without its year, nothing where it is kept in the common one."""
    return lunar_day_words(day) if day else ""


@register.filter
def chinese_date(date: ChineseDate) -> str:
    """Return a date of the Chinese calendar with the solar term at hand."""
    return chinese_date_words(date)


@register.simple_tag
def evidence(because: Because, href: str) -> SafeString:
    """Return the sentence, its first two figures linked to what they rest on; quotations are left alone."""
    return mark_safe("".join(_linked(sentence(because), href)))


def _linked(text: str, href: str) -> Iterator[str]:
    quoted = [found.span() for found in QUOTED.finditer(text)]
    place = links = 0
    for found in FIGURE.finditer(text):
        inside = any(start <= found.start() < end for start, end in quoted)
        if inside or links == AT_MOST:
            continue
        yield conditional_escape(text[place : found.start()])
        yield format_html('<a class="evidence" href="{}">{}</a>', href, found.group())
        place, links = found.end(), links + 1
    yield conditional_escape(text[place:])


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


@register.filter
def tongue(text: str) -> SafeString:
    """Return a lang attribute where a run of text is of the other language than the page."""
    is_han = has_han(text or "")
    if is_han == is_chinese() or not text:
        return mark_safe("")
    return mark_safe(' lang="zh-Hans"' if is_han else ' lang="en"')


@register.filter
def pinyin(reading: str, name: str) -> str:
    """Return a name's syllables as a name is written: surname first, two words, nothing split further."""
    syllables = reading.split()
    given = len(call_name(name))
    surname = len(syllables) - given if 0 < given < len(syllables) else 1
    words = ("".join(syllables[:surname]), "".join(syllables[surname:]))
    return " ".join(word.capitalize() for word in words if word)


@register.filter
def handle_words(text: str) -> str:
    """Return a handle as people read it, without its scheme."""
    return handle_of(text).value or text


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
