"""Converts UTF-16 and UTF-32 to UTF-8, so that a reader of lines sees bytes of one width only."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

_LITTLE_ENDIAN, _BIG_ENDIAN = re.compile(rb'["A-Za-z]\0["A-Za-z]\0'), re.compile(rb'\0["A-Za-z]\0["A-Za-z]')
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def wide_charset(head: bytes) -> str:
    """Name UTF-16 or UTF-32 if `head` is one of them, by its mark or the zeros beside its first letters."""
    marked = next((charset for mark, charset in _MARKS if head.startswith(mark)), "")
    if marked:
        return marked
    if _LITTLE_ENDIAN.match(head):
        return "utf-16-le"
    return "utf-16-be" if _BIG_ENDIAN.match(head) else ""


def narrow(head: bytes) -> bytes:
    """Return the first bytes of a file as UTF-8 where they are wide, and without a byte order mark."""
    charset = wide_charset(head)
    if charset:
        head = head[: len(head) // 4 * 4].decode(charset, "replace").encode("utf-8", "replace")
    return head.removeprefix(codecs.BOM_UTF8)


def narrow_blocks(stream: BinaryIO, block_bytes: int) -> Iterator[tuple[bytes, int]]:
    """Yield a stream in blocks without a byte order mark, each with how many bytes had been read by then.

    What is wide becomes UTF-8; anything else comes as it stands.
    """
    block = stream.read(block_bytes)
    at_byte = len(block)
    charset = wide_charset(block)
    if not charset:
        yield block.removeprefix(codecs.BOM_UTF8), at_byte
        while block := stream.read(block_bytes):
            at_byte += len(block)
            yield block, at_byte
        return
    decoder = codecs.getincrementaldecoder(charset)("replace")
    mark = codecs.BOM_UTF8
    while block:
        yield decoder.decode(block).encode("utf-8", "replace").removeprefix(mark), at_byte
        block, mark = stream.read(block_bytes), b""
        at_byte += len(block)
    yield decoder.decode(b"", final=True).encode("utf-8", "replace"), at_byte
