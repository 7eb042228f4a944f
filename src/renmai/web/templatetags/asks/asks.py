"""Asks on a page: their sizes, the mark of a verdict, what was said and how they ended."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renmai.domain.asks.ledger import Size
from renmai.domain.asks.limits import AskOutcome, Verdict
from renmai.domain.book.because import Because
from renmai.queries.asks.cards import PastAsk
from renmai.web.templatetags.book.addresses import address_of
from renmai.wording import sentence

register = template.Library()
ICONS = {Verdict.GO: "check", Verdict.WAIT: "wait", Verdict.BETTER_NOT: "x"}
TONES = {Verdict.GO: "go", Verdict.WAIT: "wait", Verdict.BETTER_NOT: "stop"}


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


@register.simple_tag
def ask_address(person_id: int, what: str, size: str, why: str, proud: str = "", wish: str = "") -> str:
    """Return the address that checks an ask of somebody.

    :param proud: yes, no, or empty where the owner does not say
    :param wish: the wish it fulfils
    """
    fields = {"person": person_id, "what": what, "size": size, "why": why, "proud": proud, "wish": wish}
    return address_of("ask", fields)
