"""Places: the pages one can go to, as the rail, the phone's tabs and the palette list them."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Place(NamedTuple):
    """A page: its route, its icon, what it is called."""

    route: str
    icon: str
    words: object


TODAY, PEOPLE = Place("today", "today", _("Today")), Place("people", "people", _("People"))
NETWORK, VALUE = Place("network", "network", _("Network")), Place("value", "value", _("Value"))
WITH_PEOPLE = (
    VALUE,
    Place("ask", "ask", _("Asks")),
    Place("cooperation", "coop", _("Cooperation")),
    Place("path", "intro", _("Introductions")),
    Place("reputation", "tree", _("Reputation")),
    Place("leaving", "out", _("If I left")),
)
FOOT = (Place("sources", "source", _("Sources")), Place("settings", "settings", _("Settings")))
BESIDE = (
    Place("favours", "balance", _("The ledger")),
    Place("asks", "ask", _("Past asks")),
    Place("tiers", "rings", _("Tiers")),
)
"""Pages that others lead to; they stand in no rail."""
RAIL = ((TODAY, PEOPLE, NETWORK), WITH_PEOPLE)
TABS = (TODAY, PEOPLE, VALUE, NETWORK)
MORE = ((*WITH_PEOPLE[1:], *BESIDE), FOOT)
"""What a phone's tabs have no room for."""


def places(typed: str) -> Sequence[Place]:
    """Return the pages whose names contain what was typed."""
    every = chain(*RAIL, BESIDE, FOOT)
    return [place for place in every if typed.casefold() in str(place.words).casefold()]
