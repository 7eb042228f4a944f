"""Composes a vCard 4 of somebody (RFC 6350) out of what is known of them, to be handed on."""

from collections.abc import Iterator
from typing import NamedTuple

from renmai.domain.people.handles import HandleKind, handle_of
from renmai.domain.people.occasions import read_day
from renmai.sources.content_lines import escaped, folded

CARD_TYPE = "text/vcard; charset=utf-8"
"""The type by which a browser knows a card."""


class HandedCard(NamedTuple):
    """What a card tells of somebody: `handles` as texts, `birthday` as facts write it.

    `tags` and `notes` are the owner's own words, which go into no card that is handed on.
    """

    name: str
    handles: tuple[str, ...] = ()
    organisation: str = ""
    title: str = ""
    birthday: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def composed(details: HandedCard) -> bytes:
    """Return the card."""
    return "".join(folded(line) + "\r\n" for line in _lines(details)).encode("utf-8", "backslashreplace")


def _lines(details: HandedCard) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"FN:{escaped(details.name)}"
    if details.organisation:
        yield f"ORG:{escaped(details.organisation)}"
    if details.title:
        yield f"TITLE:{escaped(details.title)}"
    for text in details.handles:
        yield from _reached(text)
    yield from _born(details.birthday)
    if details.tags:
        yield f"CATEGORIES:{','.join(map(escaped, details.tags))}"
    for note in details.notes:
        yield f"NOTE:{escaped(note)}"
    yield "END:VCARD"


def _reached(text: str) -> Iterator[str]:
    """Yield how somebody is reached, for the kinds of handles that a card has a place for."""
    handle = handle_of(text)
    match handle.kind:
        case HandleKind.MAIL:
            yield f"EMAIL:{escaped(handle.value)}"
        case HandleKind.PHONE:
            yield f"TEL;VALUE=uri:tel:{handle.value}"
        case HandleKind.WECHAT:
            yield f"X-WECHAT:{escaped(handle.value)}"
        case HandleKind.LINK:
            yield f"URL:{handle.value}"


def _born(value: str) -> Iterator[str]:
    """Yield the birthday: a day of the Chinese calendar in words, since few programs know its own field."""
    day = read_day(value)
    if day is None:
        return
    plain = value.removeprefix("lunar:")
    if day.is_lunar:
        yield f"BDAY;VALUE=text;CALSCALE=chinese:{plain}"
    else:
        yield f"BDAY:{plain.replace('-', '') if day.year else '--' + plain[2:].replace('-', '')}"
