"""Favours and asks on a page: points, the diverging bar, the mark of a verdict."""

from django import template

from renmai.domain.asks.ledger import Balance
from renmai.domain.asks.limits import Verdict

register = template.Library()
ICONS = {Verdict.GO: "check", Verdict.WAIT: "wait", Verdict.BETTER_NOT: "x"}
TONES = {Verdict.GO: "go", Verdict.WAIT: "wait", Verdict.BETTER_NOT: "stop"}
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
def tone(verdict: str) -> str:
    """Return the colour's name of a verdict, which judges an act and never somebody."""
    return TONES[Verdict(verdict)]


@register.filter
def verdict_icon(verdict: str) -> str:
    """Return the icon of a verdict."""
    return ICONS[Verdict(verdict)]


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
