"""Reads a ChatLab file: one record for each turn, and one for each member whom the owner renamed."""

from collections.abc import Iterator, Mapping
from typing import Any

from renmai.domain.capture.locations import Location, at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.account_chats import MOST_MEMBERS, AccountChat
from renmai.sources.base import Part
from renmai.sources.chatlab.items import ChatItem, items_of
from renmai.sources.json_items import text_at
from renmai.sources.limits import Place, one_by_one
from renmai.sources.turns import Message
from renmai.sources.wide_text import narrow

SOURCE_NAME = "chatlab"
SYSTEM, RECALLED = 80, 81
"""Kinds of messages that nobody said."""
MILLISECONDS_FROM = 100_000_000_000
"""From here on a timestamp counts milliseconds: as seconds it would lie three thousand years ahead."""


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every member with a name of the owner's own, every turn, and what is broken."""
    is_document = not _is_by_line(part)
    reader = _Reader(part, is_document=is_document)
    with part.open() as stream:
        items = items_of(stream, is_document=is_document)
        yield from one_by_one(SOURCE_NAME, part.name, items, reader.take, reader.place)
        yield from reader.rest()


def _is_by_line(part: Part) -> bool:
    lines = (line.strip() for line in narrow(part.head).split(b"\n"))
    first = next((line for line in lines if line and not line.startswith(b"#")), b"")
    return b'"_type"' in first


class _Chat(AccountChat):
    """A chat of two is known by its two accounts, as these stand in the header of no export."""

    def known_as(self) -> str:
        """Return its number, or the two it is between."""
        return (
            " ".join(sorted(self.names)) if not self.is_group and len(self.names) == 2 else super().known_as()
        )


class _Reader:
    """Puts messages together to turns, and knows who is in the chat."""

    def __init__(self, part: Part, *, is_document: bool) -> None:
        self.part = part
        self.is_document = is_document
        self.chat = _Chat(SOURCE_NAME, {}, self._where)
        self.is_begun = False

    def _where(self, number: int) -> Location:
        return at(message=number) if self.is_document else at(line=number)

    def place(self, item: ChatItem) -> Place:
        """Return where an item stands."""
        return Place(self._where(item.number), item.at_byte)

    def take(self, item: ChatItem) -> list[RawRecord | Problem]:
        """Take an item up; return the turn that ends with it, the member it is, or what is wrong."""
        self.chat.at_byte = item.at_byte
        if item.sort == "header":
            self.chat.chat = _chat_of(item.fields)
        elif item.sort == "member":
            return list(self._member(item))
        elif item.sort == "message":
            return list(self._message(item))
        elif item.sort == "broken":
            return [self._problem(item, "chatlab_broken")]
        return []

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is."""
        yield from self.chat.rest()

    def _look_ahead(self) -> None:
        """Learn who takes part in a chat of two whose members stand nowhere: by who writes."""
        with self.part.open() as stream:
            for item in items_of(stream, is_document=self.is_document):
                if item.sort == "message" and (theirs := text_at(item.fields, "sender")):
                    self.chat.names.setdefault(theirs, text_at(item.fields, "accountName"))
                if len(self.chat.names) > 1:
                    return

    def _member(self, item: ChatItem) -> Iterator[RawRecord]:
        theirs = text_at(item.fields, "platformId")
        account = text_at(item.fields, "accountName")
        if theirs and len(self.chat.names) < MOST_MEMBERS:
            self.chat.names[theirs] = text_at(item.fields, "groupNickname") or account
        aliases = item.fields.get("aliases")
        called = [str(alias) for alias in aliases if str(alias).strip()] if isinstance(aliases, list) else []
        if theirs and called:
            fields = {
                "platform": self.chat.chat.get("platform", ""),
                "id": theirs,
                "names": [*called, account],
            }
            yield RawRecord(
                source=SOURCE_NAME,
                external_id=f"member:{fields['platform']}:{theirs}",
                digest=digest_of(fields),
                fields=fields,
                where=self.place(item).where,
                at_byte=item.at_byte,
            )

    def _message(self, item: ChatItem) -> Iterator[RawRecord | Problem]:
        sender, moment = text_at(item.fields, "sender"), item.fields.get("timestamp")
        sort = item.fields.get("type")
        if not sender or isinstance(moment, bool) or not isinstance(moment, int | float):
            yield self._problem(item, "chatlab_message_unclear")
            return
        if not self.is_begun and not self.chat.is_group and len(self.chat.names) < 2:
            self._look_ahead()
        self.is_begun = True
        known = self.chat.names.get(sender, "")
        self.chat.note(
            sender, text_at(item.fields, "groupNickname") or known or text_at(item.fields, "accountName")
        )
        own_id = text_at(item.fields, "platformMessageId")
        self.chat.wrote(sender, own_id)
        if sort in (SYSTEM, RECALLED):
            return
        at_s = int(moment / 1000 if moment >= MILLISECONDS_FROM else moment)
        kept: dict[str, object] = {
            "at": at_s,
            "sort": sort if isinstance(sort, int) else 0,
            "text": text_at(item.fields, "content"),
            **({"id": own_id} if own_id else {}),
            **({"to": to} if (to := self._answered(item, sender)) else {}),
        }
        yield from self.chat.take(Message(sender, at_s, kept), item.number)

    def _answered(self, item: ChatItem, sender: str) -> str:
        """Return whose message a message replies to, where that is another's."""
        return self.chat.answered(text_at(item.fields, "replyToMessageId"), sender)

    def _problem(self, item: ChatItem, code: str) -> Problem:
        where, at_byte = self.place(item)
        return Problem(
            source=SOURCE_NAME,
            file=self.part.name,
            where=where,
            code=code,
            numbers={"number": item.number},
            at_byte=at_byte,
        )


def _chat_of(fields: Mapping[str, Any]) -> dict[str, str]:
    """Return what is kept of a header: which chat it is, on which platform, and who exported it."""
    meta = fields.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    named = {key: text_at(meta, key) for key in ("name", "platform", "type")}
    return {
        **named,
        "id": text_at(meta, "groupId") or named["name"],
        **({"owner": owner} if (owner := text_at(meta, "ownerId")) else {}),
    }
