"""Cuts a stream of bytes into cards while holding no more than one of them."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

CARD_CAP = 64 * 1024 * 1024
_BLOCK = 256 * 1024
_LINE_END = re.compile(rb"\r{0,2}\n|\r")  # some phones end a line with \r\r\n
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:\s*(BEGIN:VCARD\s*)?$", re.IGNORECASE)
_FENCE = re.compile(rb"(BEGIN|END)[ \t]*:[ \t]*VCARD\s*$", re.IGNORECASE)
_BLANKS = b" \t\r\n"


class RawCard(NamedTuple):
    """One card's bytes. `dropped_lines` are where properties were left out, for the card outgrew the cap."""

    number: int
    first_line: int
    raw: bytes
    at_byte: int
    is_closed: bool
    dropped_lines: tuple[int, ...] = ()


class Stray(NamedTuple):
    """Lines that belong to no card."""

    first_line: int
    lines: int
    at_byte: int


def opens_a_card(head: bytes) -> bool:
    """Tell whether a file that starts with `head` is a file of cards."""
    charset = _wide_charset(head)
    text = head[: len(head) // 4 * 4].decode(charset, "replace").encode() if charset else head
    first = text.removeprefix(codecs.BOM_UTF8).lstrip(_BLANKS).split(b"\n", 1)[0].split(b"\r", 1)[0]
    fence = _FENCE.match(first)
    return fence is not None and fence[1].upper() == b"BEGIN"


def cut(stream: BinaryIO, cap: int = CARD_CAP) -> Iterator[RawCard | Stray]:
    """Yield every card in order, and each run of lines outside cards. Wide encodings become UTF-8."""
    line_no = number = 0
    card: _Open | None = None
    stray: Stray | None = None
    for piece, is_start, at_byte in _pieces(stream):
        line_no += is_start
        fence = _FENCE.match(piece) if is_start and piece[:1] in b"BbEe" and len(piece) < 80 else None
        is_begin = fence is not None and fence[1][:1] in b"Bb"
        if is_begin and card is not None and card.awaits_agent():
            card.add(piece, line_no, is_start)
            card.depth += 1
        elif is_begin:
            if card is not None:
                yield card.finished(at_byte, is_closed=False)
            if stray is not None:
                yield stray
            number, stray = number + 1, None
            card = _Open(number, line_no, cap)
            card.add(piece, line_no, is_start)
        elif card is not None:
            card.add(piece, line_no, is_start)
            if fence is not None:
                card.depth -= 1
                if not card.depth:
                    yield card.finished(at_byte, is_closed=True)
                    card = None
        elif piece.strip():
            stray = (
                Stray(line_no, 1, at_byte) if stray is None else stray._replace(lines=stray.lines + is_start)
            )
    if card is not None:
        yield card.finished(at_byte, is_closed=False)
    if stray is not None:
        yield stray


class _Open:
    """The card being gathered."""

    def __init__(self, number: int, first_line: int, cap: int) -> None:
        self.number, self.first_line, self.cap = number, first_line, cap
        self.depth = 1
        self.pieces: list[bytes] = []
        self.size = 0
        self.property_at, self.property_line = 0, first_line
        self.is_dropping = False
        self.dropped: list[int] = []

    def add(self, piece: bytes, line_no: int, is_start: bool) -> None:
        """Add a piece; a property that makes the card too big is left out from its first line to its last."""
        if is_start and piece[:1] not in b" \t" and b":" in piece:
            self.property_at, self.property_line, self.is_dropping = len(self.pieces), line_no, False
            if _AGENT.match(piece) and b"VCARD" in piece[-16:].upper():
                self.depth += 1
        if self.is_dropping:
            return
        if self.size + len(piece) > self.cap:
            self.size -= sum(map(len, self.pieces[self.property_at :]))
            del self.pieces[self.property_at :]
            self.dropped.append(self.property_line)
            self.is_dropping = True
            return
        self.pieces.append(piece)
        self.size += len(piece)

    def awaits_agent(self) -> bool:
        """Tell whether the last line says that another card comes inside this one."""
        last = next((piece for piece in reversed(self.pieces) if piece.strip()), b"")
        return _AGENT.match(last) is not None

    def finished(self, at_byte: int, *, is_closed: bool) -> RawCard:
        """Return the card without the line end behind its last line."""
        raw = b"".join(self.pieces)
        self.pieces.clear()
        raw = raw.rstrip(b"\r\n") if is_closed else raw
        return RawCard(self.number, self.first_line, raw, at_byte, is_closed, tuple(self.dropped))


def _pieces(stream: BinaryIO) -> Iterator[tuple[bytes, bool, int]]:
    """Yield (bytes, whether they start a line, bytes read so far); only a huge line comes in pieces."""
    carry, is_start = b"", True
    for block, at_byte in _blocks(stream):
        text, end = carry + block, 0
        held = min(2, len(text) - len(text.rstrip(b"\r")))  # \r at the edge: perhaps \r\n
        for match in _LINE_END.finditer(text, 0, len(text) - held):
            yield text[end : match.end()], is_start, at_byte
            is_start, end = True, match.end()
        carry = text[end:]
        if len(carry) - held >= _BLOCK // 4:
            yield carry[: len(carry) - held], is_start, at_byte
            carry, is_start = carry[len(carry) - held :], False
    for line in carry.splitlines(keepends=True):
        yield line, is_start, at_byte
        is_start = True


def _blocks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield blocks of UTF-8 or of the stream's own one-byte-wide encoding, without a byte order mark."""
    block = stream.read(_BLOCK)
    at_byte = len(block)
    charset = _wide_charset(block)
    widen = codecs.getincrementaldecoder(charset)("replace") if charset else None
    block = block.removeprefix(codecs.BOM_UTF8)
    while block:
        text = block if widen is None else widen.decode(block).encode()
        yield (text.removeprefix(codecs.BOM_UTF8) if widen else text), at_byte
        block = stream.read(_BLOCK)
        at_byte += len(block)


def _wide_charset(head: bytes) -> str:
    """Name UTF-16 or UTF-32 if `head` is one of them, by its mark or by the zeros around the B of BEGIN."""
    for mark, charset in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return charset
    if head[:1] in b"Bb" and head[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if head[:1] == b"\0" and head[1:2] in (b"B", b"b") else ""
