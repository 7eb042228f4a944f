"""Reads an exported chat turn by turn, after a look through all of it: what one line leaves open, all do."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.text_lines import LineStream, TextLine
from renmai.sources.turns import Answers, ChatTurns, Distinct, Message, Turn
from renmai.sources.whatsapp_chat.lines import (
    MessageSort,
    SpokenMessage,
    group_names_in,
    is_notice,
    is_of_a_group,
    may_be_notice,
    sort_of,
    spoken_in,
)
from renmai.sources.whatsapp_chat.stamps import (
    DAY_FIRST,
    MONTH_FIRST,
    DateOrder,
    OrderEvidence,
    Stamp,
    day_of,
    plain,
    stamp_in,
)

SOURCE_NAME = "whatsapp_chat"
MOST_SPEAKERS = 5_000
MOST_GROUP_NAMES = 100
_SECONDS_A_DAY = 86_400
_WRITTEN = {DAY_FIRST: "day/month", MONTH_FIRST: "month/day"}


class WhatsAppTalk(NamedTuple):
    """What a look through the whole file tells: how its dates stand, who speaks, whether it is a group's."""

    form: str
    order: DateOrder
    is_order_sure: bool
    first_line: int
    speakers: frozenset[str]
    titles: tuple[str, ...]
    group_names: tuple[str, ...]
    is_group: bool
    began: str

    def spoken(self, line: str, stamp: Stamp) -> SpokenMessage | None:
        """Return what somebody says in a line; None for a notice."""
        spoken = spoken_in(line, stamp.end)
        return spoken if spoken is not None and spoken.name in self.speakers else None

    def others(self, speaker: str) -> tuple[str, ...]:
        """Return whom a speaker of a chat between two speaks to, as far as the file names them."""
        return tuple(sorted({*self.speakers, *self.titles} - {speaker}))


