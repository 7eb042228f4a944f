"""Reads a stream of bytes line by line, a folded line in one, in whatever width its characters have."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from renmai.sources.wide_text import narrow_blocks

_BLOCK = 256 * 1024
_HUGE = 64 * 1024
_LINE_END = re.compile(rb"(?:\r{0,2}\n|\r(?!\r?\n))(?![ \t])")  # some phones end a line with \r\r\n
_FENCE_BEFORE_INDENT = re.compile(
    rb"(?:BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*(?:\r{0,2}\n|\r)(?=[ \t])", re.IGNORECASE
)
_LONGEST_LINE_END = 3


class Piece(NamedTuple):
    """A line with its folds, or a part of a huge one, whose first part alone `is_start`."""

    raw: bytes
    line: int
    is_start: bool
    at_byte: int


def pieces(stream: BinaryIO) -> Iterator[Piece]:
    """Yield everything in the stream in order, lines counted from 1."""
    line = 1
    for raw, is_start, at_byte in _folded_lines(stream):
        if raw[:1] == b"\xef":  # where files were put together, a mark stands between them
            raw = raw.removeprefix(codecs.BOM_UTF8)
        fence = _FENCE_BEFORE_INDENT.match(raw) if is_start and raw[:1] in b"BbEe" else None
        if fence is not None:  # a fence never folds: what is indented behind it stands for itself
            yield Piece(raw[: fence.end()], line, True, at_byte)
            yield Piece(raw[fence.end() :], line + 1, True, at_byte)
        else:
            yield Piece(raw, line, is_start, at_byte)
        line += raw.count(b"\n") or raw.count(b"\r")


def _folded_lines(stream: BinaryIO) -> Iterator[tuple[bytes, bool, int]]:
    """Yield (bytes, whether they start a line, bytes read so far)."""
    carry, is_start, at_byte = b"", True, 0
    for block, at_byte in narrow_blocks(stream, _BLOCK):
        text, start = carry + block, 0
        # The line end at the edge is held back: the next block may show that it is a fold.
        sure = len(text) - min(_LONGEST_LINE_END, len(text) - len(text.rstrip(b"\r\n")))
        for line_end in _LINE_END.finditer(text, 0, sure):
            yield text[start : line_end.end()], is_start, at_byte
            is_start, start = True, line_end.end()
        if sure - start >= _HUGE:
            yield text[start:sure], is_start, at_byte
            is_start, start = False, sure
        carry = text[start:]
    start = 0
    for line_end in _LINE_END.finditer(carry):
        yield carry[start : line_end.end()], is_start, at_byte
        is_start, start = True, line_end.end()
    if start < len(carry):
        yield carry[start:], is_start, at_byte
