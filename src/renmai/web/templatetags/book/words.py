"""Words on a page: reasons with their figures underlined, runs of text in their own language."""

import re
from collections.abc import Iterator

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from renmai.domain.book.because import Because
from renmai.domain.people.names import has_han
from renmai.wording import sentence
from renmai.wording.book.days import MONTHS

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


@register.filter
def tongue(text: str) -> SafeString:
    """Return a lang attribute where a run of text is of the other language than the page."""
    is_han = has_han(text or "")
    if is_han == is_chinese() or not text:
        return mark_safe("")
    return mark_safe(' lang="zh-Hans"' if is_han else ' lang="en"')


@register.filter
def spoken(text: str) -> SafeString:
    """Return a run of text marked with its own language where that is not the page's."""
    return format_html("<span{}>{}</span>", tongue(text), text) if text else mark_safe("")


@register.filter
def aside(text: str, classes: str = "soft") -> SafeString:
    """Return what is said softly beside a name, nothing where there is nothing to say."""
    return format_html('<span class="{}"{}>{}</span>', classes, tongue(text), text) if text else mark_safe("")
