"""Cuts a stream of bytes into cards while holding no more than one of them."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from renmai.sources.vcard.pieces import Piece, pieces
from renmai.sources.wide_text import narrow

CARD_CAP = 56 * 1024 * 1024  # an import that keeps such a card stays below 512 MB
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:[ \t]*+(BEGIN[ \t]*:[ \t]*VCARD)?\s*$", re.IGNORECASE)
_FENCE = re.compile(rb"[ \t]*(BEGIN|END)[ \t]*:[ \t]*VCARD\s*$", re.IGNORECASE)
_LONGEST_FENCE = 80


class RawCard(NamedTuple):
    """One card's bytes, the taker's own; from `dropped_line` on, if any, what burst the cap is left out."""

    number: int
    first_line: int
    raw: bytearray
    at_byte: int
    is_closed: bool
    dropped_line: int | None = None


class Stray(NamedTuple):
    """Lines that belong to no card."""

    first_line: int
    lines: int
    at_byte: int


def opens_a_card(head: bytes) -> bool:
    """Tell whether a file that starts with `head` is a file of cards."""
    return any(_fence(line) == "begin" for line in narrow(head).lstrip().splitlines()[:1])


def cut(stream: BinaryIO, cap: int = CARD_CAP) -> Iterator[RawCard | Stray]:
    """Yield every card in order, and each run of lines outside cards. Wide encodings become UTF-8."""
    number = 0
    card: _Open | None = None
    stray: Stray | None = None
    for piece in pieces(stream):
        fence = _fence(piece.raw) if piece.is_start else ""
        if card is not None and (fence != "begin" or card.is_agent_next):
            card.add(piece, fence)
            if card.is_closed:
                yield card.finished(piece.at_byte)
                card = None
        elif fence == "begin":
            yield from filter(None, (card.finished(piece.at_byte) if card is not None else None, stray))
            number, stray = number + 1, None
            card = _Open(number, piece.line, cap)
            card.add(piece, fence)
        elif piece.raw.strip():
            stray = stray or Stray(piece.line, 0, piece.at_byte)
            stray = stray._replace(lines=stray.lines + piece.is_start)
    yield from filter(None, (card.finished(piece.at_byte) if card is not None else None, stray))


class _Open:
    """The card being gathered. `is_agent_next` says that its last line announces another card inside it."""

    def __init__(self, number: int, first_line: int, cap: int) -> None:
        self.number, self.first_line, self.cap = number, first_line, cap
        self.raw = bytearray()
        self.depth = 0
        self.property_at, self.property_line = 0, first_line
        self.is_agent_next = False
        self.is_dropping = False
        self.dropped_line: int | None = None

    @property
    def is_closed(self) -> bool:
        """Whether every BEGIN has met its END."""
        return self.depth == 0

    def add(self, piece: Piece, fence: str) -> None:
        """Add a piece; a property that makes the card too big is left out from its first line to its last."""
        if piece.is_start and b":" in piece.raw:
            self._open_property(piece, fence)
        if self.is_dropping:
            return
        if len(self.raw) + len(piece.raw) > self.cap:
            del self.raw[self.property_at :]
            self.dropped_line = self.dropped_line or self.property_line
            self.is_dropping = True
            return
        self.raw += piece.raw

    def _open_property(self, piece: Piece, fence: str) -> None:
        self.property_at, self.property_line, self.is_dropping = len(self.raw), piece.line, False
        agent = _AGENT.match(piece.raw)
        self.is_agent_next = agent is not None and agent[1] is None
        if fence == "begin" or (agent is not None and agent[1] is not None):
            self.depth += 1
        elif fence == "end":
            self.depth -= 1

    def finished(self, at_byte: int) -> RawCard:
        """Return the card; if it is closed, without the line end behind its last line."""
        while self.is_closed and self.raw.endswith((b"\r", b"\n")):
            del self.raw[-1:]
        return RawCard(self.number, self.first_line, self.raw, at_byte, self.is_closed, self.dropped_line)


def _fence(line: bytes) -> str:
    """Return begin, end or nothing."""
    match = _FENCE.match(line) if line[:1] in b" \tBbEe" and len(line) < _LONGEST_FENCE else None
    return match[1].lower().decode() if match is not None else ""
