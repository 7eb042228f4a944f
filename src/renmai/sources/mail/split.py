"""A mailbox file cut into its mails, in a stream, with the byte at which each begins."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from renmai.sources.mail.separators import LINE_BYTES, LOOK_BYTES, is_patch, is_separator

CHUNK_BYTES = 1 << 19
MOST_BYTES = 8 << 20  # of one mail kept in memory; what follows is attachments
SEEN_BYTES = LINE_BYTES + LOOK_BYTES  # of the buffer after a separator, so that it can be judged


class CutMail(NamedTuple):
    """One mail's bytes with its place: number from 1, byte offset, and whether the file ended inside it."""

    number: int
    at_byte: int
    end_byte: int
    mail: bytes
    is_last: bool


def mails_of(stream: BinaryIO) -> Iterator[CutMail]:
    """Yield every mail of a mailbox, cut at its separator lines (see `separators`)."""
    buffer = stream.read(CHUNK_BYTES)
    is_of_patches, is_over = is_patch(buffer), False
    number, base, start, scanned = 1, 0, 0, 0
    kept, dropped = b"", 0  # of a mail longer than we hold: its beginning, and what was let go
    while True:
        while (newline := buffer.find(b"\nFrom", scanned)) >= 0:
            if not is_over and len(buffer) - newline < SEEN_BYTES:
                break  # it may go on in the next chunk
            scanned = newline + 1
            if _is_cut(buffer, newline, is_of_patches):
                yield CutMail(
                    number, base + start - dropped, base + scanned, kept or buffer[start:scanned], False
                )
                number, start, kept, dropped = number + 1, scanned, b"", 0
        else:
            scanned = max(scanned, len(buffer) - len(b"\nFrom"))
        if is_over:
            break
        if len(buffer) - start > MOST_BYTES:
            kept = kept or buffer[start : start + MOST_BYTES]
            tail = len(buffer) - SEEN_BYTES - 2
            dropped, start = dropped + tail - start, tail
        chunk = stream.read(CHUNK_BYTES)
        is_over = not chunk
        buffer, base, scanned, start = buffer[start:] + chunk, base + start, max(0, scanned - start), 0
    if kept or buffer[start:].strip():
        yield CutMail(number, base + start - dropped, base + len(buffer), kept or buffer[start:], True)


def _is_cut(buffer: bytes, newline: int, is_of_patches: bool) -> bool:
    if buffer[newline + 5 : newline + 6] == b":":
        return False
    is_after_blank = buffer[newline - 1 : newline] == b"\n" or buffer[newline - 2 : newline] == b"\n\r"
    return is_separator(buffer, newline + 1, is_after_blank=is_after_blank, is_of_patches=is_of_patches)
