"""Rendered parts: made once for the same values and language, then handed out again."""

from collections.abc import Hashable, Mapping
from functools import lru_cache

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST_PARTS = 8192
"""Each is some hundred bytes; lists show the same few words of ties, and the same people again."""


def rendered(template: str, values: Mapping[str, Hashable]) -> SafeString:
    """Return what a template makes of some values; it may rest on nothing but them and the language."""
    return _rendered(template, get_language(), tuple(values.items()))


@lru_cache(maxsize=MOST_PARTS)
def _rendered(template: str, _language: str | None, values: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return mark_safe(get_template(template).render(dict(values)))
