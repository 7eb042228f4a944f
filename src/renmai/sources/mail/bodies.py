"""The author's text of a mail: its first text part, decoded, found one by one and never by recursion."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from renmai.sources.charsets import text_of
from renmai.sources.mail.encoded import from_transfer
from renmai.sources.mail.parameters import parameters_of

MOST_TEXT_BYTES = 256 * 1024  # of encoded text looked at; nobody writes more themselves
MOST_DEPTH = 60
MOST_PARTS = 300
_PART_HEAD_BYTES = 16 * 1024
_BOUNDARY = re.compile(r'boundary\s{0,9}=\s{0,9}(?:"([^"]{1,250})"|([^\s;"]{1,250}))', re.IGNORECASE)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([^\s;\"']{2,60})", re.IGNORECASE)
_CALENDAR = re.compile(rb"\ncontent-type[ \t]*:[ \t]*text/calendar", re.IGNORECASE)
_OF_CALENDARS = (b"alendar", b"ALENDAR")
_METHOD = re.compile(r"^METHOD:[ \t]*([A-Za-z]{3,20})", re.MULTILINE | re.IGNORECASE)
_UID = re.compile(r"^UID:[ \t]*(\S[^\r\n]{0,250})", re.MULTILINE | re.IGNORECASE)
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
        elif boundary := _boundary_of(leaf.kind):
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
    boundary = _boundary_of(kind)
    return not boundary or b"--%b--" % boundary in mail


class CalendarPart(NamedTuple):
    """What a calendar sent with a mail: its method (REQUEST, REPLY, …) and of which event."""

    method: str
    uid: str


def calendar_part(kind: str, encoding: str, mail: bytes, start: int) -> CalendarPart | None:
    """Return what a calendar says in a mail, whichever part of it that is; None in a mail without one."""
    if kind[:13].lower() == "text/calendar":
        return _calendar(Leaf(kind, encoding.strip().lower(), "", start, len(mail)), mail)
    if kind[:10].lower() != "multipart/" or not any(word in mail for word in _OF_CALENDARS):
        return None
    for match in _CALENDAR.finditer(mail, start):
        line = mail.rfind(b"\n--", start - 1, match.start() + 1)
        head_start = mail.find(b"\n", line + 1) if line >= 0 else match.start()
        end = mail.find(b"\n--", match.end())
        found = _calendar(_leaf(mail, head_start, end if end >= 0 else len(mail)), mail)
        if found is not None:
            return found
    return None


def _calendar(leaf: Leaf, mail: bytes) -> CalendarPart | None:
    text = _text_of_leaf(leaf, mail).text.replace("\r\n ", "").replace("\n ", "")
    method, uid = _METHOD.search(text), _UID.search(text)
    named = parameters_of(leaf.kind).get("method", "") or (method[1] if method else "")
    return CalendarPart(named.upper(), uid[1].strip() if uid else "") if named else None


def _boundary_of(kind: str) -> bytes:
    if kind[:10].lower() != "multipart/":
        return b""
    match = _BOUNDARY.search(kind)
    boundary = (match[1] or match[2]) if match else parameters_of(kind).get("boundary", "")
    return boundary.rstrip().encode("utf-8", "replace")


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
    text = text_of(raw, match[1] if match else parameters_of(leaf.kind).get("charset", ""))
    is_html = leaf.kind[:9].lower() == "text/html" or text[:200].lstrip()[:6].lower() in ("<html>", "<!doct")
    return BodyText(text, is_html, False)
