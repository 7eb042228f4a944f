"""Bytes out of what they were written in for the wire, however carelessly that was done."""

import re
from binascii import a2b_base64

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def from_base64(written: bytes) -> bytes:
    """Decode base64 as far as it goes, whatever stands between its letters and however its end is padded."""
    letters = _NOT_BASE64.sub(b"", written)
    if len(letters) % 4 == 1:  # one letter alone says nothing
        letters = letters[:-1]
    return a2b_base64(letters + b"=" * (-len(letters) % 4))
