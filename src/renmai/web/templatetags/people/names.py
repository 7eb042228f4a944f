"""Names on a page: as one calls somebody, as links, as they are read."""

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renmai.domain.book.because import Because
from renmai.domain.people.greetings import call_name
from renmai.web.templatetags.book.words import tongue
from renmai.wording import sentence

register = template.Library()
MOST_TOLD = 8


@register.filter
def called(name: str) -> str:
    """Return the name by which one calls somebody."""
    return call_name(name)


@register.filter
def pinyin(reading: str, name: str) -> str:
    """Return a name's syllables as a name is written: surname first, two words, nothing split further."""
    syllables = reading.split()
    given = len(call_name(name))
    surname = len(syllables) - given if 0 < given < len(syllables) else 1
    words = ("".join(syllables[:surname]), "".join(syllables[surname:]))
    return " ".join(word.capitalize() for word in words if word)


@register.simple_tag
def person_link(person_id: int, name: str, place: str = "", classes: str = "") -> SafeString:
    """Return a person's name, linked to their page or to a place on it (`#ledger`)."""
    style = format_html(' class="{}"', classes) if classes else ""
    address = f"{reverse('person', args=[person_id])}{place}"
    return format_html('<a{} href="{}"{}>{}</a>', style, address, tongue(name), name)


@register.filter
def telling(names: Iterable[str]) -> list[str]:
    """Return a few names of many, those that are names before those that are addresses."""
    return sorted(names, key=lambda name: "@" in name)[:MOST_TOLD]


@register.filter
def gone_words(state: str) -> str:
    """Return the word for somebody who is archived or has died."""
    return sentence(Because(f"gone_{state}"))


@register.filter
def age_words(age: int | None) -> str:
    """Return how old somebody gets on a day, nothing where it is not known."""
    return _("turns %(age)s") % {"age": age} if age else ""
