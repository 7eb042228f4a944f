"""Reads a stream of bytes line by line, a folded line in one, in whatever width its characters have."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_BLOCK = 256 * 1024
_HUGE = 64 * 1024
_END = rb"(?:\r{0,2}\n|\r(?!\r?\n))"  # some phones end a line with \r\r\n
_LINE_END = re.compile(_END + rb"(?![ \t])|(?i:(?<=BEGIN:VCARD)|(?<=END:VCARD))" + _END)  # these never fold
_LONGEST_LINE_END = 3


class Piece(NamedTuple):
    """A line with its folds, or a part of a huge one, whose first part alone `is_start`."""

    raw: bytes
    line: int
    is_start: bool
    at_byte: int


def pieces(stream: BinaryIO) -> Iterator[Piece]:
    """Yield everything in the stream in order, lines counted from 1."""
    carry, line, is_start, at_byte = b"", 1, True, 0
    for block, at_byte in _blocks(stream):
        text, start = carry + block, 0
        # The line end at the edge is held back: the next block may show that it is a fold.
        sure = len(text) - min(_LONGEST_LINE_END, len(text) - len(text.rstrip(b"\r\n")))
        for found in _LINE_END.finditer(text, 0, sure):
            piece = text[start : found.end()]
            yield Piece(piece, line, is_start, at_byte)
            line, is_start, start = line + _line_ends(piece), True, found.end()
        if sure - start >= _HUGE:
            piece = text[start:sure]
            yield Piece(piece, line, is_start, at_byte)
            line, is_start, start = line + _line_ends(piece), False, sure
        carry = text[start:]
    start = 0
    for found in _LINE_END.finditer(carry):
        yield Piece(carry[start : found.end()], line, is_start, at_byte)
        line, is_start, start = line + _line_ends(carry[start : found.end()]), True, found.end()
    if start < len(carry):
        yield Piece(carry[start:], line, is_start, at_byte)


def wide_charset(head: bytes) -> str:
    """Name UTF-16 or UTF-32 if `head` is one of them, by its mark or by the zeros around the B of BEGIN."""
    for mark, charset in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return charset
    if head[:2] in (b"B\0", b"b\0"):
        return "utf-16-le"
    return "utf-16-be" if head[:2] in (b"\0B", b"\0b") else ""


def _blocks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Yield blocks without a byte order mark: UTF-8 for a wide charset, else the stream's own bytes."""
    block = stream.read(_BLOCK)
    at_byte = len(block)
    charset = wide_charset(block)
    decoder = codecs.getincrementaldecoder(charset)("replace") if charset else None
    text = block if decoder is None else decoder.decode(block).encode()
    text = text.removeprefix(codecs.BOM_UTF8)
    while block:
        yield text, at_byte
        block = stream.read(_BLOCK)
        at_byte += len(block)
        text = block if decoder is None else decoder.decode(block, final=not block).encode()


def _line_ends(piece: bytes) -> int:
    return piece.count(b"\n") or piece.count(b"\r")
