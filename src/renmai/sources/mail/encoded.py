"""What mail encodes on its way: bodies by their transfer encoding, headers in encoded words (RFC 2047)."""

import re
from binascii import Error, a2b_qp

from renmai.sources.charsets import text_of
from renmai.sources.transfer import from_base64

_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_SPECIAL = re.compile(r'[()<>@,;:\\".\[\]]')


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
    charset, end, is_quoted = "", 0, False
    pending: list[bytes] = []
    for match in _ENCODED.finditer(text):
        gap = text[end : match.start()]
        name, raw = match[1], _word_bytes(match[2], match[3])
        is_joined = bool(pending) and not gap.strip()
        if is_joined and name.lower() == charset.lower():
            pending.append(raw)
        else:
            if pending:
                pieces.append(_worded(text_of(b"".join(pending), charset), is_address, is_quoted))
                is_quoted ^= pieces[-1].count('"') % 2 == 1
            pieces.append("" if is_joined else gap)
            is_quoted ^= pieces[-1].count('"') % 2 == 1
            charset, pending = name, [raw]
        end = match.end()
    if pending:
        pieces.append(_worded(text_of(b"".join(pending), charset), is_address, is_quoted))
    return "".join(pieces) + text[end:]


def _word_bytes(kind: str, body: str) -> bytes:
    raw = body.encode("utf-8", "replace")
    try:
        return from_base64(raw) if kind in "bB" else a2b_qp(raw, header=True)
    except (Error, ValueError):
        return raw


def _worded(word: str, is_address: bool, is_quoted: bool) -> str:
    word = word.replace("\r", " ").replace("\n", " ")
    if not is_address or not _SPECIAL.search(word):
        return word
    safe = word.replace("\\", "\\\\").replace('"', '\\"')
    return safe if is_quoted else f'"{safe}"'
