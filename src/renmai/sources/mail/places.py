"""Which mails are left out on purpose: unsent, unwanted or deleted, by what their program says of them."""

import base64
import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path


class LeftOutReason(StrEnum):
    """Why a mail does not come in; the code of what the report counts."""

    DRAFT = "mail_draft"
    SPAM = "mail_spam"
    TRASH = "mail_trash"


_MAILBOX_ENDS = re.compile(r"\.(?:mbox|mbx|mbs|sbd|mozmsgs|imapmbox|eml|txt)$", re.IGNORECASE)
_MAILDIR = ("cur", "new")
_FLAGS = re.compile(r"[:;!_-]2,([A-Za-z]{0,30})$")
_UTF7 = re.compile(r"&([A-Za-z0-9+,]*)-")
_GMAIL = re.compile(r"^(?:\[(?:gmail|google mail)\]/|\\+)", re.IGNORECASE)
_JUNK_KEYWORDS = frozenset(("junk", "$junk", "$spam", "spam"))
_DRAFT_TYPES = frozenset(("com.apple.mail-draft",))
_EXPUNGED, _QUEUED, _IMAP_DELETED = 0x0008, 0x0800, 0x00200000
"""Bits of X-Mozilla-Status and of its second word."""


@cache
def _called() -> dict[str, LeftOutReason]:
    """Return the names of places, each with why a mail that lies there does not come in."""
    places = tomllib.loads(Path(__file__).with_name("places.toml").read_text("utf-8"))
    return {
        name.casefold(): LeftOutReason(f"mail_{place}")
        for place, languages in places.items()
        for names in languages.values()
        for name in names
    }


def by_headers(headers: Mapping[str, str], *, is_received: bool) -> LeftOutReason | None:
    """Judge a mail by its labels, its keywords and its status.

    :param is_received: a server passed it on, so that what marks a draft was left in it by its writer
    """
    if labels := headers.get("labels"):
        named = (_GMAIL.sub("", label.strip('" ')) for label in labels.split(","))
        if found := _first(named):
            return found
    if "is_draft" in headers and not is_received and headers["is_draft"].strip() != "0":
        return LeftOutReason.DRAFT
    if headers.get("type") in _DRAFT_TYPES and not is_received:
        return LeftOutReason.DRAFT
    status, more = _bits(headers.get("status", "")), _bits(headers.get("more_status", ""))
    if status & _QUEUED:
        return LeftOutReason.DRAFT
    if status & _EXPUNGED or more & _IMAP_DELETED:
        return LeftOutReason.TRASH
    if flags := headers.get("flags"):
        return LeftOutReason.DRAFT if "T" in flags else LeftOutReason.TRASH if "D" in flags else None
    keywords = headers.get("keywords", "").lower().split() if "keywords" in headers else ()
    return LeftOutReason.SPAM if _JUNK_KEYWORDS & set(keywords) else None


@lru_cache(4096)
def by_folder(within: tuple[str, ...], *, is_mailbox: bool) -> LeftOutReason | None:
    """Judge all mails of a file by the folders it lies in; of a maildir, also by its flags.

    A mailbox's own name is a folder's; a single mail's is not, but in a maildir it carries the flags.
    """
    *folders, name = within or ("",)
    if is_mailbox:
        folders.append(name)
    elif folders and folders[-1] in _MAILDIR:
        folders.pop()
        flags = _FLAGS.search(name)
        if flags and "D" in flags[1]:
            return LeftOutReason.DRAFT
        if flags and "T" in flags[1]:
            return LeftOutReason.TRASH
    return _first(step for folder in reversed(folders) for step in _steps(folder))


def _steps(folder: str) -> list[str]:
    """Return a folder's name, and of `.INBOX.Drafts` its parts, as IMAP writes them (RFC 3501, 5.1.3)."""
    name = _UTF7.sub(_from_utf7, _MAILBOX_ENDS.sub("", folder))
    return [name, *name.split(".")] if name.startswith((".", "INBOX.")) else [name]


def _from_utf7(match: re.Match[str]) -> str:
    written = match[1].replace(",", "/")
    if not written:
        return "&"
    try:
        return base64.b64decode(written + "=" * (-len(written) % 4)).decode("utf-16-be")
    except ValueError:
        return match[0]


def _first(names: Iterable[str]) -> LeftOutReason | None:
    called = _called()
    return next((called[key] for name in names if (key := name.strip().casefold()) in called), None)


def _bits(text: str) -> int:
    try:
        return int(text.strip() or "0", 16)
    except ValueError:
        return 0
