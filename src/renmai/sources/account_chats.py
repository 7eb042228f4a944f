"""Chats whose messages name an account: puts them together to the records of turns, as all such rooms do."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping

from renmai.domain.capture.locations import Location
from renmai.domain.capture.records import RawRecord, digest_of
from renmai.sources.turns import Answers, ChatTurns, Distinct, Message, Turn

GROUP, PRIVATE = "group", "private"
MOST_IDS = 50_000
"""So many messages back a reply finds who wrote what it replies to."""
MOST_MEMBERS = 100_000


class AccountChat:
    """One chat: what it is, who is in it, and the turn that is open.

    `chat` is kept with each turn: its `platform`, `type`, `id` and `name`, and `owner` where the export says
    whose it is. `names` are the accounts that take part, with what they are called.
    """

    def __init__(self, source: str, chat: Mapping[str, str], where: Callable[[int], Location]) -> None:
        self.source = source
        self.chat = dict(chat)
        self.where = where
        self.names: dict[str, str] = {}
        self.at_byte = 0
        self._turns, self._answers, self._distinct = ChatTurns(), Answers(), Distinct()
        self._senders: OrderedDict[str, str] = OrderedDict()

    @property
    def is_group(self) -> bool:
        """Whether the chat is one of many."""
        return self.chat.get("type") == GROUP

    def note(self, account: str, name: str) -> None:
        """Note what somebody is called, the last word counts."""
        if account in self.names or len(self.names) < MOST_MEMBERS:
            self.names[account] = name or self.names.get(account, "")

    def wrote(self, sender: str, message_id: str) -> None:
        """Note who wrote a message, for those that reply to it."""
        if message_id:
            self._senders[message_id] = sender
            if len(self._senders) > MOST_IDS:
                self._senders.popitem(last=False)

    def answered(self, message_id: str, sender: str) -> str:
        """Return whose message it is that somebody replies to, where it is another's and known."""
        whose = self._senders.get(message_id, "")
        return whose if whose != sender else ""

    def take(self, message: Message, place: int) -> Iterator[RawRecord]:
        """Add a message; yield the turn that ends with it."""
        yield from map(self._record, self._turns.take(message, place))

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is."""
        yield from map(self._record, self._turns.rest())

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
        external_id = self._distinct(f"{self.chat.get('platform')}:{self.known_as()}:{known_by}")
        answers = self._answers.to(turn, external_id)
        if answers and not self.is_group:
            fields["answers"] = answers
        return RawRecord(
            source=self.source,
            external_id=external_id,
            digest=digest_of(fields),
            fields=fields,
            where=self.where(turn.place),
            at_byte=self.at_byte,
        )

    def known_as(self) -> str:
        """Return what the chat is known by in every export."""
        return self.chat.get("id", "")

    def _called(self, turn: Turn) -> dict[str, str]:
        """Return whom a turn of a group calls or answers, by id, with their names."""
        ids = {str(message["to"]) for message in turn.messages if "to" in message}
        ids |= {theirs for message in turn.messages for theirs in _texts(message.get("calls"))}
        text = "\n".join(str(message["text"]) for message in turn.messages)
        if "@" in text:
            ids |= {theirs for theirs, name in self.names.items() if name and f"@{name}" in text}
        return {theirs: self.names.get(theirs, "") for theirs in sorted(ids - {turn.speaker})}


def _texts(value: object) -> set[str]:
    return set(map(str, value)) if isinstance(value, list) else set()
