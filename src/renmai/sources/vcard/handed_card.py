"""Composes a vCard 4 of somebody (RFC 6350) out of what is known of them, to be handed on."""

from collections.abc import Iterator
from typing import NamedTuple

from renmai.domain.people.handles import HandleKind, handle_of
from renmai.domain.people.occasions import read_day

CARD_TYPE = "text/vcard; charset=utf-8"
"""The type by which a browser knows a card."""
_LONGEST_LINE = 75
_ESCAPED = {"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"}


class HandedCard(NamedTuple):
    """What a card tells of somebody: `handles` as texts, `birthday` as facts write it."""

    name: str
    handles: tuple[str, ...] = ()
    organisation: str = ""
    title: str = ""
    birthday: str = ""


def composed(details: HandedCard) -> bytes:
    """Return the card."""
    return "".join(_folded(line) + "\r\n" for line in _lines(details)).encode()


def _lines(details: HandedCard) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"FN:{_escaped(details.name)}"
    if details.organisation:
        yield f"ORG:{_escaped(details.organisation)}"
    if details.title:
        yield f"TITLE:{_escaped(details.title)}"
    for text in details.handles:
        yield from _reached(text)
    yield from _born(details.birthday)
    yield "END:VCARD"


def _reached(text: str) -> Iterator[str]:
    """Yield how somebody is reached, for the kinds of handles that a card has a place for."""
    handle = handle_of(text)
    match handle.kind:
        case HandleKind.MAIL:
            yield f"EMAIL:{_escaped(handle.value)}"
        case HandleKind.PHONE:
            yield f"TEL;VALUE=uri:tel:{handle.value}"
        case HandleKind.WECHAT:
            yield f"X-WECHAT:{_escaped(handle.value)}"
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


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in text)


def _folded(line: str) -> str:
    """Return a line in pieces that fit, none cut within a character."""
    pieces: list[str] = []
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > _LONGEST_LINE - bool(pieces):
            pieces.append(piece)
            piece = ""
        piece += sign
    return "\r\n ".join([*pieces, piece])
