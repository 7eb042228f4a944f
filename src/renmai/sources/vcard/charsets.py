"""Decides in which charset a card was written."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from charset_normalizer import from_bytes

_FOLD = re.compile(rb"\r{0,2}\n[ \t]|\r[ \t]")
_DECLARED = re.compile(rb"[^:]*;CHARSET=", re.IGNORECASE)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_TWO_HIGH_BYTES = re.compile(rb"[\x80-\xff]{2}")
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")  # UTF-7 can yield what no database takes
_SAMPLE = 2_048
_CLEAR_LEAD = 0.25
_PLAUSIBLE = 0.6
# Which lead and trail bytes the everyday characters of a Chinese charset have: text of another charset, read
# as this one, falls outside them.
_EVERYDAY = {
    "gb18030": (range(0xB0, 0xD8), range(0xA1, 0xFF)),
    "big5hkscs": (range(0xA4, 0xC7), range(0x40, 0xFF)),
}


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
        found, is_sure = _charset_of(_undeclared(raw), usual)
    text = _decoded(raw, found)
    if text is not None and found != "utf-8" and text.encode(found, "replace") == raw:
        return text, Charset(found, found, is_sure)
    return raw.decode("latin-1"), Charset("latin-1", found, is_sure)  # several charsets in one card


def words(raw: bytes, declared: str, otherwise: str) -> str:
    """Read the bytes of one value: the declared charset wins, unless they are plainly Chinese in UTF-8."""
    utf8 = _decoded(raw, "utf-8")
    if utf8 is not None and (not declared or any(c >= "\u0800" for c in utf8)):
        return utf8
    for charset in filter(None, (declared, "utf-8", otherwise)):
        text = _decoded(raw, charset)
        if text is not None:
            return text
    torn = raw.decode(otherwise, "replace")
    if torn.count("\ufffd") * 4 <= sum(c > "\x7f" for c in torn):
        return torn
    return raw.decode(_charset_of([raw], "")[0], "replace")


def _undeclared(raw: bytes | bytearray) -> list[bytes]:
    """Return the unfolded lines that hold more than ASCII and do not name their own charset."""
    lines = re.split(rb"[\r\n]+", bytes(_FOLD.sub(b"", raw)))
    return [line for line in lines if _NOT_ASCII.search(line) and not _DECLARED.match(line)]


def _charset_of(lines: list[bytes], usual: str) -> tuple[str, bool]:
    """Return the charset most of `lines` are in, and whether that is sure."""
    good = sum(_decoded(line, "utf-8") is not None for line in lines)
    if good * 2 >= len(lines):
        return "utf-8", True
    sample = b"\n".join(
        line for line, end in zip(lines, accumulate(map(len, lines)), strict=True) if end < _SAMPLE
    )
    sample = sample or lines[0][:_SAMPLE]
    (second, _), (best, charset) = sorted((_everyday_share(sample, name), name) for name in _EVERYDAY)
    if best >= _PLAUSIBLE and best - second >= _CLEAR_LEAD:
        return charset, True
    if usual and _decoded(sample, usual) is not None:
        return usual, True
    if best < _PLAUSIBLE:
        return _western(sample), False
    return (charset if best > second else "gb18030"), False


def _everyday_share(sample: bytes, charset: str) -> float:
    """Return how much of the sample's non-ASCII text is everyday characters, if it is read in `charset`."""
    text = sample.decode(charset, "replace")
    leads, trails = _EVERYDAY[charset]
    strange = [c.encode(charset, "replace") for c in text if c > "\x7f"]
    everyday = sum(len(b) == 2 and b[0] in leads and b[1] in trails for b in strange)
    return everyday / max(1, len(strange))


@lru_cache(maxsize=512)
def _western(sample: bytes) -> str:
    """Name a charset for text that is not East Asian. Single high bytes among letters are West European."""
    if not _TWO_HIGH_BYTES.search(sample):
        return "cp1252" if _decoded(sample, "cp1252") is not None else "latin-1"
    best = from_bytes(sample).best()
    if best is None or _decoded(b"BEGIN:VCARD", best.encoding) != "BEGIN:VCARD":
        return "latin-1"
    return best.encoding


def _decoded(raw: bytes, charset: str) -> str | None:
    try:
        text = raw.decode(charset)
    except (ValueError, LookupError):  # not in that charset; a charset nobody knows
        return None
    return None if charset != "utf-8" and _HALF_A_PAIR.search(text) else text
