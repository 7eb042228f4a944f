"""Reads what the value of a property says: words, parts, lists and bytes."""

import binascii
import re
from urllib.parse import unquote_to_bytes

from renmai.sources.transfer import from_base64
from renmai.sources.vcard.charsets import words
from renmai.sources.vcard.properties import CardProperty

_ESCAPE = re.compile(r"\\([nN,;:\\\"])")
_ESCAPE_OR = {sep: re.compile(rf"\\.|{sep}", re.DOTALL) for sep in ";,"}
_DATA_URI = re.compile(r"data:[^,;]*((?:;[^,;]*)*),", re.IGNORECASE)


def text_of(prop: CardProperty) -> str:
    """Return the value as one text, decoded and without escapes."""
    return unescaped(_decoded(prop)).replace("\r\n", "\n").strip()


def parts_of(prop: CardProperty) -> list[str]:
    """Return the components between semicolons (of N, ORG, ADR)."""
    return [unescaped(part).strip() for part in _cut(_decoded(prop), ";")]


def list_of(prop: CardProperty) -> list[str]:
    """Return the entries between commas (of NICKNAME, CATEGORIES)."""
    return [unescaped(part).strip() for part in _cut(_decoded(prop), ",")]


def bytes_of(prop: CardProperty) -> bytes | None:
    """Return the bytes a property carries in itself (a photo), or None where it only points to them."""
    if prop.encoding == "base64":
        return _from_base64(prop.value.encode("ascii", "ignore"))
    data = _DATA_URI.match(prop.value)
    if data is None:
        return None
    content = unquote_to_bytes(prop.value[data.end() :])
    return _from_base64(content) if data[1].lower().endswith(";base64") else content


def unescaped(text: str) -> str:
    r"""Return `text` with `\n`, `\,`, `\;`, `\:`, `\"` and `\\` read; another backslash stands for itself."""
    return (
        _ESCAPE.sub(lambda escape: "\n" if escape[1] in "nN" else escape[1], text) if "\\" in text else text
    )


def _cut(text: str, sep: str) -> list[str]:
    if "\\" not in text:
        return text.split(sep)
    pieces, start = [], 0
    for sign in _ESCAPE_OR[sep].finditer(text):
        if sign[0] == sep:
            pieces.append(text[start : sign.start()])
            start = sign.end()
    return [*pieces, text[start:]]


def _decoded(prop: CardProperty) -> str:
    if not prop.encoding:
        return prop.value.replace("\0", "")
    if prop.encoding == "base64":
        raw = _from_base64(prop.value.encode("ascii", "ignore"))
    else:
        raw = binascii.a2b_qp(prop.value.encode())
    return words(raw, prop.declared_charset, prop.charset).replace("\0", "")


def _from_base64(written: bytes) -> bytes:
    try:
        return binascii.a2b_base64(written)
    except binascii.Error:  # only then letter by letter: a photo may be huge
        return from_base64(written)
