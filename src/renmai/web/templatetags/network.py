"""The network's figures and places: what a part is called, how large it is, where a mark begins."""

from django import template
from django.utils.translation import gettext as _

from renmai.queries.network.cards import NetworkCard, Variety

register = template.Library()
MOST_PARTS = 8


@register.filter
def variety_words(kind: str) -> str:
    """Return what ties are spread over."""
    return {"circles": _("circle"), "organisations": _("organisation"), "channels": _("channel")}[kind]


@register.filter
def share_words(kind: str) -> str:
    """Return the heading over the parts of one kind."""
    return {"organisations": _("Where your people are"), "channels": _("How you are in touch")}[kind]


@register.filter
def one_word(kind: str) -> str:
    """Return what one part of a kind is called at the head of its column."""
    return {"organisations": _("Organisation"), "channels": _("Channel")}[kind]


@register.filter
def largest(variety: Variety, card: NetworkCard) -> list[tuple[str, int, int]]:
    """Return the largest parts of two ties or more, with their share of all ties looked at, in per cent."""
    words = {"mail": _("mail"), "calendar": _("meetings")} if variety.kind == "channels" else {}
    drawn = max(1, len(card.drawn))
    return [
        (words.get(name, name), count, round(100 * count / drawn))
        for name, count in variety.parts[:MOST_PARTS]
        if count > 1
    ]


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
