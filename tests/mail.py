"""Mails as bytes, written by hand: `EmailMessage` needs ten times as long, and a book is made of hundreds."""

from collections.abc import Mapping
from email.message import EmailMessage
from functools import cache


def mail(headers: Mapping[str, str], text: str) -> bytes:
    """Return one mail of an mbox, its text in UTF-8."""
    fields = (*headers.items(), ("MIME-Version", "1.0"), ("Content-Type", 'text/plain; charset="utf-8"'))
    head = b"".join(_field(name, value) for name, value in (*fields, ("Content-Transfer-Encoding", "8bit")))
    body = text.encode() if text.endswith("\n") else f"{text}\n".encode()
    return b"From x Thu Jan  1 00:00:00 1970\n" + head + b"\n" + body.replace(b"\nFrom ", b"\n>From ") + b"\n"


def _field(name: str, value: str) -> bytes:
    return f"{name}: {value}\n".encode() if value.isascii() else _encoded(name, value)


@cache
def _encoded(name: str, value: str) -> bytes:
    message = EmailMessage()
    message[name] = value
    return bytes(message).rstrip(b"\n") + b"\n"
