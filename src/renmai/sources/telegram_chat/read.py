"""Reads Telegram's export chat by chat: a record for each turn, and one for each of the owner's contacts."""

from collections.abc import Iterator
from typing import Any

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.account_chats import GROUP, PRIVATE, AccountChat
from renmai.sources.base import Part
from renmai.sources.json_items import JsonItem, json_items, message_problem, text_at
from renmai.sources.limits import Place, one_by_one
from renmai.sources.telegram_chat.messages import account_of, is_sent, message_of
from renmai.sources.turns import Message

SOURCE_NAME = "telegram_chat"
PLATFORM = "telegram"
OWNER, CONTACT = "personal_information", "contacts.list.item"
_CHATS = ("", "chats.list.item.", "left_chats.list.item.")
_MESSAGES = frozenset(f"{chat}messages.item" for chat in _CHATS)
_ABOUT = frozenset(f"{chat}{key}" for chat in _CHATS for key in ("name", "type", "id"))
_KINDS = {"personal_chat": PRIVATE, "": PRIVATE} | dict.fromkeys(
    ("private_group", "private_supergroup", "public_supergroup", "public_group"), GROUP
)
_FEW_SENDERS = 3


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every turn of every chat, every contact, and what is wrong or left out."""
    reader = _Reader(part)
    with part.open() as stream:
        items = json_items(stream, {*_MESSAGES, OWNER, CONTACT}, _ABOUT)
        yield from one_by_one(SOURCE_NAME, part.name, items, reader.take, reader.place)
        yield from reader.rest()


class _Reader:
    """Knows whose export it is and which chat is being read."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.owner = ""
        self.about: dict[str, str] = {}
        self.of = ""
        self.chat: AccountChat | None = None
        self.is_left_out = False

    def place(self, item: JsonItem) -> Place:
        """Return where an item stands."""
        return Place(at(message=item.number), item.at_byte)

    def take(self, item: JsonItem) -> Iterator[RawRecord | Problem]:
        """Take an item up; yield what is whole with it."""
        if not item.prefix:
            yield from self.rest()
            yield self._problem(item, "telegram_chat_broken")
        elif item.prefix == OWNER:
            self.owner = account_of(item.value.get("user_id"))
        elif item.prefix == CONTACT:
            yield from self._contact(item)
        elif item.prefix in _ABOUT:
            chat, _, key = item.prefix.rpartition(".")
            if self.chat is not None or self.is_left_out or self.of != chat or key in self.about:
                yield from self.rest()
                self.about, self.of = {}, chat
            self.about[key] = str(item.value)
        else:
            yield from self._message(item)

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is, and leave its chat."""
        chat, self.chat, self.is_left_out = self.chat, None, False
        if chat is not None:
            yield from chat.rest()

    def _message(self, item: JsonItem) -> Iterator[RawRecord | Problem]:
        if self.is_left_out or not is_sent(item.value):
            return
        message = message_of(item.value)
        if message is None:
            yield self._problem(item, "telegram_chat_message_unclear")
            return
        if self.chat is None:
            kind = _KINDS.get(self.about.get("type", ""))
            if kind is None:
                self.is_left_out = True
                yield self._problem(item, "telegram_chat_nobody", is_on_purpose=True)
                return
            self.chat = self._begun(kind)
        chat = self.chat
        chat.at_byte = item.at_byte
        chat.note(message.account, message.name)
        chat.wrote(message.account, str(message.kept.get("id", "")))
        answered = chat.answered(text_at(item.value, "reply_to_message_id"), message.account)
        kept = message.kept | ({"to": answered} if answered else {})
        yield from chat.take(Message(message.account, message.at_s, kept), item.number)

    def _begun(self, kind: str) -> AccountChat:
        """Return the chat that begins; in one between two, the other is known by the chat's own number."""
        other = account_of(self.about.get("id", ""))
        senders = self._senders() if kind == PRIVATE and not self.owner and not self.of else {}
        owner = self.owner
        if not owner and kind == PRIVATE and len(set(senders) | {other}) <= 2:
            owner = next((sender for sender in senders if sender != other), "") if other else ""
        if len(senders) >= _FEW_SENDERS:
            kind = GROUP
        name = self.about.get("name", "")
        known_as = self.about.get("id") or name
        about = {"platform": PLATFORM, "type": kind, "id": known_as, "name": name}
        chat = AccountChat(
            SOURCE_NAME, about | ({"owner": owner} if owner else {}), lambda number: at(message=number)
        )
        if kind == PRIVATE:
            chat.names.update(senders)
            if owner:
                chat.note(owner, "")
                chat.note(other or name, name)
        return chat

    def _senders(self) -> dict[str, str]:
        """Return the first few who write in the one chat of a file: two, unless it is a group's."""
        senders: dict[str, str] = {}
        with self.part.open() as stream:
            for item in json_items(stream, ("messages.item",)):
                message = message_of(item.value) if item.prefix and is_sent(item.value) else None
                if message is not None:
                    senders.setdefault(message.account, message.name)
                if len(senders) >= _FEW_SENDERS:
                    break
        return senders

    def _contact(self, item: JsonItem) -> Iterator[RawRecord]:
        keys = ("user_id", "first_name", "last_name", "phone_number")
        fields: dict[str, Any] = {key: text for key in keys if (text := text_at(item.value, key))}
        account = account_of(fields.get("user_id"))
        if not account and not any(fields.get(key) for key in keys[1:]):
            return
        yield RawRecord(
            source=SOURCE_NAME,
            external_id=f"contact:{account or digest_of(fields)}",
            digest=digest_of(fields),
            fields={"contact": fields},
            where=at(byte=item.at_byte),
            at_byte=item.at_byte,
        )

    def _problem(self, item: JsonItem, code: str, *, is_on_purpose: bool = False) -> Problem:
        return message_problem(
            item, code, source=SOURCE_NAME, file=self.part.name, is_on_purpose=is_on_purpose
        )
