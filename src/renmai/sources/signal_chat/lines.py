"""A message of an exported Signal chat: a line of JSON, or of text that further lines may belong to."""

import json
import re
from datetime import datetime
from typing import NamedTuple

from renmai.sources.chat_acts import CALL, NO_WORDS
from renmai.sources.json_items import text_at

ME = "Me"
"""What the owner is called in an export."""
_JSON = re.compile(r'\s*\{\s*"date"\s*:\s*"[^"]{10,40}"\s*,\s*"sender"\s*:\s*"')
_TEXT = re.compile(
    r"\[(?P<day>\d{4}-\d\d-\d\d), (?P<minute>\d\d:\d\d)\] (?P<sender>[^:\n]{1,120}): ?(?P<body>.*)"
)
_LONGEST_BODY = 20_000


class SignalMessage(NamedTuple):
    """One message: who sent it, when by the clock of the computer that exported it, and what it is."""

    sender: str
    at: datetime
    text: str
    sort: str = ""
    is_nothing: bool = False


def is_of_json(line: str) -> bool:
    """Tell a line of JSON by its first two keys."""
    return _JSON.match(line) is not None


def is_of_text(line: str) -> bool:
    """Tell a line of text by its stamp and its sender."""
    return _of_text(line) is not None


def message_of(line: str) -> SignalMessage | None:
    """Return the message that begins with a line, None where none does.

    :raises ValueError: if it is JSON that says nothing of a message
    """
    if line.lstrip().startswith("{"):
        return _of_json(line)
    return _of_text(line)


def _of_json(line: str) -> SignalMessage:
    try:
        fields = json.loads(line)
    except RecursionError as fault:
        raise ValueError("nested too deeply") from fault
    sender, body = text_at(fields, "sender").strip(), text_at(fields, "body")
    at = datetime.fromisoformat(text_at(fields, "date"))
    if not sender:
        raise ValueError("nobody sent it")
    if fields.get("call") is True:
        return SignalMessage(sender, at, "", CALL, is_nothing=fields.get("missed") is True)
    is_nothing = fields.get("deleted") is True
    return SignalMessage(sender, at, body[:_LONGEST_BODY], "" if body.strip() else NO_WORDS, is_nothing)


def _of_text(line: str) -> SignalMessage | None:
    found = _TEXT.fullmatch(line)
    if found is None:
        return None
    try:
        at = datetime.fromisoformat(f"{found['day']} {found['minute']}")
    except ValueError:
        return None
    return SignalMessage(
        found["sender"].strip(), at, found["body"], "" if found["body"].strip() else NO_WORDS
    )
