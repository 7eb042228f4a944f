"""Writes kept cards as a .vcf file again, byte for byte as they came in."""

import re
from collections.abc import Iterable, Iterator

from renmai.domain.capture.records import RawRecord

_FIRST_LINE_END = re.compile(rb"\r{0,2}\n|\r")
_END = re.compile(rb"END[ \t]*:[ \t]*VCARD\s*$", re.IGNORECASE)


def write_cards(records: Iterable[RawRecord]) -> Iterator[bytes]:
    """Yield the cards of `records`, one behind the other.

    A card that stood without its END gets one, since it would swallow its neighbour; cards of UTF-16 files
    come back in UTF-8. Nothing else differs from what was read.
    """
    for record in records:
        raw = str(record.fields["text"]).encode(str(record.fields["stored_as"]))
        match = _FIRST_LINE_END.search(raw)
        line_end = match[0] if match is not None else b"\r\n"
        last = raw.rstrip(b"\r\n")
        is_closed = _END.search(last[-40:].rsplit(b"\n", 1)[-1].rsplit(b"\r", 1)[-1].strip()) is not None
        yield last + line_end
        if not is_closed:
            yield b"END:VCARD" + line_end
