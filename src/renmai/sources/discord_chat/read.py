"""Reads a channel or direct messages of Discord: a record for each turn."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from renmai.domain.capture.locations import Location, at
from renmai.domain.capture.records import Problem, RawRecord
from renmai.sources.account_chats import GROUP, PRIVATE, AccountChat
from renmai.sources.base import Part
from renmai.sources.chat_acts import CALL, NO_WORDS, mapping
from renmai.sources.json_items import JsonItem, json_items, message_problem, text_at
from renmai.sources.limits import Place, one_by_one
from renmai.sources.turns import Message

SOURCE_NAME = "discord_chat"
PLATFORM = "discord"
OWNER = "me"
"""The owner where the file shows only the other."""
_TWO = "DirectTextChat"
_SENT = frozenset(("Default", "Reply", "Call", "0", "19", "3"))
_CALLS = frozenset(("Call", "3"))
_MESSAGES, _CHANNEL, _GUILD = "messages.item", "channel", "guild"


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every turn, and what is wrong or left out."""
    reader = _Reader(part)
    with part.open() as stream:
        items = json_items(stream, (_MESSAGES, _CHANNEL, _GUILD))
        yield from one_by_one(SOURCE_NAME, part.name, items, reader.take, reader.place)
        yield from reader.rest()


def _where(number: int) -> Location:
    return at(message=number)


class _Reader:
    """Puts the messages of one channel together."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.channel: dict[str, Any] = {}
        self.guild = ""
        self.chat: AccountChat | None = None

    def place(self, item: JsonItem) -> Place:
        """Return where an item stands."""
        return Place(_where(item.number), item.at_byte)

    def take(self, item: JsonItem) -> Iterator[RawRecord | Problem]:
        """Take an item up; yield what is whole with it."""
        if not item.prefix:
            yield self._fault_of("discord_chat_broken", item)
        elif item.prefix == _CHANNEL:
            self.channel = mapping(item.value)
        elif item.prefix == _GUILD:
            self.guild = text_at(item.value, "name")
        else:
            yield from self._message(item)

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is."""
        if self.chat is not None:
            yield from self.chat.rest()

    def _message(self, item: JsonItem) -> Iterator[RawRecord | Problem]:
        fields = mapping(item.value)
        author = mapping(fields.get("author"))
        if text_at(fields, "type") not in _SENT:
            return
        if author.get("isBot") is True:
            yield self._fault_of("discord_chat_bot", item, is_on_purpose=True)
            return
        account, moment = text_at(author, "id"), _moment(text_at(fields, "timestamp"))
        if not account or moment is None:
            yield self._fault_of("discord_chat_message_unclear", item)
            return
        chat = self.chat = self.chat or self._begun()
        chat.at_byte = item.at_byte
        chat.note(account, _name(author))
        chat.wrote(account, text_at(fields, "id"))
        answered = chat.answered(text_at(mapping(fields.get("reference")), "messageId"), account)
        at_s = int(moment.timestamp())
        kept = _kept(fields, at_s) | ({"to": answered} if answered else {})
        yield from chat.take(Message(account, at_s, kept), item.number)

    def _begun(self) -> AccountChat:
        """Return the chat that begins; who speaks alone in one between two, speaks to or is the owner."""
        is_two = text_at(self.channel, "type") == _TWO
        senders = self._senders() if is_two else {}
        name = text_at(self.channel, "name")
        about = {
            "platform": PLATFORM,
            "type": PRIVATE if is_two else GROUP,
            "id": text_at(self.channel, "id"),
            "name": name if is_two else " · ".join(filter(None, (self.guild, name))),
        }
        chat = AccountChat(SOURCE_NAME, about, _where)
        chat.names.update(senders)
        if len(senders) == 1:
            (alone, called) = next(iter(senders.items()))
            is_owner = bool(name) and called.casefold() != name.casefold()
            chat.chat["owner"] = alone if is_owner else OWNER
            chat.note(name if is_owner else OWNER, name if is_owner else "")
        return chat

    def _senders(self) -> dict[str, str]:
        senders: dict[str, str] = {}
        with self.part.open() as stream:
            for item in json_items(stream, (_MESSAGES,)):
                author = mapping(mapping(item.value).get("author"))
                if text_at(author, "id") and author.get("isBot") is not True:
                    senders.setdefault(text_at(author, "id"), _name(author))
                if len(senders) > 1:
                    break
        return senders

    def _fault_of(self, code: str, item: JsonItem, *, is_on_purpose: bool = False) -> Problem:
        return message_problem(
            item, code, source=SOURCE_NAME, file=self.part.name, is_on_purpose=is_on_purpose
        )


def _kept(fields: Mapping[str, Any], at_s: int) -> dict[str, object]:
    """Return what the inbox keeps of a message: a call with its length, whom it calls by name."""
    text = text_at(fields, "content").strip()
    kept: dict[str, object] = {"at": at_s, "text": text, "id": text_at(fields, "id")}
    mentions = fields.get("mentions")
    called = [text_at(each, "id") for each in mentions] if isinstance(mentions, list) else []
    if any(called):
        kept["calls"] = sorted(filter(None, called))
    if text_at(fields, "type") in _CALLS:
        ended = _moment(text_at(fields, "callEndedTimestamp"))
        return kept | {
            "text": "",
            "sort": CALL,
            "seconds": max(0, int(ended.timestamp()) - at_s) if ended else 0,
        }
    return kept if text else kept | {"sort": NO_WORDS}


def _name(author: Mapping[str, Any]) -> str:
    return text_at(author, "nickname") or text_at(author, "name")


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
