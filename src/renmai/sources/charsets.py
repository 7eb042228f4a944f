"""Bytes as text: the charset they declare where it fits them, else UTF-8, else the likeliest."""

import codecs
import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from charset_normalizer import from_bytes

from renmai.sources.escapes import by_escapes, of_hz, of_japanese_unix

# What programs call by a narrower name than they mean.
_MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
# Names that Python does not know.
_ALIASES = {
    "windows-936": "gb18030",
    "windows-949": "cp949",
    "windows-874": "cp874",
    "cp50220": "iso2022_jp",
    "cp50221": "iso2022_jp",
    "cp50222": "iso2022_jp",
    "iso-2022-jp-ms": "iso2022_jp",
    "eucjp-ms": "euc_jp",
    "eucjp-win": "euc_jp",
    "cp51932": "euc_jp",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "hz-gb-2312": "hz",
}
_OF_ASCII = ("utf-8", "cp1252", "gb18030", None)
# Codecs that are no charsets, or that take quadratic time.
_REFUSED = {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_ASCII = b"A:;"
_WORD = re.compile(rb"[A-Za-z\x80-\x9f\xa1-\xff]+")  # \xa0 is a blank to most
_TWO_HIGH_BYTES = re.compile(rb"[\x80-\xff]{2}")
_SAMPLE_BYTES = 2_048
_TORN = 1 / 4
"""So few broken characters among good ones are damage, not another charset."""
_CLEAR_LEAD = 0.25
_PLAUSIBLE = 0.6
# Which lead and trail bytes the punctuation and the everyday characters of a Chinese charset have: text of
# another charset, read as this one, falls outside them.
_EVERYDAY = {
    "gb18030": (frozenset((0xA1, 0xA3, *range(0xB0, 0xD8))), range(0xA1, 0xFF)),
    "big5hkscs": (frozenset((0xA1, *range(0xA4, 0xC7))), range(0x40, 0xFF)),
}


class Guess(NamedTuple):
    """The charset that bytes are likeliest in, and whether that is sure."""

    charset: str
    is_sure: bool


@lru_cache(512)
def codec_of(charset: str) -> str | None:
    """Return the codec that a program meant by `charset`, or None where there is none."""
    label = charset.strip("'\" ").partition("*")[0].lower().removeprefix("x-")
    try:
        name = codecs.lookup(_ALIASES.get(label, label)).name
    except (LookupError, ValueError):
        return None
    return None if name in _REFUSED else _MEANT.get(name, name)


def text_of(raw: bytes, declared: str = "") -> str:
    """Decode `raw` by its escapes, else by its declared charset if that fits it, by UTF-8, or by a guess.

    NUL, which no database takes, is left out.
    """
    text = by_escapes(raw)
    if text is not None:
        return text.replace("\0", "")
    codec = codec_of(declared) if declared else None
    if codec == "hz" or (codec is None and b"~{" in raw):
        text = of_hz(raw)
        if text is not None:
            return text.replace("\0", "")
    if raw.isascii() and codec in _OF_ASCII:
        return raw.decode("ascii").replace("\0", "")
    for charset in filter(None, (codec, "utf-8")):
        text = decoded(raw, charset)
        if text is not None:
            return text.replace("\0", "")
    guess = guessed(raw)
    if not guess.is_sure and codec and codec != "utf-8":
        guess = Guess(codec, False)
    return raw.decode(guess.charset, "replace").replace("\0", "")


def decoded(raw: bytes | bytearray, codec: str) -> str | None:
    """Return `raw` as text, None where it is not in that charset through and through, or nobody knows it.

    UTF-7 lets half surrogates through, which no database takes.
    """
    try:
        text = raw.decode(codec)
    except (ValueError, LookupError):
        return of_japanese_unix(bytes(raw)) if codec == "euc_jp" else None
    return text.encode("utf-8", "replace").decode("utf-8") if codec == "utf-7" else text


def guessed(raw: bytes, *, usual: str = "") -> Guess:
    """Return the charset of what does not say it; `usual` is that of its neighbours, where it is known.

    Lines of ASCII tell nothing. Where half of the others are UTF-8, or little of them is broken, all is. A
    single high byte before a letter (`I²C`) would be Big5, so without two together nothing is Chinese.
    """
    lines = [line for line in re.split(rb"[\r\n]+", raw) if not line.isascii()]
    good = sum(decoded(line, "utf-8") is not None for line in lines)
    if good * 2 >= len(lines):
        return Guess("utf-8", True)
    sample = b"\n".join(
        line for line, end in zip(lines, accumulate(map(len, lines)), strict=True) if end < _SAMPLE_BYTES
    )
    sample = sample or lines[0][:_SAMPLE_BYTES]
    torn = sample.decode("utf-8", "replace")
    if torn.count("\ufffd") <= _TORN * sum(character > "\x7f" for character in torn):
        return Guess("utf-8", True)
    (second, _), (best, charset) = sorted((_everyday_share(sample, name), name) for name in _EVERYDAY)
    is_paired = _TWO_HIGH_BYTES.search(sample) is not None
    if is_paired and best >= _PLAUSIBLE and best - second >= _CLEAR_LEAD:
        return Guess(charset, True)
    if usual and decoded(sample, usual) is not None:
        return Guess(usual, True)
    if not is_paired or best < _PLAUSIBLE:
        return Guess(_western(sample), False)
    return Guess(charset if best > second else "gb18030", False)


def _everyday_share(sample: bytes, charset: str) -> float:
    """Return how much of the sample's non-ASCII text is everyday Chinese, if it is read in `charset`."""
    leads, trails = _EVERYDAY[charset]
    strange = [c.encode(charset, "replace") for c in sample.decode(charset, "replace") if c > "\x7f"]
    everyday = sum(len(b) == 2 and b[0] in leads and b[1] in trails for b in strange)
    return everyday / max(1, len(strange))


@lru_cache(512)
def _western(sample: bytes) -> str:
    """Name a charset for text that is not Chinese: West European where most letters of a word are ASCII."""
    words = b"".join(word for word in _WORD.findall(sample) if not word.isascii())
    is_latin = 2 * sum(byte > 0x7F for byte in words) <= len(words) or not _TWO_HIGH_BYTES.search(words)
    if is_latin and decoded(sample, "cp1252") is not None:
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None and decoded(_ASCII, best.encoding) == "A:;" else "cp1252"
