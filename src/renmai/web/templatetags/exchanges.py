"""Favours and asks on a page: points, the diverging bar, the mark of a verdict."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renmai.domain.asks.ledger import Balance, Favour, Size
from renmai.domain.asks.limits import AskOutcome, Verdict
from renmai.domain.book.because import Because
from renmai.queries.asks.cards import PastAsk
from renmai.wording import sentence

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


@register.simple_tag
def sizes() -> list[Size]:
    """Return every size a favour or an ask may have."""
    return list(Size)


@register.filter
def size_words(size: str) -> str:
    """Return what a size is called."""
    return sentence(Because(f"size_{size}"))


@register.filter
def favour_kind(favour: Favour) -> str:
    """Return what sort of favour it was, nothing where it was simply one."""
    if favour.of_ask:
        return _("an ask that was granted")
    return _("a gift") if favour.is_gift else ""


@register.filter
def check_said(past: PastAsk) -> str:
    """Return what the check said when an ask was made, nothing where there was none."""
    if not past.ask.verdict:
        return ""
    mark = sentence(Because(f"verdict_mark_{past.ask.verdict}"))
    return _("The check said: %(verdict)s") % {"verdict": mark}


@register.filter
def ending(past: PastAsk) -> SafeString:
    """Return how an ask ended, as far as it is known."""
    if past.ask.outcome:
        words = sentence(Because(f"outcome_{past.ask.outcome}"))
        return format_html(
            '<span class="go">{}</span>' if past.ask.outcome == AskOutcome.GRANTED else "{}", words
        )
    return format_html("{}", _("no answer; was it ignored?") if past.is_over else _("not answered yet"))


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
