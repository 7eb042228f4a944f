"""Words of value on a page: how something is known, how much it weighs, which ways it goes."""

from django import template
from django.utils.translation import gettext as _

from renmai.domain.value.values import Effective, Importance, Origin

register = template.Library()


@register.filter
def origin_of_value(origin: str) -> str:
    """Return how a need or an offer is known."""
    return {
        Origin.SAID: _("they said so"),
        Origin.WRITTEN: _("they wrote so"),
        Origin.GUESS: _("my guess"),
    }[Origin(origin)]


@register.filter
def weight_of_value(importance: str) -> str:
    """Return how much it matters."""
    return {
        Importance.LOW: _("a little"),
        Importance.MIDDLE: _("as usual"),
        Importance.HIGH: _("a lot"),
    }[Importance(importance)]


@register.filter
def ways_of_value(ways: Effective) -> str:
    """Return which ways value goes, in a word or two."""
    return {
        Effective.BOTH: _("both ways"),
        Effective.I_FOR_THEM: _("I for them"),
        Effective.THEY_FOR_ME: _("they for me"),
        Effective.NEITHER: _("neither yet"),
    }[ways]


@register.filter
def is_link(proof: str) -> bool:
    """Tell whether a proof is an address one can follow."""
    return proof.startswith(("https://", "http://")) and " " not in proof
