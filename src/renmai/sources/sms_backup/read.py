"""Reads the backup: a record for each turn of a conversation, and one for each call."""

from collections.abc import Iterator

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.account_chats import GROUP, PRIVATE, AccountChat
from renmai.sources.base import Part
from renmai.sources.chat_acts import NO_WORDS
from renmai.sources.message_spool import MessageSpool, SpooledMessage
from renmai.sources.sms_backup.texts import (
    ME,
    Texted,
    digits,
    is_service,
    multimedia_of,
    name_in,
    second_in,
    text_of,
    value,
)
from renmai.sources.turns import Message
from renmai.sources.xml_elements import XmlElement, xml_elements

SOURCE_NAME = "sms_backup"
PLATFORM = "sms"
_NOT_SENT = frozenset(("3", "4", "5", "6"))
_WHOLE = ("smses", "calls")


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every call and, by conversation, every turn; and what is wrong or left out."""
    with MessageSpool() as spool, part.open() as stream:
        reader = _Reader(part, spool)
        for element in xml_elements(stream):
            yield from reader.take(element)
        yield from reader.ended()
        yield from _turns(spool, reader.at_byte)


class _Reader:
    """Takes the elements up one after the other."""

    def __init__(self, part: Part, spool: MessageSpool) -> None:
        self.part, self.spool = part, spool
        self.declared = self.found = self.at_byte = 0
        self.message: dict[str, str] = {}
        self.parts: list[dict[str, str]] = []
        self.addresses: list[dict[str, str]] = []

    def take(self, element: XmlElement) -> Iterator[RawRecord | Problem]:
        """Take an element up; yield what it is."""
        self.at_byte = element.at_byte
        if not element.name:
            yield self._fault_of("sms_backup_broken")
        elif element.is_end:
            if element.name == "mms":
                self.found += 1
                texted = multimedia_of(self.message, self.parts, self.addresses)
                yield from self._texted(texted, self.message)
        elif element.name in _WHOLE:
            count = value(element.attributes, "count")
            self.declared = int(count) if count.isdecimal() else 0
        elif element.name == "sms":
            self.found += 1
            yield from self._texted(text_of(element.attributes), element.attributes)
        elif element.name == "call":
            self.found += 1
            yield from self._phoned(element)
        elif element.name == "mms":
            self.message, self.parts, self.addresses = element.attributes, [], []
        elif element.name == "part":
            self.parts.append({key: element.attributes.get(key, "") for key in ("ct", "text")})
        elif element.name == "addr":
            self.addresses.append(element.attributes)

    def ended(self) -> Iterator[Problem]:
        """Yield that fewer were found than the file says it holds, where that is so."""
        if self.found < self.declared:
            numbers = {"declared": self.declared, "found": self.found}
            yield Problem(source=SOURCE_NAME, file=self.part.name, code="sms_backup_fewer", numbers=numbers)

    def _texted(self, texted: Texted | None, attributes: dict[str, str]) -> Iterator[Problem]:
        if texted is None:
            is_draft = value(attributes, "type") in _NOT_SENT or value(attributes, "msg_box") in _NOT_SENT
            if is_draft:
                yield self._fault_of("sms_backup_draft", is_on_purpose=True)
            else:
                yield self._fault_of("sms_backup_unclear")
            return
        if len(texted.others) == 1 and is_service(texted.others[0]):
            yield self._fault_of("sms_backup_service", is_on_purpose=True)
            return
        chat = " ".join(sorted(map(digits, texted.others)))
        name = name_in(attributes) if len(texted.others) == 1 else ""
        kept = {"others": texted.others, "sender": texted.sender, "text": texted.text, "name": name}
        self.spool.add(SpooledMessage(chat, texted.at_s, self.found, kept))

    def _phoned(self, element: XmlElement) -> Iterator[RawRecord | Problem]:
        number, at_s = value(element.attributes, "number"), second_in(element.attributes)
        if at_s is None:
            yield self._fault_of("sms_backup_unclear")
            return
        if not digits(number).strip("-") or number.startswith("-") or is_service(number):
            yield self._fault_of("sms_backup_service", is_on_purpose=True)
            return
        duration = value(element.attributes, "duration")
        fields = {
            "number": number,
            "name": name_in(element.attributes),
            "at": at_s,
            "way": value(element.attributes, "type"),
            "seconds": int(duration) if duration.isdecimal() else 0,
        }
        known_by = f"call:{digits(number)}:{at_s}:{fields['way']}"
        yield RawRecord(
            source=SOURCE_NAME,
            external_id=known_by,
            digest=digest_of(fields),
            fields={"call": fields},
            where=at(message=self.found),
            at_byte=element.at_byte,
        )

    def _fault_of(self, code: str, *, is_on_purpose: bool = False) -> Problem:
        return Problem(
            source=SOURCE_NAME,
            file=self.part.name,
            where=at(message=max(1, self.found)),
            code=code,
            numbers={} if is_on_purpose else {"number": self.found},
            at_byte=self.at_byte,
            is_on_purpose=is_on_purpose,
        )


def _turns(spool: MessageSpool, at_byte: int) -> Iterator[RawRecord]:
    """Yield the turns of every conversation."""
    chat: AccountChat | None = None
    for message in spool.in_order():
        if chat is None or chat.known_as() != message.chat:
            if chat is not None:
                yield from chat.rest()
            chat = _begun(message, at_byte)
        sender = message.kept["sender"]
        for other in message.kept["others"] if chat.is_group else ():
            chat.note(other, "")
        theirs = _same(chat, sender)
        if not chat.is_group:
            chat.note(_same(chat, message.kept["others"][0]), message.kept["name"])
        kept: dict[str, object] = {"at": message.at_s, "text": message.kept["text"]}
        if not message.kept["text"]:
            kept["sort"] = NO_WORDS
        yield from chat.take(Message(theirs, message.at_s, kept), message.place)
    if chat is not None:
        yield from chat.rest()


def _begun(message: SpooledMessage, at_byte: int) -> AccountChat:
    others = message.kept["others"]
    kind = GROUP if len(others) > 1 else PRIVATE
    about = {"platform": PLATFORM, "type": kind, "id": message.chat, "name": "", "owner": ME}
    chat = AccountChat(SOURCE_NAME, about, lambda number: at(message=number))
    chat.at_byte = at_byte
    for account in (ME, *others):
        chat.note(account, "")
    return chat


def _same(chat: AccountChat, account: str) -> str:
    """Return an account as its conversation first wrote it: with its country's code, or without."""
    return next((known for known in chat.names if digits(known) == digits(account)), account)
