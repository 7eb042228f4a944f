"""The logical lines of a calendar file: unfolded, whatever its line ends and width of characters."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from renmai.sources.wide_text import narrow_blocks

CHUNK = 65_536
QUOTED_PRINTABLE = re.compile(rb"[^:]*ENCODING[ \t]*=[ \t]*\"?(?:QUOTED-PRINTABLE|Q)\b", re.IGNORECASE)
LONGEST_LINE = 1_000_000


class Line(NamedTuple):
    """A logical line without its end; `number` is its first physical line's, `at_byte` how far was read."""

    number: int
    at_byte: int
    text: bytes


def unfolded(stream: BinaryIO) -> Iterator[Line]:
    """Yield the logical lines: a physical line that opens with a blank carries on the one before.

    So does what follows a line in quoted-printable that ends with `=`. They are joined as bytes, because
    programs fold in the middle of a character. A line is cut at `LONGEST_LINE`, so that a file without line
    ends cannot fill the memory.
    """
    pieces: list[bytes] = []
    number, held, length, at_byte = 0, 0, 0, 0
    for count, (at_byte, text) in enumerate(_physical(stream), start=1):
        if text[:1] in (b" ", b"\t") and pieces:
            if length < LONGEST_LINE:
                pieces.append(text[1 : 1 + LONGEST_LINE - length])
                length += len(pieces[-1])
            held = at_byte
            continue
        if (
            pieces
            and pieces[-1].endswith(b"=")
            and length < LONGEST_LINE
            and QUOTED_PRINTABLE.match(pieces[0])
        ):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(text[: LONGEST_LINE - length])
            length, held = length + len(text), at_byte
            continue
        if pieces:
            yield Line(number, held, b"".join(pieces))
        number, held, pieces, length = count, at_byte, [text], len(text)
    if pieces:
        yield Line(number, at_byte, b"".join(pieces))


def _physical(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield (bytes read so far, line without its end) for lines ended by CR LF, LF or CR."""
    at_byte, rest = 0, b""
    for chunk, at_byte in narrow_blocks(stream, CHUNK):
        pieces = (rest + chunk).splitlines(keepends=True)
        rest = pieces.pop() if pieces and not pieces[-1].endswith(b"\n") else b""
        for piece in pieces:
            yield at_byte, piece.rstrip(b"\r\n")
        if len(rest) > LONGEST_LINE:
            rest = rest[:LONGEST_LINE]
    if rest:
        yield at_byte, rest.rstrip(b"\r\n")
