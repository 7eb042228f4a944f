"""Decides in which charset a card was written."""

import re
from typing import NamedTuple

from renmai.sources.charsets import codec_of, decoded, guessed

_FOLD = re.compile(rb"\r{0,2}\n[ \t]|\r[ \t]")
_DECLARED = re.compile(rb"[^:]*;CHARSET=", re.IGNORECASE)


class Charset(NamedTuple):
    """`stored_as` turns the card's text into its bytes again; `name` is how its words are to be read."""

    stored_as: str
    name: str
    is_sure: bool = True


def settle(raw: bytes | bytearray, usual: str) -> tuple[str, Charset]:
    """Return the card as text, and the charset to read it by; `usual` is that of earlier cards, if known.

    The text always encodes back to the same bytes: where lines differ in charset, or a fold cuts a character,
    it is kept byte for byte as latin-1.
    """
    try:
        return raw.decode("utf-8"), Charset("utf-8", "utf-8")
    except UnicodeDecodeError:
        charset, is_sure = guessed(_undeclared(raw), usual=usual)
    text = decoded(raw, charset)
    if text is not None and charset != "utf-8" and text.encode(charset, "replace") == raw:
        return text, Charset(charset, charset, is_sure)
    return raw.decode("latin-1"), Charset("latin-1", charset, is_sure)  # several charsets in one card


def words(raw: bytes, declared: str, otherwise: str) -> str:
    """Read the bytes of one value: the declared charset wins, unless they are plainly Chinese in UTF-8."""
    utf8 = decoded(raw, "utf-8")
    if utf8 is not None and (not declared or any(c >= "\u0800" for c in utf8)):
        return utf8
    for charset in filter(None, (codec_of(declared), "utf-8", otherwise)):
        text = decoded(raw, charset)
        if text is not None:
            return text
    torn = raw.decode(otherwise, "replace")
    if torn.count("\ufffd") * 4 <= sum(c > "\x7f" for c in torn):
        return torn
    return raw.decode(guessed(raw).charset, "replace")


def _undeclared(raw: bytes | bytearray) -> bytes:
    """Return the unfolded lines that do not name their own charset."""
    lines = re.split(rb"[\r\n]+", bytes(_FOLD.sub(b"", raw)))
    return b"\n".join(line for line in lines if not _DECLARED.match(line))
