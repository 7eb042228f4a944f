"""Reads an export: the lines of all its chats, put together to one record for each turn."""

import json
from collections.abc import Iterator

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.account_chats import GROUP, MOST_MEMBERS, PRIVATE, AccountChat
from renmai.sources.base import Part
from renmai.sources.chat_acts import NO_WORDS
from renmai.sources.message_spool import MessageSpool, SpooledMessage
from renmai.sources.office_chat.dialects import OfficeMessage, message_of
from renmai.sources.text_lines import LineStream, TextLine
from renmai.sources.turns import Message

SOURCE_NAME = "office_chat"
MOST_BYTES = 1 << 20
"""Of one line."""


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every turn by conversation, before it what is wrong or left out."""
    with MessageSpool() as spool, part.open() as stream:
        reader = _Reader(part, spool)
        for line in LineStream(stream, most_bytes=MOST_BYTES):
            yield from reader.take(line)
        yield from reader.turns()


class _Reader:
    """Takes the lines up, and knows who is called what."""

    def __init__(self, part: Part, spool: MessageSpool) -> None:
        self.part, self.spool = part, spool
        self.names: dict[str, str] = {}
        self.writers: dict[str, set[str]] = {}
        self.at_byte = 0

    def take(self, line: TextLine) -> Iterator[Problem]:
        """Put a line in; yield what is wrong with it."""
        self.at_byte = line.at_byte
        if not line.text.strip():
            return
        try:
            fields = json.loads(line.text)
        except (ValueError, RecursionError):
            yield self._fault_of("office_chat_broken", line)
            return
        if isinstance(fields, dict) and fields.get("action") == "switch":
            return  # somebody changed the firm they look at
        message = message_of(fields) if isinstance(fields, dict) else None
        if message is None or message.at_s is None or not (message.sender and message.chat):
            yield self._fault_of("office_chat_message_unclear", line)
        elif message.is_machine:
            yield self._fault_of("office_chat_machine", line, is_on_purpose=True)
        elif not message.is_gone:
            self._put_in(message, message.at_s, line.number)

    def _put_in(self, message: OfficeMessage, at_s: int, number: int) -> None:
        for theirs, name in message.names.items():
            if name and len(self.names) < MOST_MEMBERS:
                self.names[f"{message.platform} {theirs}"] = name
        chat = f"{message.platform} {message.chat}"
        self.writers.setdefault(chat, set()).update((message.sender, *message.to))
        kept = message._asdict() | {"names": {}}
        self.spool.add(SpooledMessage(chat, at_s, number, kept))

    def turns(self) -> Iterator[RawRecord]:
        """Yield the turns of every conversation."""
        chat: AccountChat | None = None
        known_by = ""
        for spooled in self.spool.in_order():
            if chat is None or spooled.chat != known_by:
                if chat is not None:
                    yield from chat.rest()
                chat, known_by = self._begun(spooled), spooled.chat
            yield from self._said(chat, spooled)
        if chat is not None:
            yield from chat.rest()

    def _begun(self, first: SpooledMessage) -> AccountChat:
        kept, writers = first.kept, sorted(self.writers[first.chat])
        is_group = len(writers) > 2 if kept["is_group"] is None else kept["is_group"]
        about = {
            "platform": kept["platform"],
            "type": GROUP if is_group else PRIVATE,
            "id": kept["chat"],
            "name": kept["title"],
        }
        chat = AccountChat(SOURCE_NAME, about, lambda number: at(line=number))
        chat.at_byte = self.at_byte
        for theirs in writers if not is_group else ():
            chat.note(theirs, self._name(kept["platform"], theirs))
        return chat

    def _said(self, chat: AccountChat, spooled: SpooledMessage) -> Iterator[RawRecord]:
        kept = spooled.kept
        sender, platform = kept["sender"], kept["platform"]
        chat.wrote(sender, kept["id"])
        called = [theirs for theirs in kept["calls"] if theirs != sender]
        for theirs in (sender, *(called if chat.is_group else ())):
            chat.note(theirs, self._name(platform, theirs))
        message: dict[str, object] = {"at": spooled.at_s, "text": kept["text"]}
        message |= {"id": kept["id"]} if kept["id"] else {}
        message |= {"calls": called} if called else {}
        if whose := chat.answered(kept["answers"], sender):
            message["to"] = whose
        if not kept["text"]:
            message["sort"] = NO_WORDS
        yield from chat.take(Message(sender, spooled.at_s, message), spooled.place)

    def _name(self, platform: str, account: str) -> str:
        return self.names.get(f"{platform} {account}", "")

    def _fault_of(self, code: str, line: TextLine, *, is_on_purpose: bool = False) -> Problem:
        return Problem(
            source=SOURCE_NAME,
            file=self.part.name,
            where=at(line=line.number),
            code=code,
            numbers={} if is_on_purpose else {"number": line.number},
            at_byte=line.at_byte,
            is_on_purpose=is_on_purpose,
        )
