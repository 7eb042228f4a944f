"""Which properties of a card say how its person is reached."""

import re
from collections.abc import Iterator, Mapping

from renmai.domain.people.handles import Handle
from renmai.domain.people.mentions import Fact
from renmai.sources.address_book import reach
from renmai.sources.address_book.reach import LabelledWay, Way
from renmai.sources.vcard.properties import Card, CardProperty
from renmai.sources.vcard.usual import REACHING, SERVICE_NAMES, usual
from renmai.sources.vcard.values import text_of

_LONGEST = 1_000
_LABEL = re.compile(r"_\$!<([^<>]*)>!\$_")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!//)(.+)", re.IGNORECASE)
_SERVICE_PARAMS = ("SERVICE-TYPE", "X-SERVICE-TYPE", "X-SERVICE")
_NO_SERVICE = frozenset({"", "home", "work", "pref", "other", "internet", "voice"})


def labels_of(card: Card) -> dict[str, str]:
    """Return what each group is called (`item1.X-ABLabel`), Apple's own words without their wrapping."""
    written = {prop.group: text_of(prop) for prop in card.all("X-ABLABEL") if prop.group}
    return {group: _LABEL.sub(r"\1", label) for group, label in written.items()}


def handles_of(
    card: Card, labels: Mapping[str, str], region: str
) -> tuple[tuple[Handle, ...], tuple[Fact, ...]]:
    """Return the card's handles, and a `shared` fact for each that is not surely this one person's."""
    return reach.settled(
        LabelledWay(way, " ".join((*prop.types, label)), _is_preferred(prop))
        for prop in map(usual, card.properties)
        if len(prop.value) <= _LONGEST and prop.name in REACHING
        for label in [labels.get(prop.group, "")]
        for way in _ways(prop, label, region)
    )


def _ways(prop: CardProperty, label: str, region: str) -> Iterator[Way]:
    """Return the ways that one property names, phone numbers with whose they are."""
    text = text_of(prop)
    match prop.name:
        case "EMAIL":
            return reach.mails(text)
        case "TEL" | "X-MS-TEL":
            return reach.phones(text, region)
        case "X-WECHAT" | "X-WEIXIN" | "X-WECHAT-ID":
            return reach.wechat(text, region)
        case "URL":
            return reach.page(text, label)
        case name if name in SERVICE_NAMES:
            return reach.messenger(SERVICE_NAMES[name], text, region)
        case _:
            return _messenger(prop, text, label, region)


def _messenger(prop: CardProperty, text: str, label: str, region: str) -> Iterator[Way]:
    """Return the name in whatever service a parameter, a label or the address itself says."""
    scheme = _SCHEME.fullmatch(text)
    kinds = [kind for kind in sorted(prop.types) if kind not in _NO_SERVICE]
    named = (*map(prop.param, _SERVICE_PARAMS), label, *kinds, scheme[1] if scheme else "")
    service = next(filter(None, named), "")
    return reach.messenger(service, scheme[2] if scheme else text, region)


def _is_preferred(prop: CardProperty) -> bool:
    return "pref" in prop.types or prop.param("PREF") == "1"
