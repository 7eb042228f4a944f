"""Bytes of mail as text: declared charsets, undeclared ones, and encoded words (RFC 2047)."""

import codecs
import re
from binascii import Error, a2b_qp
from functools import lru_cache

from renmai.sources.transfer import from_base64

# What mailers call by a narrower name than they mean.
_MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
    "big5": "big5hkscs",
}
# Codecs that are no charsets, or that take quadratic time.
_REFUSED = {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_SPECIAL = re.compile(r'[()<>@,;:\\".\[\]]')


@lru_cache(512)
def codec_of(charset: str) -> str | None:
    """Return the codec that a mailer meant by `charset`, or None where there is none."""
    label = charset.strip("'\" ").partition("*")[0].lower()
    try:
        name = codecs.lookup(label.removeprefix("x-")).name
    except (LookupError, ValueError):
        return None
    return None if name in _REFUSED else _MEANT.get(name, name)


def text_of(raw: bytes, charset: str = "") -> str:
    """Decode `raw` by its declared charset if that fits it, else by UTF-8, else by the best guess."""
    if raw.isascii() and (not charset or codec_of(charset) in ("utf-8", "cp1252", "gb18030", None)):
        return raw.decode("ascii").replace("\0", "")
    for codec in filter(None, (charset and codec_of(charset), "utf-8")):
        text = _decoded(raw, codec)
        if text is not None:
            return _clean(text, codec)
    return _guessed(raw, codec_of(charset) if charset else None).replace("\0", "")


def _decoded(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _guessed(raw: bytes, codec: str | None) -> str:
    """Decode what is not what it says: broken UTF-8, Chinese if it reads as everyday Chinese, or Western."""
    broken = raw.decode("utf-8", "replace")
    if broken.count("\ufffd") * 8 <= sum(c > "\x7f" for c in broken[:4000]):
        return broken
    for chinese in ("gb18030", "big5"):
        text = raw.decode(chinese, "replace")
        strange = [c for c in text[:4000] if c > "\x7f"]
        if sum(_is_everyday(c, chinese) for c in strange) * 10 >= len(strange) * 9:
            return text
    return raw.decode(codec if codec and codec != "utf-8" else "cp1252", "replace")


@lru_cache(16384)
def _is_everyday(character: str, codec: str) -> bool:
    """Tell a character of everyday Chinese writing from a rare one, which a wrong guess is full of."""
    try:
        raw = character.encode("gb2312" if codec == "gb18030" else codec)
    except UnicodeEncodeError:
        return False
    return len(raw) == 2 and (codec == "gb18030" or raw[0] < 0xC7)


def _clean(text: str, codec: str) -> str:
    """Return `text` without what no database takes: NUL, and the half surrogates that UTF-7 lets through."""
    text = text.replace("\0", "")
    return text.encode("utf-8", "replace").decode("utf-8") if codec == "utf-7" else text


def from_transfer(raw: bytes, encoding: str) -> bytes:
    """Undo a Content-Transfer-Encoding; an unknown one leaves the bytes as they are."""
    if encoding == "base64":
        return from_base64(raw)
    if encoding == "quoted-printable":
        return a2b_qp(raw)
    return raw


def decoded_words(text: str, *, is_address: bool = False) -> str:
    """Return `text` with its encoded words read.

    Neighbours of one charset are joined first, as some mailers cut a character in two. In an address header
    (`is_address`) a word that holds a comma or another special is put in quotes, so that it stays one name.
    """
    if "=?" not in text:
        return text
    pieces: list[str] = []
    charset, pending, end = "", b"", 0
    for match in _ENCODED.finditer(text):
        gap = text[end : match.start()]
        name, raw = match[1], _word_bytes(match[2], match[3])
        if pending and not gap.strip() and name.lower() == charset.lower():
            pending += raw
        else:
            if pending:
                pieces.append(_worded(text_of(pending, charset), is_address, "".join(pieces)))
            pieces.append("" if pending and not gap.strip() else gap)
            charset, pending = name, raw
        end = match.end()
    if pending:
        pieces.append(_worded(text_of(pending, charset), is_address, "".join(pieces[-2000:])))
    return "".join(pieces) + text[end:]


def _word_bytes(kind: str, body: str) -> bytes:
    raw = body.encode("utf-8", "replace")
    try:
        return from_base64(raw) if kind in "bB" else a2b_qp(raw, header=True)
    except (Error, ValueError):
        return raw


def _worded(word: str, is_address: bool, before: str) -> str:
    word = word.replace("\r", " ").replace("\n", " ")
    if not is_address or not _SPECIAL.search(word):
        return word
    safe = word.replace("\\", "\\\\").replace('"', '\\"')
    return safe if before.count('"') % 2 else f'"{safe}"'
