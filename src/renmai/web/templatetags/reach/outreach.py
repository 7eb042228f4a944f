"""Outreach on a page: ways and states in words, how much of a chance is left as a bar."""

from django import template

from renmai.domain.book.because import Because
from renmai.wording import sentence

register = template.Library()


@register.filter
def way_words(way: str) -> str:
    """Return what a way is called, nothing where none is known."""
    return sentence(Because(f"way_{way}")) if way else ""


@register.filter
def outreach_words(state: str) -> str:
    """Return where an outreach stands."""
    return sentence(Because(f"outreach_{state}"))
