"""The network on a page: what a part is called, how large it is."""

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
