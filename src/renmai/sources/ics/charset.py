"""The text of a block's bytes: UTF-8 as the standard says, or the Chinese or Western charset it really is."""

import re

HIGH_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
COMMON_HAN = re.compile(rb"[\xb0-\xf7][\xa1-\xfe]")


def text_of(data: bytes) -> str:
    """Return `data` as text.

    A block with a damaged character among good UTF-8 stays UTF-8; one without any is GB18030 where most of
    its high bytes stand in pairs that are Chinese characters in daily use, and Western otherwise. A zero byte
    is no text and would be refused by a database.
    """
    data = data.replace(b"\0", b"")
    if _is_utf8(data):
        return data.decode("utf-8")
    if _holds_utf8(data):
        return data.decode("utf-8", "replace")
    pairs = HIGH_PAIR.findall(data)
    common = sum(COMMON_HAN.fullmatch(pair) is not None for pair in pairs)
    if pairs and 2 * common > len(pairs):
        return data.decode("gb18030", "replace")
    return data.decode("cp1252", "replace")


def _holds_utf8(data: bytes) -> bool:
    """Whether some non-ASCII line of `data` is UTF-8 through and through."""
    return any(not line.isascii() and _is_utf8(line) for line in data.split(b"\n"))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
