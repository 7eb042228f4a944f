"""How channels and yields look on a page: what a channel is called, a band in words, the funnel's bars."""

from collections.abc import Iterable
from typing import NamedTuple

from django import template
from django.utils.translation import gettext

from renmai.domain.book.because import Because
from renmai.queries.reach.channel_cards import ChanceCard, ChannelCard, YieldCard
from renmai.wording import sentence

register = template.Library()
WIDEST = 240
"""How wide the bar of whom most were met by is, in units of the picture."""


@register.filter
def channel_words(channel: str) -> str:
    """Return what a channel is called."""
    return sentence(Because(f"channel_{channel}"))


@register.filter
def period_words(period: str) -> str:
    """Return for how long a fee pays."""
    return sentence(Because(f"period_{period}"))


@register.filter
def band_words(chance: ChanceCard) -> str:
    """Return a chance with its band in percent, as it is read aloud."""
    numbers = {
        "mean": round(chance.mean * 100),
        "low": round(chance.low * 100),
        "high": round(chance.high * 100),
    }
    return gettext("%(mean)s%% (%(low)s to %(high)s%%)") % numbers


class FunnelRow(NamedTuple):
    """One row of the funnel's picture: what it is of, where it stands, how wide each step is."""

    name: str
    top: int
    met: float
    weak: float
    strong: float
    partners: float


@register.simple_tag
def funnel_rows(channels: Iterable[ChannelCard]) -> list[FunnelRow]:
    """Return the rows of the funnel's picture, the widest as wide as it is."""
    cards = list(channels)
    most = max((each.yields.met for each in cards), default=0) or 1
    return [
        FunnelRow(channel_words(each.channel), 26 * place, *_widths(each.yields, most))
        for place, each in enumerate(cards)
    ]


def _widths(card: YieldCard, most: int) -> tuple[float, float, float, float]:
    met, weak, strong, partners = (
        round(WIDEST * part / most, 1) for part in (card.met, card.weak, card.strong, card.partners)
    )
    return met, weak, strong, partners
