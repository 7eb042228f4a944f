"""Places: the pages one can go to, as the rail, the phone's tabs and the palette list them."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class PageLink(NamedTuple):
    """A page: its route, its icon, what it is called."""

    route: str
    icon: str
    words: object


TODAY, PEOPLE = PageLink("today", "today", _("Today")), PageLink("people", "people", _("People"))
NETWORK, VALUE = PageLink("network", "network", _("Network")), PageLink("value", "value", _("Value"))
UNFILED = PageLink("unfiled", "file", _("To be filed"))
WITH_PEOPLE = (
    VALUE,
    PageLink("ask", "ask", _("Asks")),
    PageLink("cooperation", "coop", _("Cooperation")),
    PageLink("path", "intro", _("Introductions")),
    PageLink("reach", "chat", _("Breaking the ice")),
    PageLink("channels", "in", _("Channels")),
    PageLink("reputation", "tree", _("Reputation")),
    PageLink("leaving", "out", _("If I left")),
)
FOOT = (PageLink("sources", "source", _("Sources")), PageLink("settings", "settings", _("Settings")))
BESIDE = (
    PageLink("line", "plus", _("Write it down")),
    PageLink("favours", "balance", _("The ledger")),
    PageLink("asks", "ask", _("Past asks")),
    PageLink("groups", "people", _("Groups")),
    PageLink("tiers", "rings", _("Tiers")),
    PageLink("same", "people", _("Same person?")),
    PageLink("history", "clock", _("History")),
)
"""Pages that others lead to; they stand in no rail."""
RAIL = ((TODAY, PEOPLE, NETWORK, UNFILED), WITH_PEOPLE)
TABS = (TODAY, PEOPLE, VALUE, NETWORK)
MORE = ((UNFILED, *WITH_PEOPLE[1:], *BESIDE), FOOT)
"""What a phone's tabs have no room for."""


def places(typed: str) -> Sequence[PageLink]:
    """Return the pages whose names contain what was typed."""
    every = chain(*RAIL, BESIDE, FOOT)
    return [place for place in every if typed.casefold() in str(place.words).casefold()]
