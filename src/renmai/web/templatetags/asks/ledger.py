"""The ledger on a page: points, what sort a favour is, the diverging bar."""

from django import template
from django.utils.translation import gettext as _

from renmai.domain.asks.ledger import Balance, Favour

register = template.Library()
MIDDLE, REACH = 50.0, 48.0
"""Where the bar's line stands in its hundred units, and how far a side may go."""
LEAST_REACH = 6.0
"""In points: a ledger of one small favour is not drawn as a full bar."""


@register.filter
def points(value: float) -> str:
    """Return points as one says them: whole from ten on, else to a tenth."""
    shown = f"{value:.0f}" if value >= 9.95 else f"{value:.1f}"
    return shown.removesuffix(".0")


@register.filter
def favour_kind(favour: Favour) -> str:
    """Return what sort of favour it was, nothing where it was simply one."""
    if favour.of_ask:
        return _("an ask that was granted")
    return _("a gift") if favour.is_gift else ""


@register.inclusion_tag("renmai/asks/parts/diverge.html")
def diverge(balance: Balance, most_points: float = 0.0) -> dict[str, object]:
    """Draw what is left of favours: given to the left, received to the right, on one scale.

    :param most_points: what reaches the end of the bar, where several are drawn on one scale
    """
    scale = REACH / max(balance.given, balance.received, most_points, LEAST_REACH)
    given, received = balance.given * scale, balance.received * scale
    return {
        "balance": balance,
        "start": f"{MIDDLE - given:.1f}",
        "given": f"{given:.1f}",
        "received": f"{received:.1f}",
    }
