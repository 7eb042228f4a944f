"""Reads a ChatLab file: one record for each turn, and one for each member whom the owner renamed."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.chatlab.items import ChatItem, items_of
from renmai.sources.limits import Place, one_by_one
from renmai.sources.turns import Answers, ChatTurns, Distinct, Message, Turn
from renmai.sources.wide_text import narrow

SOURCE_NAME = "chatlab"
SYSTEM, RECALLED = 80, 81
"""Kinds of messages that nobody said."""
MOST_IDS = 50_000
"""So many messages back a reply finds who wrote what it replies to."""
MOST_MEMBERS = 100_000
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


class _Reader:
    """Puts messages together to turns, and knows who is in the chat."""

    def __init__(self, part: Part, *, is_document: bool) -> None:
        self.part = part
        self.is_document = is_document
        self.chat: dict[str, Any] = {}
        self.names: dict[str, str] = {}
        self.turns, self.answers, self.distinct = ChatTurns(), Answers(), Distinct()
        self.senders: OrderedDict[str, str] = OrderedDict()
        self.at_byte = 0
        self.is_begun = False

    def place(self, item: ChatItem) -> Place:
        """Return where an item stands."""
        number = {"message": item.number} if self.is_document else {"line": item.number}
        return Place(at(**number), item.at_byte)

    def take(self, item: ChatItem) -> list[RawRecord | Problem]:
        """Take an item up; return the turn that ends with it, the member it is, or what is wrong."""
        self.at_byte = item.at_byte
        if item.sort == "header":
            self.chat = _chat_of(item.fields)
        elif item.sort == "member":
            return list(self._member(item))
        elif item.sort == "message":
            return list(self._message(item))
        elif item.sort == "broken":
            return [self._problem(item, "chatlab_broken")]
        return []

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is."""
        yield from map(self._record, self.turns.rest())

    @property
    def is_group(self) -> bool:
        """Whether the chat is one of many."""
        return bool(self.chat.get("type") == "group")

    def _look_ahead(self) -> None:
        """Learn who takes part in a chat of two whose members stand nowhere: by who writes."""
        with self.part.open() as stream:
            for item in items_of(stream, is_document=self.is_document):
                if item.sort == "message" and (theirs := _text(item.fields, "sender")):
                    self.names.setdefault(theirs, _text(item.fields, "accountName"))
                if len(self.names) > 1:
                    return

    def _member(self, item: ChatItem) -> Iterator[RawRecord]:
        theirs = _text(item.fields, "platformId")
        account = _text(item.fields, "accountName")
        if theirs and len(self.names) < MOST_MEMBERS:
            self.names[theirs] = _text(item.fields, "groupNickname") or account
        aliases = item.fields.get("aliases")
        called = [str(alias) for alias in aliases if str(alias).strip()] if isinstance(aliases, list) else []
        if theirs and called:
            fields = {"platform": self.chat.get("platform", ""), "id": theirs, "names": [*called, account]}
            yield RawRecord(
                source=SOURCE_NAME,
                external_id=f"member:{fields['platform']}:{theirs}",
                digest=digest_of(fields),
                fields=fields,
                where=self.place(item).where,
                at_byte=item.at_byte,
            )

    def _message(self, item: ChatItem) -> Iterator[RawRecord | Problem]:
        sender, moment = _text(item.fields, "sender"), item.fields.get("timestamp")
        sort = item.fields.get("type")
        if not sender or isinstance(moment, bool) or not isinstance(moment, int | float):
            yield self._problem(item, "chatlab_message_unclear")
            return
        if not self.is_begun and not self.is_group and len(self.names) < 2:
            self._look_ahead()
        self.is_begun = True
        nickname = _text(item.fields, "groupNickname")
        if sender in self.names or len(self.names) < MOST_MEMBERS:
            known = self.names.get(sender, "")
            self.names[sender] = nickname or known or _text(item.fields, "accountName")
        own_id = _text(item.fields, "platformMessageId")
        if own_id:
            self.senders[own_id] = sender
            if len(self.senders) > MOST_IDS:
                self.senders.popitem(last=False)
        if sort in (SYSTEM, RECALLED):
            return
        at_s = int(moment / 1000 if moment >= MILLISECONDS_FROM else moment)
        kept: dict[str, object] = {
            "at": at_s,
            "sort": sort if isinstance(sort, int) else 0,
            "text": _text(item.fields, "content"),
            **({"id": own_id} if own_id else {}),
            **({"to": to} if (to := self._answered(item, sender)) else {}),
        }
        yield from map(self._record, self.turns.take(Message(sender, at_s, kept), item.number))

    def _answered(self, item: ChatItem, sender: str) -> str:
        """Return whose message a message replies to, where that is another's."""
        whose = self.senders.get(_text(item.fields, "replyToMessageId"), "")
        return whose if whose != sender else ""

    def _record(self, turn: Turn) -> RawRecord:
        first = turn.messages[0]
        fields: dict[str, object] = {
            "chat": self.chat,
            "sender": turn.speaker,
            "name": self.names.get(turn.speaker, ""),
            "messages": turn.messages,
        }
        if not self.is_group:
            others = sorted(theirs for theirs in self.names if theirs != turn.speaker)
            fields["other"] = {"id": others[0], "name": self.names[others[0]]} if len(others) == 1 else {}
        else:
            fields["called"] = self._called(turn)
        known_by = first.get("id") or digest_of({"sender": turn.speaker, "first": first})
        external_id = self.distinct(f"{self.chat.get('platform')}:{self._known_as()}:{known_by}")
        answers = self.answers.to(turn, external_id)
        if answers and not self.is_group:
            fields["answers"] = answers
        place = {"message": turn.place} if self.is_document else {"line": turn.place}
        return RawRecord(
            source=SOURCE_NAME,
            external_id=external_id,
            digest=digest_of(fields),
            fields=fields,
            where=at(**place),
            at_byte=self.at_byte,
        )

    def _known_as(self) -> str:
        """Return what the chat is known by in every export: its number, or the two it is between."""
        if not self.is_group and len(self.names) == 2:
            return " ".join(sorted(self.names))
        return str(self.chat.get("id", ""))

    def _called(self, turn: Turn) -> dict[str, str]:
        """Return whom a turn of a group calls or answers, by id, with their names."""
        ids = {str(message["to"]) for message in turn.messages if "to" in message}
        text = "\n".join(str(message["text"]) for message in turn.messages)
        if "@" in text:
            ids |= {theirs for theirs, name in self.names.items() if name and f"@{name}" in text}
        return {theirs: self.names.get(theirs, "") for theirs in sorted(ids - {turn.speaker})}

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


def _chat_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is kept of a header: which chat it is, on which platform, and who exported it."""
    meta = fields.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    named = {key: _text(meta, key) for key in ("name", "platform", "type")}
    return {
        **named,
        "id": _text(meta, "groupId") or named["name"],
        **({"owner": owner} if (owner := _text(meta, "ownerId")) else {}),
    }


def _text(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).replace("\0", "").encode("utf-8", "replace").decode("utf-8")
