"""The source of ChatLab's chats: its name, which files it knows, where its two halves are."""

import re
from collections.abc import Iterator

from renmai.domain.capture.interactions import Kind
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.base import Adapted, Part, Reading
from renmai.sources.chatlab.adapt import adapt
from renmai.sources.chatlab.read import SOURCE_NAME, read
from renmai.sources.wide_text import narrow
from renmai.sources.words import words_beside

_BEGINS = re.compile(rb"\s*(?:#[^\n]*\n\s*)*\{")
_VERSIONED = re.compile(rb'"chatlab"\s*:\s*\{[^{}]*"version"')


class ChatLabSource:
    """Chats in ChatLab's exchange format, as one JSON document or line by line."""

    name = SOURCE_NAME
    words = words_beside(__file__)
    brings = Kind.MESSAGE

    def recognises(self, head: bytes) -> bool:
        """Tell a chat by the version of the format near its beginning."""
        plain = narrow(head)
        return _BEGINS.match(plain) is not None and _VERSIONED.search(plain) is not None

    def read(self, part: Part) -> Iterator[RawRecord | Problem]:
        """Yield whom the owner calls by a name of their own, and each turn of the chat."""
        return read(part)

    def adapt(self, record: RawRecord, reading: Reading) -> Adapted:
        """Say who wrote to whom, when, and in how many words of their own."""
        return adapt(record, reading)


SOURCE = ChatLabSource()
