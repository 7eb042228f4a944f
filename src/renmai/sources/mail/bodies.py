"""The author's text of a mail: its first text part, decoded, found one by one and never by recursion."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from renmai.sources.charsets import text_of
from renmai.sources.mail.encoded import from_transfer

MOST_TEXT_BYTES = 256 * 1024  # of encoded text looked at; nobody writes more themselves
MOST_DEPTH = 60
MOST_PARTS = 300
_PART_HEAD_BYTES = 16 * 1024
_BOUNDARY = re.compile(r'boundary\s{0,9}=\s{0,9}(?:"([^"]{1,250})"|([^\s;"]{1,250}))', re.IGNORECASE)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([^\s;\"']{2,60})", re.IGNORECASE)
_PART_FIELD = re.compile(
    rb"\n(content-type|content-transfer-encoding|content-disposition)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)",
    re.IGNORECASE,
)


class Leaf(NamedTuple):
    """One part of a mail: what it says it is and where it stands in the body."""

    kind: str
    encoding: str
    disposition: str
    start: int
    end: int


class BodyText(NamedTuple):
    """The author's text as it was written, and whether the mail was nested too deep to find it."""

    text: str
    is_html: bool
    is_too_deep: bool


def text_of_body(kind: str, encoding: str, body: bytes, start: int) -> BodyText:
    """Return the first plain text of the body, or its first HTML where there is no plain one."""
    whole = Leaf(kind, encoding.strip().lower(), "", start, len(body))
    if not kind or not kind[:10].lower().startswith("multipart/"):
        return _text_of_leaf(whole, body) if _is_text(whole) else BodyText("", False, False)
    html: Leaf | None = None
    levels: list[Iterator[Leaf]] = [iter((whole,))]
    for _ in range(MOST_PARTS):
        leaf = next(levels[-1], None) if levels else None
        if not levels:
            break
        if leaf is None:
            levels.pop()
        elif boundary := _boundary_of(leaf):
            if len(levels) > MOST_DEPTH:
                return BodyText("", False, True)
            levels.append(_parts(body, leaf, boundary))
        elif _is_text(leaf) and not leaf.disposition.startswith("attachment"):
            text = _text_of_leaf(leaf, body)
            if not text.is_html:
                return text
            html = html or leaf
    return _text_of_leaf(html, body) if html else BodyText("", False, False)


def is_closed(kind: str, mail: bytes) -> bool:
    """Tell whether a multipart mail ends with the line that its boundary promises; any other mail does."""
    match = _BOUNDARY.search(kind) if kind[:10].lower() == "multipart/" else None
    return match is None or f"--{(match[1] or match[2]).rstrip()}--".encode() in mail


def _boundary_of(leaf: Leaf) -> bytes:
    match = _BOUNDARY.search(leaf.kind) if leaf.kind[:10].lower() == "multipart/" else None
    return (match[1] or match[2]).rstrip().encode("utf-8", "replace") if match else b""


def _is_text(leaf: Leaf) -> bool:
    kind = leaf.kind[:12].lower()
    return not kind or kind.startswith(("text/plain", "text/html", "text;")) or "/" not in kind


def _parts(body: bytes, whole: Leaf, boundary: bytes) -> Iterator[Leaf]:
    line = b"--" + boundary
    at = _next_line(body, line, whole.start, whole.end)
    while at >= 0 and body[at + len(line) : at + len(line) + 2] != b"--":
        head_start = body.find(b"\n", at, whole.end)
        if head_start < 0:
            return
        after = _next_line(body, line, head_start, whole.end)
        end = after if after >= 0 else whole.end
        yield _leaf(body, head_start, end)
        at = after


def _next_line(body: bytes, line: bytes, start: int, end: int) -> int:
    """Return where the next line beginning with `line` stands, or -1."""
    at = body.find(line, start, end)
    while at > 0 and body[at - 1] != 10:
        at = body.find(line, at + 1, end)
    return at


def _leaf(body: bytes, head_start: int, end: int) -> Leaf:
    """Read a part's own headers; `head_start` is the line feed before them."""
    head = body[head_start : min(end, head_start + _PART_HEAD_BYTES)]
    if b"\r" in head:
        stop = head.find(b"\n\r\n")
        block, start = head[:stop].replace(b"\r\n", b"\n"), head_start + stop + 3
    else:
        stop = head.find(b"\n\n")
        block, start = head[:stop], head_start + stop + 2
    if stop < 0:
        return Leaf("", "", "", head_start + 1, end)
    fields = {
        name.lower(): " ".join(value.decode("latin-1").split()) for name, value in _PART_FIELD.findall(block)
    }
    return Leaf(
        fields.get(b"content-type", ""),
        fields.get(b"content-transfer-encoding", "").lower(),
        fields.get(b"content-disposition", "").lower(),
        min(start, end),
        end,
    )


def _text_of_leaf(leaf: Leaf, body: bytes) -> BodyText:
    raw = body[leaf.start : min(leaf.end, leaf.start + MOST_TEXT_BYTES)]
    if leaf.encoding in ("base64", "quoted-printable"):
        raw = from_transfer(raw, leaf.encoding)
    match = _CHARSET.search(leaf.kind)
    text = text_of(raw, match[1] if match else "")
    is_html = leaf.kind[:9].lower() == "text/html" or text[:200].lstrip()[:6].lower() in ("<html>", "<!doct")
    return BodyText(text, is_html, False)