class _Look:
    """Counts through a file what it tells as a whole."""

    def __init__(self) -> None:
        self.evidence = OrderEvidence()
        self.form = ""
        self.first_line = 0
        self.began = ""
        self.times: Counter[str] = Counter()
        self.of_the_app: Counter[str] = Counter()
        self.names: dict[str, None] = {}
        self.is_group = False

    def take(self, line: TextLine) -> None:
        """Count a line."""
        stamp = stamp_in(plain(line.text))
        if stamp is None or stamp.form != (self.form or stamp.form):
            return
        is_first = not self.form
        if is_first:
            self.form, self.first_line, self.began = stamp.form, line.number, " ".join(stamp.numbers)
        self.evidence.take(stamp)
        spoken = spoken_in(line.text, stamp.end)
        if spoken is None:
            self._notice(plain(line.text)[stamp.end :])
        elif is_notice(spoken, is_first=is_first):
            self.of_the_app[spoken.name] += 1
            self._notice(spoken.text)
        elif spoken.name in self.times or len(self.times) < MOST_SPEAKERS:
            self.times[spoken.name] += 1

    def _notice(self, text: str) -> None:
        if is_of_a_group(text):
            self.is_group = True
            for name in group_names_in(text):
                if len(self.names) < MOST_GROUP_NAMES:
                    self.names.setdefault(name)

    def chat(self) -> WhatsAppTalk:
        """Return what all of it tells."""
        order, is_sure = self.evidence.order()
        speakers = frozenset(
            name for name, times in self.times.items() if times > 1 or not may_be_notice(name)
        )
        titles = tuple(name for name in self.of_the_app if name not in speakers)
        is_group = self.is_group or len({*speakers, *titles}) > 2
        names = (*self.names, *titles) if is_group else ()
        return WhatsAppTalk(
            self.form, order, is_sure, self.first_line, speakers, titles, names, is_group, self.began
        )


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every turn, and what is in doubt, in the order of the file."""
    look = _Look()
    with part.open() as stream:
        for line in LineStream(stream):
            look.take(line)
    reader = _Reader(part, look.chat())
    yield from reader.doubts()
    with part.open() as stream:
        lines = LineStream(stream)
        for line in lines:
            yield from reader.take(line)
        yield from reader.rest()
        if lines.charset is not None and not lines.charset.is_sure:
            numbers = {"charset": lines.charset.charset}
            yield Problem(
                source=SOURCE_NAME, file=part.name, code="whatsapp_chat_charset_guessed", numbers=numbers
            )


class _Reader:
    """Puts lines together to messages and messages to turns."""

    def __init__(self, part: Part, chat: WhatsAppTalk) -> None:
        self.part = part
        self.chat = chat
        self.at_byte = 0
        self.is_first = True
        self.turns, self.answers, self.distinct = ChatTurns(), Answers(), Distinct()

    def doubts(self) -> Iterator[Problem]:
        """Yield that the dates can be read in two ways, where they can."""
        if self.chat.form and not self.chat.is_order_sure:
            numbers = {"line": self.chat.first_line, "order": _WRITTEN[self.chat.order]}
            yield self._problem(self.chat.first_line, "whatsapp_chat_order_in_doubt", numbers)

    def take(self, line: TextLine) -> Iterator[RawRecord | Problem]:
        """Add a line; yield the turn that ends with it."""
        self.at_byte = line.at_byte
        stamp = stamp_in(plain(line.text))
        if stamp is None or stamp.form != self.chat.form:
            self.turns.add(line.text)
            return
        day = day_of(stamp.numbers, self.chat.order)
        if day is None:
            self.turns.add(line.text)
            yield self._problem(line.number, "whatsapp_chat_day_unclear", {"line": line.number})
            return
        spoken = self.chat.spoken(line.text, stamp)
        is_first, self.is_first = self.is_first, False
        if spoken is None or is_notice(spoken, is_first=is_first):
            yield from self.rest()
            return
        yield from map(self._record, self.turns.take(_message(spoken, day, stamp), line.number))
        self.turns.add(spoken.text)

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is."""
        yield from map(self._record, self.turns.rest())

    def _record(self, turn: Turn) -> RawRecord:
        for message, lines in zip(turn.messages, turn.lines, strict=True):
            text = "\n".join(lines).strip()
            sort = sort_of(text, is_marked=bool(message.pop("is_marked", False)))
            message["text"] = text
            if sort is not MessageSort.TEXT:
                message["sort"] = str(sort)
        fields: dict[str, object] = {
            **self._chat_fields(turn),
            "speaker": turn.speaker,
            "messages": turn.messages,
        }
        known_by = {"speaker": turn.speaker, "first": turn.messages[0]}
        external_id = self.distinct(digest_of(known_by))
        answers = self.answers.to(turn, external_id)
        if answers and not self.chat.is_group:
            fields["answers"] = answers
        digest = digest_of({key: value for key, value in fields.items() if key not in ("names", "room")})
        return RawRecord(
            source=SOURCE_NAME,
            external_id=external_id,
            digest=digest,
            fields=fields,
            where=at(line=turn.place),
            at_byte=self.at_byte,
        )

    def _chat_fields(self, turn: Turn) -> dict[str, object]:
        if not self.chat.is_group:
            return {"others": list(self.chat.others(turn.speaker))}
        group = next(iter(self.chat.group_names), "")
        room = {} if group else {"room": self.chat.began}
        return {"group": group, "names": list(self.chat.group_names), **room}

    def _problem(self, line: int, code: str, numbers: dict[str, object]) -> Problem:
        where = at(line=line)
        return Problem(
            source=SOURCE_NAME,
            file=self.part.name,
            where=where,
            code=code,
            numbers=numbers,
            at_byte=self.at_byte,
        )


def _message(spoken: SpokenMessage, day: date, stamp: Stamp) -> Message:
    moment = datetime.combine(day, time()) + timedelta(seconds=stamp.second)
    kept: dict[str, object] = {"at": moment.isoformat(), "is_marked": spoken.is_marked}
    return Message(spoken.name, day.toordinal() * _SECONDS_A_DAY + stamp.second, kept)
