"""A mailbox file cut into its mails, in a stream, with the byte at which each begins."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

CHUNK_BYTES = 1 << 19
MOST_BYTES = 8 << 20  # of one mail kept in memory; what follows is attachments
LINE_BYTES = 1000  # no separator line is longer

_SEPARATOR = re.compile(
    rb"From [^\r\n]{0,400}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? "  # weekday
    rb"[^\r\n]{0,40}?\d\d?:\d\d(?::\d\d)?[^\r\n]{0,40}?\b\d{4}\b"  # clock and year
)
_HEADER = re.compile(rb">?From |[!-9;-~]{1,100}[ \t]*:")
_PATCH = re.compile(rb"From [0-9a-f]{40} Mon Sep 17 00:00:00 2001")


class CutMail(NamedTuple):
    """One mail's bytes with its place: number from 1, byte offset, and whether the file ended inside it."""

    number: int
    at_byte: int
    end_byte: int
    mail: bytes
    is_last: bool


def is_mailbox(head: bytes) -> bool:
    """Tell whether a file begins with a mailbox's separator line followed by a header."""
    return bool(_SEPARATOR.match(head)) and _begins_mail(head, 0)


def mails_of(stream: BinaryIO) -> Iterator[CutMail]:
    """Yield every mail of a mailbox; a separator counts after a blank line, well formed, before a header.

    `From 0123…abcd Mon Sep 17 2001` begins a patch that somebody pasted, unless the whole file is of patches.
    """
    buffer = stream.read(CHUNK_BYTES)
    is_of_patches, is_over = bool(_PATCH.match(buffer)), False
    number, base, start, scanned = 1, 0, 0, 0
    kept, dropped = b"", 0  # of a mail longer than we hold: its beginning, and what was let go
    while True:
        while (newline := buffer.find(b"\nFrom ", scanned)) >= 0:
            if not is_over and len(buffer) - newline < 2 * LINE_BYTES:
                break  # its line may go on in the next chunk
            scanned = newline + 1
            if _is_separator(buffer, newline, is_of_patches):
                yield CutMail(
                    number, base + start - dropped, base + scanned, kept or buffer[start:scanned], False
                )
                number, start, kept, dropped = number + 1, scanned, b"", 0
        else:
            scanned = max(scanned, len(buffer) - len(b"\nFrom "))
        if is_over:
            break
        if len(buffer) - start > MOST_BYTES:
            kept = kept or buffer[start : start + MOST_BYTES]
            tail = len(buffer) - 2 * LINE_BYTES - 2
            dropped, start = dropped + tail - start, tail
        chunk = stream.read(CHUNK_BYTES)
        is_over = not chunk
        buffer, base, scanned, start = buffer[start:] + chunk, base + start, max(0, scanned - start), 0
    if kept or buffer[start:].strip():
        yield CutMail(number, base + start - dropped, base + len(buffer), kept or buffer[start:], True)


def _is_separator(buffer: bytes, newline: int, is_of_patches: bool) -> bool:
    """Judge the line after `newline`: does it follow a blank one, is it well formed, is a header next?"""
    is_after_blank = buffer[newline - 1 : newline] == b"\n" or buffer[newline - 2 : newline] == b"\n\r"
    if not is_after_blank or not _SEPARATOR.match(buffer, newline + 1):
        return False
    if not is_of_patches and _PATCH.match(buffer, newline + 1):
        return False
    return _begins_mail(buffer, newline + 1)


def _begins_mail(buffer: bytes, at: int) -> bool:
    line_end = buffer.find(b"\n", at, at + LINE_BYTES)
    return line_end >= 0 and bool(_HEADER.match(buffer, line_end + 1))
