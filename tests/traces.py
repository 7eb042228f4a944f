"""Small traces for tests: a mailbox from lines, a card from a name."""

from datetime import datetime
from email.utils import format_datetime, parseaddr
from pathlib import Path


def mailbox(path: Path, text: str) -> Path:
    """Write a mailbox; each line is `ID DAY FROM > TO[, TO …] [| Header: value …]`, with names if wanted."""
    mails = [_mail(line.strip()) for line in text.strip().splitlines() if line.strip()]
    path.write_bytes("".join(mails).encode())
    return path


def _mail(line: str) -> str:
    line, *headers = (piece.strip() for piece in line.split("|"))
    number, day, rest = line.split(" ", 2)
    sender, _, recipients = rest.partition(" > ")
    at = datetime.fromisoformat(day if "T" in day else f"{day}T12:00:00+00:00")
    lines = [
        f"From {parseaddr(sender)[1]} {at:%a %b %d %H:%M:%S %Y}",
        f"From: {sender}",
        f"To: {recipients}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{number}@example.org>",
        f"Subject: letter {number}",
        *headers,
        "",
        f"What letter {number} says.",
        "",
        "",
    ]
    return "\n".join(lines)


def card(uid: str, name: str, *lines: str) -> str:
    """Return one vCard with a UID."""
    return "\r\n".join(
        ["BEGIN:VCARD", "VERSION:3.0", f"UID:{uid}", f"FN:{name}", f"N:{name};;;;", *lines, "END:VCARD", ""]
    )


def address_book(path: Path, *cards: str) -> Path:
    """Write an address book."""
    path.write_bytes("".join(cards).encode())
    return path
