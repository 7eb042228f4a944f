"""The header block of a mail: the few fields the program needs, unfolded and decoded, else as they stood."""

import re

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
}  # fmt: skip
_ADDRESSES = frozenset({"from", "to", "cc", "bcc", "reply_to", "sender", "original_from"})
_REPEATED = frozenset({"to", "cc", "bcc", "references"})
MOST_BYTES = 4 << 20
LONGEST_LINE = 998
_IDS = re.compile(r"<\s{0,9}([^<>\s]{1,998})\s{0,9}>")

_ANY_CASE = "|".join(
    "".join(f"[{c.upper()}{c}]" if c.isalpha() else re.escape(c) for c in name) for name in _CALLED
)
_FIELD = re.compile(rf"\n({_ANY_CASE})[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)".encode())
_RECEIVED = re.compile(rb"\n[Rr][Ee][Cc][Ee][Ii][Vv][Ee][Dd]:([^\n]*(?:\n[ \t][^\n]*)*)")
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_NAMES: dict[bytes, str] = {}


def parted(mail: bytes) -> tuple[int, int]:
    """Return where the header block ends and where the body begins (-1 if the block never ends)."""
    end = mail.find(b"\n\n", 0, MOST_BYTES)
    stop = end if end >= 0 else min(len(mail), MOST_BYTES)
    if mail.find(b"\r", 0, stop) >= 0 and (of_crlf := mail.find(b"\n\r\n", 0, stop)) >= 0:
        return of_crlf, of_crlf + 3
    return stop, end + 2 if end >= 0 else -1


def headers_of(mail: bytes, end: int) -> dict[str, str]:
    """Return the wanted headers under their fields' names: the first of each, or all of them joined.

    The block begins after the first line feed of `mail` and ends at `end`. Undeclared 8-bit headers are read
    in the charset that the mail declares for its text, if it fits.
    """
    headers: dict[str, str] = {}
    for raw_name, raw in _FIELD.findall(mail, 0, end):
        name = _NAMES.get(raw_name) or _NAMES.setdefault(raw_name, _CALLED[raw_name.decode("ascii").lower()])
        if name in headers:
            if name in _REPEATED and (value := _value(raw, name, mail)):
                headers[name] = f"{headers[name]}{' ' if name == 'references' else ', '}{value}"
        elif value := _value(raw, name, mail):
            headers[name] = value
    return headers


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


def _value(raw: bytes, name: str, mail: bytes) -> str:
    text = raw.decode("ascii") if raw.isascii() else text_of(raw, _declared(mail))
    text = text.strip()
    if "\n" in text or "  " in text or "\t" in text or "\r" in text:
        text = " ".join(text.split())
    if "=?" in text:
        text = decoded_words(text, is_address=name in _ADDRESSES)
    return text.replace("\0", "") if "\0" in text else text


def _declared(mail: bytes) -> str:
    match = _CHARSET.search(mail[:65536])
    return match[1].decode("ascii") if match else ""
