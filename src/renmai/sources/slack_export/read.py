"""Reads one file of the export: the messages of a day in one channel, or the members of the workspace."""

from collections.abc import Iterator, Mapping
from typing import Any

from renmai.domain.capture.locations import Location, at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.account_chats import GROUP, PRIVATE, AccountChat
from renmai.sources.base import Part
from renmai.sources.chat_acts import NO_WORDS, mapping
from renmai.sources.json_items import JsonItem, json_items, message_problem, text_at
from renmai.sources.limits import Place, one_by_one
from renmai.sources.slack_export.kinds import SlackFile, are_two, file_of
from renmai.sources.slack_export.texts import slack_text
from renmai.sources.turns import Message
from renmai.sources.wide_text import narrow

SOURCE_NAME = "slack_export"
PLATFORM = "slack"
_SAID = frozenset(("", "thread_broadcast", "me_message", "file_share", "reply_broadcast"))
_PROFILE = ("real_name", "display_name", "email", "phone", "title")


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every turn or every member, and what is wrong or left out."""
    kind = file_of(narrow(part.head))
    if kind is SlackFile.OTHER:
        yield Problem(source=SOURCE_NAME, file=part.name, code="slack_export_not_used", is_on_purpose=True)
        return
    reader = _Reader(part)
    take = reader.member if kind is SlackFile.MEMBERS else reader.take
    with part.open() as stream:
        items = json_items(stream, ("item",))
        yield from one_by_one(SOURCE_NAME, part.name, items, take, reader.place)
        yield from reader.chat.rest()


def _where(number: int) -> Location:
    return at(message=number)


class _Reader:
    """Puts the messages of one day in one channel together."""

    def __init__(self, part: Part) -> None:
        self.part = part
        kind = PRIVATE if are_two(part.within) else GROUP
        self.chat = AccountChat(
            SOURCE_NAME, {"platform": PLATFORM, "type": kind, "id": "", "name": ""}, _where
        )

    def place(self, item: JsonItem) -> Place:
        """Return where an item stands."""
        return Place(_where(item.number), item.at_byte)

    def member(self, item: JsonItem) -> Iterator[RawRecord | Problem]:
        """Yield a member of the workspace as they stand in its list."""
        if not item.prefix:
            yield self._fault_of("slack_export_broken", item)
            return
        fields = mapping(item.value)
        profile, account = mapping(fields.get("profile")), text_at(fields, "id")
        if fields.get("is_bot") is True or account == "USLACKBOT":
            yield self._fault_of("slack_export_bot", item, is_on_purpose=True)
            return
        kept = {key: text for key in _PROFILE if (text := text_at(profile, key))}
        kept.setdefault("real_name", text_at(fields, "real_name") or text_at(fields, "name"))
        if not account:
            yield self._fault_of("slack_export_unclear", item)
            return
        member = {"member": {"id": account, **kept}}
        yield RawRecord(
            source=SOURCE_NAME,
            external_id=f"member:{account}",
            digest=digest_of(member),
            fields=member,
            where=_where(item.number),
            at_byte=item.at_byte,
        )

    def take(self, item: JsonItem) -> Iterator[RawRecord | Problem]:
        """Take a message up; yield the turn that ends with it."""
        if not item.prefix:
            yield self._fault_of("slack_export_broken", item)
            return
        fields = mapping(item.value)
        if text_at(fields, "bot_id") or text_at(fields, "subtype") == "bot_message":
            yield self._fault_of("slack_export_bot", item, is_on_purpose=True)
            return
        if text_at(fields, "subtype") not in _SAID or text_at(fields, "type") != "message":
            return
        account, at_s = text_at(fields, "user"), _second(text_at(fields, "ts"))
        if not account or at_s is None:
            yield self._fault_of("slack_export_unclear", item)
            return
        chat = self.chat
        chat.at_byte = item.at_byte
        if not chat.is_group and not chat.names:
            chat.names.update(self._senders())
        chat.note(account, _name(fields))
        yield from chat.take(Message(account, at_s, _kept(fields, account, at_s)), item.number)

    def _senders(self) -> dict[str, str]:
        senders: dict[str, str] = {}
        with self.part.open() as stream:
            for item in json_items(stream, ("item",)):
                if account := text_at(item.value, "user"):
                    senders.setdefault(account, _name(mapping(item.value)))
        return senders

    def _fault_of(self, code: str, item: JsonItem, *, is_on_purpose: bool = False) -> Problem:
        return message_problem(
            item, code, source=SOURCE_NAME, file=self.part.name, is_on_purpose=is_on_purpose
        )


def _kept(fields: Mapping[str, Any], account: str, at_s: int) -> dict[str, object]:
    """Return what the inbox keeps of a message, and whom it calls or answers in a thread."""
    text, calls = slack_text(text_at(fields, "text"))
    kept: dict[str, object] = {"at": at_s, "text": text, "id": f"{account}-{text_at(fields, 'ts')}"}
    if calls:
        kept["calls"] = sorted(calls)
    parent = text_at(fields, "parent_user_id")
    if parent and parent != account:
        kept["to"] = parent
    return kept if text else kept | {"sort": NO_WORDS}


def _name(fields: Mapping[str, Any]) -> str:
    profile = mapping(fields.get("user_profile"))
    return text_at(profile, "real_name") or text_at(profile, "display_name") or text_at(profile, "name")


def _second(text: str) -> int | None:
    whole = text.partition(".")[0]
    return int(whole) if whole.isdecimal() and len(whole) < 12 else None
