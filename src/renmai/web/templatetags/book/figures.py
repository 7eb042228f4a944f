"""Figures: how a count, a share and a length are shown."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def count(value: int) -> str:
    """Return a count with its thousands apart."""
    return f"{value:,}"


@register.filter
def minus(value: int, other: int) -> int:
    """Return what is left of a count."""
    return max(0, value - other)


@register.filter
def rounded(value: float) -> int:
    """Return a figure as a whole one, at least 1."""
    return max(1, round(value))


@register.filter
def hundred(share: float) -> int:
    """Return a share from 0 to 1 as a figure of 100."""
    return round(share * 100)


@register.filter
def tenths(share: float) -> str:
    """Return a share from 0 to 1 as a figure of 100 with one decimal."""
    return f"{share * 100:.1f}"


@register.filter
def percent_words(percent: float) -> str:
    """Return a share of 100 with its sign."""
    return f"{number_format(percent, 0)}%"


@register.filter
def plus(value: float, more: float) -> float:
    """Return a length with some more."""
    return round(value + more, 1)


@register.filter
def minus_half(middle: float, half: float) -> float:
    """Return where something begins, from its middle and half its width."""
    return round(middle - half, 1)


@register.filter
def twice(half: float) -> float:
    """Return a width from its half."""
    return round(2 * half, 1)
