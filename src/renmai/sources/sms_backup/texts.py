"""A text or a call as the backup writes it: who it is with, which way it went, when, and its words."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

ME = "me"
"""The owner among the accounts of a chat: the backup names only the others."""
GOT, SENT = "1", "2"
MMS_FROM = "137"
_NO_NAMES = frozenset(("", "(unknown)", "null", "unknown"))
_ME_IN_MMS = "insert-address-token"
_NOT_DIGITS = re.compile(r"\D+")
_SHORT_DIGITS, _OF_A_SERVICE, _TELLING_DIGITS = 6, "106", 9
_SERVICE_DIGITS = 8
_MILLISECONDS_FROM = 100_000_000_000


class Texted(NamedTuple):
    """One text: with whom, by whom, at which second, what it says."""

    others: tuple[str, ...]
    sender: str
    at_s: int
    text: str


def value(attributes: Mapping[str, str], key: str) -> str:
    """Return an attribute; the backup writes null where there is nothing."""
    text = attributes.get(key, "").replace("\0", "").strip()
    return "" if text == "null" else text


def name_in(attributes: Mapping[str, str]) -> str:
    """Return what the phone calls the other, nothing where it has no name."""
    name = value(attributes, "contact_name")
    return "" if name.casefold() in _NO_NAMES else name


def second_in(attributes: Mapping[str, str]) -> int | None:
    """Return the second of a text or call, written in milliseconds, at times in seconds."""
    date = value(attributes, "date")
    if not date.isdecimal():
        return None
    return int(date) // 1000 if int(date) >= _MILLISECONDS_FROM else int(date)


def text_of(attributes: Mapping[str, str]) -> Texted | None:
    """Return a short message; None where it was not sent, or names nobody or no moment."""
    address, at_s, way = value(attributes, "address"), second_in(attributes), value(attributes, "type")
    if not address or at_s is None or way not in (GOT, SENT):
        return None
    return Texted((address,), ME if way == SENT else address, at_s, value(attributes, "body"))


def multimedia_of(
    attributes: Mapping[str, str], parts: Sequence[Mapping[str, str]], addresses: Sequence[Mapping[str, str]]
) -> Texted | None:
    """Return a multimedia message, which may be to several; None as for a short one."""
    at_s, way = second_in(attributes), value(attributes, "msg_box")
    others = tuple(dict.fromkeys(filter(None, value(attributes, "address").split("~"))))
    others = tuple(other for other in others if other != _ME_IN_MMS)
    if not others or at_s is None or way not in (GOT, SENT):
        return None
    writers = [value(each, "address") for each in addresses if value(each, "type") == MMS_FROM]
    sender = next((writer for writer in writers if writer != _ME_IN_MMS), others[0])
    known = next((other for other in others if digits(other) == digits(sender)), sender)
    text = "\n".join(value(part, "text") for part in parts if value(part, "ct") == "text/plain")
    return Texted(others, ME if way == SENT else known, at_s, text.strip())


def digits(address: str) -> str:
    """Return what tells a number however it is written; a mail address is told by all of it."""
    found = _NOT_DIGITS.sub("", address)
    return (
        found[-_TELLING_DIGITS:] if len(found) >= _TELLING_DIGITS and "@" not in address else address.lower()
    )


def is_service(address: str) -> bool:
    """Tell a bank's, a shop's or a network's sender from a human: letters, a short code, China's 106."""
    if "@" in address:
        return False
    found = _NOT_DIGITS.sub("", address)
    is_106 = found.removeprefix("86").startswith(_OF_A_SERVICE) and len(found) >= _SERVICE_DIGITS
    return len(found) <= _SHORT_DIGITS or any(c.isalpha() for c in address) or is_106
