"""Reads what the value of a property says: words, parts, lists and bytes."""

import binascii
import re
from urllib.parse import unquote_to_bytes

from renmai.sources.transfer import from_base64
from renmai.sources.vcard.charsets import words
from renmai.sources.vcard.properties import Property

_ESCAPE = re.compile(r"\\([nN,;:\\\"])")
_ESCAPE_OR = {sep: re.compile(rf"\\.|{sep}", re.DOTALL) for sep in ";,"}
_DATA_URI = re.compile(r"data:[^,;]*((?:;[^,;]*)*),", re.IGNORECASE)


def text_of(each: Property) -> str:
    """Return the value as one text, decoded and without escapes."""
    return unescaped(_decoded(each)).replace("\r\n", "\n").strip()


def parts_of(each: Property) -> list[str]:
    """Return the components between semicolons (of N, ORG, ADR)."""
    return [unescaped(part).strip() for part in _cut(_decoded(each), ";")]


def list_of(each: Property) -> list[str]:
    """Return the entries between commas (of NICKNAME, CATEGORIES)."""
    return [unescaped(part).strip() for part in _cut(_decoded(each), ",")]


def bytes_of(each: Property) -> bytes | None:
    """Return the bytes a property carries in itself (a photo), or None where it only points to them."""
    if each.encoding == "base64":
        return _from_base64(each.value.encode("ascii", "ignore"))
    data = _DATA_URI.match(each.value)
    if data is None:
        return None
    content = unquote_to_bytes(each.value[data.end() :])
    return _from_base64(content) if data[1].lower().endswith(";base64") else content


def unescaped(text: str) -> str:
    r"""Return `text` with `\n`, `\,`, `\;`, `\:`, `\"` and `\\` read; another backslash stands for itself."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text) if "\\" in text else text


def _cut(text: str, sep: str) -> list[str]:
    if "\\" not in text:
        return text.split(sep)
    pieces, start = [], 0
    for found in _ESCAPE_OR[sep].finditer(text):
        if found[0] == sep:
            pieces.append(text[start : found.start()])
            start = found.end()
    return [*pieces, text[start:]]


def _decoded(each: Property) -> str:
    if not each.encoding:
        return each.value.replace("\0", "")
    if each.encoding == "base64":
        raw = _from_base64(each.value.encode("ascii", "ignore"))
    else:
        raw = binascii.a2b_qp(each.value.encode())
    return words(raw, each.declared_charset, each.charset).replace("\0", "")


def _from_base64(written: bytes) -> bytes:
    try:
        return binascii.a2b_base64(written)
    except binascii.Error:  # only then letter by letter: a photo may be huge
        return from_base64(written)
