"""How a row says its person is reached, and which of its addresses and numbers say nothing."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from renmai.sources.address_book import reach
from renmai.sources.address_book.reach import LabelledWay, Way
from renmai.sources.google_csv.columns import Entry

_ROUNDED = re.compile(r"\+?\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)  # what spreadsheets make of 8613800138000
_SHORT = re.compile(r"[\d*#\s-]+")
_MESSENGER = re.compile(
    r"wechat|weixin|微信号?|qq号?|skype|telegram|whatsapp|line|signal|jabber|xmpp|icq|msn|aim|"
    r"google ?talk|gtalk",
    re.IGNORECASE,
)


class Ways(NamedTuple):
    """The ways in one row; numbers that a spreadsheet rounded, and what else is no address or number."""

    found: list[LabelledWay]
    rounded: list[str]
    unreadable: list[str]


def ways_of(entry: Entry, region: str) -> Ways:
    """Return how a row says its person is reached."""
    ways = Ways([], [], [])
    for label, text in entry.values("E-mail"):
        mails = list(reach.mails(text))
        ways.found.extend(_labelled(mails, label))
        if not mails:
            ways.unreadable.append(text)
    for label, text in entry.values("Phone"):
        number = _plain(text)
        if _ROUNDED.fullmatch(number):
            ways.rounded.append(number)
            continue
        phones = list(reach.phones(number, region))
        ways.found.extend(_labelled(phones, label))
        if not phones and not _SHORT.fullmatch(number):
            ways.unreadable.append(text)
    for label, text in entry.values("Website"):
        ways.found.extend(_labelled(reach.page(text, label), label))
    for service, text in _messengers(entry):
        ways.found.extend(_labelled(reach.messenger(service, text, region), service))
    return ways


def is_messenger(label: str) -> bool:
    """Tell whether a label of somebody's own is the name of a messenger."""
    return _MESSENGER.fullmatch(label.strip()) is not None


def _messengers(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield names in messengers; today's export has no column for them, so people keep them in their own."""
    yield from entry.values("IM")
    yield from ((label, text) for label, text in entry.values("Custom Field") if is_messenger(label))


def _labelled(ways: Iterable[Way], label: str) -> Iterator[LabelledWay]:
    """Yield ways with their label; Google marks the preferred one with a star."""
    return (LabelledWay(way, label.lstrip("* "), is_preferred=label.startswith("*")) for way in ways)


def _plain(text: str) -> str:
    """Return a number without the apostrophe of spreadsheets and the invisible marks of copied text."""
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip().removeprefix("'")
