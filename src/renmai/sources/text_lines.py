"""Reads plain text line by line, whatever its charset and line ends, holding no more than one line."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from renmai.sources.charsets import Guess, guessed
from renmai.sources.wide_text import narrow, narrow_blocks

_BLOCK_BYTES = 256 * 1024
MOST_BYTES = 1 << 16
"""Of one line; what stands behind is left out, as no chat writes so much without a line's end."""
_UTF8 = Guess("utf-8", is_sure=True)


class TextLine(NamedTuple):
    """One line without its end; `number` counts from 1, `at_byte` is how far the file had been read."""

    number: int
    text: str
    at_byte: int


def lines_in(head: bytes) -> list[str]:
    """Return the whole lines in the first bytes of a file."""
    plain = narrow(head)
    charset = _UTF8 if plain.isascii() else guessed(plain.rpartition(b"\n")[0] or plain)
    return plain.decode(charset.charset, "replace").replace("\0", "").splitlines()


class LineStream:
    """Reads lines one after the other; `charset` is the file's, None while it held nothing but ASCII."""

    def __init__(self, stream: BinaryIO, *, most_bytes: int = MOST_BYTES) -> None:
        self._stream = stream
        self._most_bytes = most_bytes
        self.charset: Guess | None = None

    def __iter__(self) -> Iterator[TextLine]:
        """Yield every line, empty ones too."""
        number, held, at_byte = 0, b"", 0
        for block, at_byte in narrow_blocks(self._stream, _BLOCK_BYTES):
            *whole, held = (held + block).replace(b"\r\n", b"\n").split(b"\n")
            held = held[: self._most_bytes]
            for raw in whole:
                number += 1
                yield TextLine(number, self._text(raw), at_byte)
        if held:
            yield TextLine(number + 1, self._text(held), at_byte)

    def _text(self, raw: bytes) -> str:
        raw = raw[: self._most_bytes]
        if raw.isascii():
            return raw.decode("ascii").replace("\0", "").rstrip("\r")
        if self.charset is None:
            self.charset = guessed(raw)
        return raw.decode(self.charset.charset, "replace").replace("\0", "").rstrip("\r")
