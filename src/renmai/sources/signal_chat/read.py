"""Reads an exported chat: one record for each turn."""

from collections.abc import Iterator
from datetime import UTC

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.account_chats import GROUP, PRIVATE, AccountChat
from renmai.sources.base import Part
from renmai.sources.signal_chat.lines import ME, SignalMessage, message_of
from renmai.sources.text_lines import LineStream, TextLine
from renmai.sources.turns import Message

SOURCE_NAME = "signal_chat"
PLATFORM = "signal"
MOST_BYTES = 1 << 20
"""Of one line."""
MOST_SENDERS = 5_000
MOST_LINES = 1_000
"""Of the text of one message; what stands behind is left out."""


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every turn, and what is wrong."""
    reader = _Reader(part)
    with part.open() as stream:
        for line in LineStream(stream, most_bytes=MOST_BYTES):
            yield from reader.take(line)
    yield from reader.rest()


def _senders(part: Part) -> list[str]:
    """Return who writes in a chat: whether it is one of two is told by nothing else."""
    found: dict[str, None] = {}
    with part.open() as stream:
        for line in LineStream(stream, most_bytes=MOST_BYTES):
            try:
                message = message_of(line.text)
            except ValueError:  # told as a problem where the messages themselves are read
                continue
            if message is not None and len(found) < MOST_SENDERS:
                found.setdefault(message.sender)
    return list(found)


class _Reader:
    """Puts the messages of one chat together."""

    def __init__(self, part: Part) -> None:
        self.part = part
        senders = _senders(part)
        others = [name for name in senders if name != ME]
        is_two = len(others) == 1 or (len(others) == 2 and ME not in senders)
        folder = part.within[-2] if len(part.within) > 1 else ""
        about = {
            "platform": PLATFORM,
            "type": PRIVATE if is_two else GROUP,
            "id": " ".join(sorted(others)) if is_two else folder,
            "name": "" if is_two else folder,
            "owner": ME,
        }
        self.chat = AccountChat(SOURCE_NAME, about, lambda number: at(line=number))
        for name in senders if is_two else ():
            self.chat.note(name, name)
        if is_two and len(senders) == 1:
            self.chat.note(ME, ME)
        self.open: tuple[SignalMessage, int] | None = None
        self.lines: list[str] = []

    def take(self, line: TextLine) -> Iterator[RawRecord | Problem]:
        """Take a line up; yield the turn that ends with it."""
        try:
            message = message_of(line.text)
        except ValueError:
            yield self._fault_of("signal_chat_broken", line)
            return
        if message is not None:
            yield from self._close()
            self.chat.at_byte = line.at_byte
            self.open = message, line.number
        elif self.open is not None:
            if len(self.lines) < MOST_LINES:
                self.lines.append(line.text)
        elif line.text.strip():
            yield self._fault_of("signal_chat_stray_line", line)

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is."""
        yield from self._close()
        yield from self.chat.rest()

    def _close(self) -> Iterator[RawRecord]:
        """Add the message that is open, with its further lines."""
        opened, self.open = self.open, None
        lines, self.lines = self.lines, []
        if opened is None:
            return
        message, number = opened
        if message.is_nothing:
            return
        at_s = int(message.at.replace(tzinfo=message.at.tzinfo or UTC).timestamp())
        text = "\n".join([message.text, *lines]).strip()
        kept: dict[str, object] = {"at": at_s, "text": text}
        if message.sort and not (text and message.text == ""):
            kept["sort"] = message.sort
        if message.at.tzinfo is not None:
            kept["zoned"] = True
        self.chat.note(message.sender, message.sender)
        yield from self.chat.take(Message(message.sender, at_s, kept), number)

    def _fault_of(self, code: str, line: TextLine) -> Problem:
        return Problem(
            source=SOURCE_NAME,
            file=self.part.name,
            where=at(line=line.number),
            code=code,
            numbers={"number": line.number},
            at_byte=line.at_byte,
        )
