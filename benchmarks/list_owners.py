"""The development list as single people have it: every mail with its header, whose it is, and boxes of their own."""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from benchmarks.dev_mail import boxes

START = re.compile(rb"(?m)^From .*\n(?=[!-9;-~]+:)")


def digest(text: str) -> str:
    """Return what stands for a text in files of the repository: no name of anybody is kept there."""
    return blake2b(text.lower().encode(), digest_size=8).hexdigest()


class ListMail:
    """One mail of the list."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.header: Message = message_from_bytes(raw.partition(b"\n\n")[0] + b"\n\n", policy=policy.compat32)

    @cached_property
    def to(self) -> list[str]:
        """Return the addresses it is addressed to."""
        return self._addresses("To")

    @cached_property
    def readers(self) -> frozenset[str]:
        """Return every address it was sent to."""
        return frozenset(self._addresses("To", "Cc", "Bcc"))

    def _addresses(self, *names: str) -> list[str]:
        fields = [str(value) for name in names for value in self.header.get_all(name, [])]
        return [address.lower() for _, address in getaddresses(fields) if "@" in address]

    @cached_property
    def writer(self) -> tuple[str, str]:
        """Return name and address of who wrote it."""
        [(name, address), *_] = getaddresses([str(self.header.get("From", ""))]) or [("", "")]
        return name.strip().lower(), address.lower()

    @cached_property
    def at(self) -> datetime:
        """Return when it was sent; the beginning of time where that cannot be told."""
        try:
            at = parsedate_to_datetime(str(self.header.get("Date", "")))
        except ValueError:
            return datetime(1970, 1, 1, tzinfo=UTC)
        return at if at.tzinfo else at.replace(tzinfo=UTC)

    @property
    def subject(self) -> str:
        """Return the subject on one line."""
        return " ".join(str(self.header.get("Subject", "")).split())

    def text(self) -> str:
        """Return the plain text."""
        whole = message_from_bytes(self.raw, policy=policy.compat32)
        for part in whole.walk():
            if part.get_content_type() == "text/plain":
                said = part.get_payload(decode=True) or b""
                return said.decode("utf-8", "replace")
        return ""


class ListOwner(NamedTuple):
    """Somebody who stands for the owner of a book: the addresses they wrote from, the mails they had."""

    kind: str
    is_verify: bool
    addresses: tuple[str, ...]
    mails: Sequence[ListMail]

    @property
    def key(self) -> str:
        """Return what stands for the owner in the verdicts."""
        return digest(self.addresses[0])


def all_mails() -> list[ListMail]:
    """Return every mail of the development list once, the oldest first."""
    found: dict[str, ListMail] = {}
    for box in boxes():
        whole = gzip.decompress(box.read_bytes())
        starts = [match.start() for match in START.finditer(whole)]
        for start, end in zip(starts, [*starts[1:], len(whole)], strict=True):
            mail = ListMail(whole[start:end].partition(b"\n")[2])
            found.setdefault(str(mail.header.get("Message-ID", start)), mail)
    return sorted(found.values(), key=lambda mail: mail.at)


def owners(mails: Sequence[ListMail]) -> Iterator[ListOwner]:
    """Yield those whose books are read, by their place among all who wrote, so that nobody picks them."""
    by_name: dict[str, Counter[str]] = defaultdict(Counter)
    for mail in mails:
        name, address = mail.writer
        if name.count(" ") >= 1:
            by_name[name][address] += 1
    ranked = sorted(by_name, key=lambda name: (-by_name[name].total(), name))
    middling = [name for name in ranked if 100 <= by_name[name].total() <= 300]
    several = [
        name
        for name in ranked
        if len(by_name[name]) == 2 and min(by_name[name].values()) >= 10 and name not in middling
    ]
    for kind, is_verify, name in (
        ("maintainer", False, ranked[0]),
        ("regular poster", False, ranked[2]),
        ("regular poster", False, ranked[5]),
        ("100 to 300 mails", False, middling[1]),
        ("100 to 300 mails", False, middling[4]),
        ("two addresses", False, several[0]),
        ("regular poster", True, ranked[8]),
        ("100 to 300 mails", True, middling[7]),
    ):
        mine = tuple(address for address, _ in by_name[name].most_common())
        yield ListOwner(kind, is_verify, mine, _had(mails, mine))


def _had(mails: Iterable[ListMail], mine: Sequence[str]) -> list[ListMail]:
    return [mail for mail in mails if mail.writer[1] in mine or not mail.readers.isdisjoint(mine)]


def write_box(mails: Iterable[ListMail], path: Path) -> None:
    """Write mails as a mailbox."""
    with path.open("wb") as box:
        for mail in mails:
            body = re.sub(rb"(?m)^From ", b">From ", mail.raw)
            box.write(b"From list@example.org Thu Jan  1 00:00:00 1970\n" + body.rstrip(b"\n") + b"\n\n")
