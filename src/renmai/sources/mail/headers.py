"""The header block of a mail: the few fields the program needs, unfolded and decoded, else as they stood."""

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import NamedTuple

from renmai.sources.charsets import text_of
from renmai.sources.mail.encoded import decoded_words

# Header → what it is called among a record's fields; several headers may say the same thing.
_CALLED = {
    "message-id": "message_id", "date": "date", "from": "from", "to": "to", "cc": "cc", "bcc": "bcc",
    "reply-to": "reply_to", "sender": "sender", "subject": "subject", "in-reply-to": "in_reply_to",
    "references": "references", "list-id": "list_id", "list-post": "list_post",
    "x-mailing-list": "mailing_list", "x-beenthere": "mailing_list", "list-unsubscribe": "list_unsubscribe",
    "precedence": "precedence",
    "auto-submitted": "auto_submitted", "x-autoreply": "auto_reply", "x-autorespond": "auto_reply",
    "x-auto-reply": "auto_reply", "organization": "organization", "organisation": "organization",
    "x-original-from": "original_from", "x-original-sender": "original_from", "return-path": "return_path",
    "content-type": "content_type", "content-transfer-encoding": "content_transfer_encoding",
    "x-gmail-labels": "labels", "x-gm-labels": "labels", "x-mozilla-status": "status", "x-status": "flags",
    "x-mozilla-status2": "more_status", "x-mozilla-keys": "keywords", "x-mozilla-draft-info": "is_draft",
    "x-unsent": "is_draft", "x-uniform-type-identifier": "type",
    "x-smssync-address": "sms_address", "x-smssync-datatype": "sms_kind", "x-smssync-type": "sms_type",
}  # fmt: skip
_ADDRESSES = frozenset({"from", "to", "cc", "bcc", "reply_to", "sender", "original_from"})
_OF_ONE = _ADDRESSES - {"to", "cc", "bcc"}  # the address stands behind a name, however long
_REPEATED = frozenset({"to", "cc", "bcc", "references"})
MOST_HEADER_BYTES = 4 << 20
LONGEST_LINE = 998
LONGEST_VALUE = 16 << 10  # characters of one header
LONGEST_LIST = 1 << 20  # of all that say to whom, or which mails went before
MOST_REPEATED = 1_000  # headers of one name
_IDS = re.compile(r"<\s{0,9}([^<>\s]{1,998})\s{0,9}>")


def _in_any_case(names: Iterable[str]) -> str:
    return "|".join(
        "".join(f"[{c.upper()}{c}]" if c.isalpha() else re.escape(c) for c in name) for name in names
    )


_OF_PROGRAMS = [name.removeprefix("x-") for name in _CALLED if name.startswith("x-")]
_ANY_CASE = (
    f"{_in_any_case(name for name in _CALLED if not name.startswith('x-'))}"
    f"|[Xx]-(?:{_in_any_case(_OF_PROGRAMS)})"
)
_FIELD = re.compile(rf"\n({_ANY_CASE})[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)".encode())
_RECEIVED = re.compile(rb"\n[Rr][Ee][Cc][Ee][Ii][Vv][Ee][Dd]:([^\n]*(?:\n[ \t][^\n]*)*)")
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_NAMES: dict[bytes, str] = {}


def parted(mail: bytes) -> tuple[int, int]:
    """Return where the header block ends and where the body begins (-1 if the block never ends)."""
    end = mail.find(b"\n\n", 0, MOST_HEADER_BYTES)
    stop = end if end >= 0 else min(len(mail), MOST_HEADER_BYTES)
    if mail.find(b"\r", 0, stop) >= 0 and (of_crlf := mail.find(b"\n\r\n", 0, stop)) >= 0:
        return of_crlf, of_crlf + 3
    return stop, end + 2 if end >= 0 else -1


class Headers(NamedTuple):
    """The wanted headers under their fields' names, and the names of those too long to be read whole."""

    values: dict[str, str]
    cut: tuple[str, ...]


def headers_of(mail: bytes, end: int) -> Headers:
    """Return the wanted headers: the first of each, or all of them joined.

    The block begins after the first line feed of `mail` and ends at `end`. Undeclared 8-bit headers are read
    in the charset that the mail declares for its text, if it fits. Values are bounded here, where they are
    read, so that nothing that works on them later meets megabytes.
    """
    values: dict[str, list[str]] = {}
    room: dict[str, int] = {}
    cut: dict[str, None] = {}
    declared = cache(partial(_declared, mail))
    for raw_name, raw in _FIELD.findall(mail, 0, end):
        name = _NAMES.get(raw_name) or _NAMES.setdefault(raw_name, _CALLED[raw_name.decode("ascii").lower()])
        if name in values and name not in _REPEATED:
            continue
        if name in cut or len(values.get(name, ())) == MOST_REPEATED:
            cut[name] = None
            continue
        text = _plain(raw, declared)
        left = room.get(name, LONGEST_LIST if name in _REPEATED else LONGEST_VALUE)
        if len(text) > left:
            cut[name] = None
            text = f"{text[:left]} {text[-LONGEST_LINE:]}" if name in _OF_ONE else text[:left]
        room[name] = left - len(text)
        if value := decoded_words(text, is_address=name in _ADDRESSES).replace("\0", ""):
            values.setdefault(name, []).append(value)
    joined = {name: (" " if name == "references" else ", ").join(found) for name, found in values.items()}
    return Headers(joined, tuple(cut))


def ids_of(text: str) -> list[str]:
    """Return the message ids in a header, without their angle brackets."""
    if not text:
        return []
    return _IDS.findall(text) or [
        word.strip("<>,;") for word in text.split() if "@" in word and len(word) < LONGEST_LINE
    ]


def received_of(mail: bytes, end: int) -> str:
    """Return the topmost Received header: the one that the last server wrote."""
    match = _RECEIVED.search(mail, 0, end)
    return " ".join(match[1].decode("latin-1").split()) if match else ""


def _plain(raw: bytes, declared: Callable[[], str]) -> str:
    """Return a header's value as text on one line."""
    is_plain = raw.isascii() and b"\x1b" not in raw
    text = raw.decode("ascii") if is_plain else text_of(raw, declared())
    text = text.strip()
    return " ".join(text.split()) if "\n" in text or "  " in text or "\t" in text or "\r" in text else text


def _declared(mail: bytes) -> str:
    match = _CHARSET.search(mail[:65536])
    return match[1].decode("ascii") if match else ""
