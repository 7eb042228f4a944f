"""Ids that a file gives to several things: which are versions of one event, which are events of their own."""

import re
from hashlib import blake2b
from typing import NamedTuple

from renmai.sources.charsets import text_of
from renmai.sources.ics.properties import Event

MOST_UIDS = 200_000  # looked at in one file
TELLING = {
    name: re.compile(rb"^%s[ \t]*(?:;[^:\n]*)?:[ \t]*(.*)$" % name, re.MULTILINE | re.IGNORECASE)
    for name in (b"DTSTART", b"SUMMARY", b"SEQUENCE", b"LAST-MODIFIED", b"DTSTAMP")
}


class _Seen(NamedTuple):
    """What tells versions of one event from two events, in short."""

    start: bytes
    title: bytes
    version: bytes
    written: bytes


class UidTally:
    """The ids of a file's events: a program that numbers them from 1, or writes one id for all, counts."""

    def __init__(self) -> None:
        self.first: dict[bytes, _Seen] = {}
        self.least: dict[bytes, _Seen] = {}

    def note(self, text: bytes, uid: bytes) -> None:
        """Look at an event that replaces no instance; remember an id that stands for several things."""
        key, seen = _digest(uid), _seen(text)
        first = self.first.get(key)
        if first is None:
            if len(self.first) < MOST_UIDS:
                self.first[key] = seen
        elif _are_two_events(first, seen):
            self.least[key] = min(self.least.get(key, first), seen)

    def own_id(self, text: bytes, event: Event) -> str:
        """Return an event's id: its UID, and behind it what it is where the file has several of that id."""
        if not self.least or event.first("RECURRENCE-ID"):
            return event.uid
        least = self.least.get(_digest(event.text("UID").encode()))
        seen = _seen(text)
        is_plain = least is None or (seen.start, seen.title) == (least.start, least.title)
        return event.uid if is_plain else f"{event.uid}~{_digest(seen.start + seen.title).hex()}"


def _are_two_events(one: _Seen, other: _Seen) -> bool:
    """Tell two events of one id from two versions of one: a version says that it is newer."""
    differ = (one.start != other.start) + (one.title != other.title)
    return one.version == other.version and (differ > 1 or (differ == 1 and one.written == other.written))


def _seen(text: bytes) -> _Seen:
    start, title, version, *written = (
        match[1].strip() if (match := pattern.search(text)) else b"" for pattern in TELLING.values()
    )
    return _Seen(start[:40], _digest(text_of(title).encode()), version[:8], _digest(b"|".join(written)))


def _digest(text: bytes) -> bytes:
    return blake2b(text, digest_size=8).digest()
