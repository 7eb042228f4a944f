"""A mailbox file cut into its mails, in a stream, with the byte at which each begins."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

CHUNK_BYTES = 1 << 19
MOST_BYTES = 8 << 20    # of one mail kept in memory; what follows is attachments
LINE_BYTES = 1000       # no separator line is longer

_SEPARATOR = re.compile(
    rb"From [^\r\n]{0,400}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? "       # weekday
    rb"[^\r\n]{0,40}?\d\d?:\d\d(?::\d\d)?[^\r\n]{0,40}?\b\d{4}\b"         # clock and year
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
    """Yield every mail of a mailbox. A separator counts only after a blank line, well formed, before a header.

    `From 0123…abcd Mon Sep 17 2001` begins a patch that somebody pasted, unless the file itself is made of patches.
    """
    buffer = stream.read(CHUNK_BYTES)
    is_of_patches = bool(_PATCH.match(buffer))
    number, base, kept, kept_bytes = 1, 0, b"", 0     # `kept`: the start of a mail longer than we hold
    start = 0
    while True:
        position = start if start == 0 else start + 1
        while (position := buffer.find(b"\nFrom ", position)) >= 0:
            if len(buffer) - position < LINE_BYTES * 2:
                break                                  # its line may go on in the next chunk
            if _is_separator(buffer, position, is_of_patches):
                end = position + 1
                mail = kept or buffer[start:end]
                yield CutMail(number, base + start - kept_bytes, base + end, mail, False)
                number, start, kept, kept_bytes = number + 1, end, b"", 0
            position += 1
        chunk = stream.read(CHUNK_BYTES)
        if not chunk:
            break
        if len(buffer) - start > MOST_BYTES:
            tail = LINE_BYTES * 2 + 4
            kept = kept or buffer[start : start + MOST_BYTES]
            dropped = len(buffer) - tail - start
            kept_bytes += dropped
            start += dropped
        buffer, base, start = buffer[start:] + chunk, base + start, 0
    yield from _rest(buffer, start, base, number, kept, kept_bytes, is_of_patches)


def _rest(
    buffer: bytes, start: int, base: int, number: int, kept: bytes, kept_bytes: int, is_of_patches: bool
) -> Iterator[CutMail]:
    """Cut what is left once the file has ended, where a separator may stand as near the end as it likes."""
    position = start
    while (position := buffer.find(b"\nFrom ", position + 1)) >= 0:
        if _is_separator(buffer, position, is_of_patches):
            end = position + 1
            yield CutMail(
                number, base + start - kept_bytes, base + end, kept or buffer[start:end], False
            )
            number, start, kept, kept_bytes = number + 1, end, b"", 0
    if kept or buffer[start:].strip():
        mail = kept or buffer[start:]
        yield CutMail(number, base + start - kept_bytes, base + len(buffer), mail, True)


def _is_separator(buffer: bytes, newline: int, is_of_patches: bool) -> bool:
    """Judge the line after `newline`: is the line before it blank, is it well formed, does a header follow?"""
    is_after_blank = buffer[newline - 1 : newline] == b"\n" or buffer[newline - 2 : newline] == b"\n\r"
    if not is_after_blank or not _SEPARATOR.match(buffer, newline + 1):
        return False
    if not is_of_patches and _PATCH.match(buffer, newline + 1):
        return False
    return _begins_mail(buffer, newline + 1)


def _begins_mail(buffer: bytes, at: int) -> bool:
    line_end = buffer.find(b"\n", at, at + LINE_BYTES)
    return line_end >= 0 and bool(_HEADER.match(buffer, line_end + 1))
