"""Reads a written talk turn by turn: one side's run within minutes is one act, as in a spoken one."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.text_lines import LineStream, TextLine
from renmai.sources.turns import Answers, ChatTurns, Distinct, Message, Turn
from renmai.sources.wechat_talk.lines import Heading, called_in, day_in, heading_in, speaker_in

SOURCE_NAME = "wechat_talk"
FEWEST_TIMES = 2
"""So often a name must speak before its line is believed, where the heading does not name it."""
MOST_SPEAKERS = 5_000
HEADING_LINES = 20
MINUTES_A_DAY = 1440
_SHOWN = 80


class Talk(NamedTuple):
    """Who speaks in a file, counted before it is read: its heading, who speaks how often, who is called."""

    heading: Heading
    times: Counter[str]
    called: frozenset[str]

    def is_known(self, name: str) -> bool:
        """Tell whether a line that looks like a speaker's is one."""
        return name in self.heading.two or name in self.called or self.times[name] >= FEWEST_TIMES

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names that speak, in the order of the alphabet."""
        return tuple(sorted(name for name in self.times if self.is_known(name)))

    def others(self, speaker: str) -> tuple[str, ...]:
        """Whom a speaker of a talk between two speaks to; in a group nobody in particular."""
        two = self.heading.two or (() if self.heading.group else self.speakers)
        return tuple(name for name in two if name != speaker) if len(two) == 2 else ()


def read(part: Part) -> Iterator[RawRecord | Problem]:
    """Yield every turn, and what is in doubt, in the order of the file."""
    talk = _looked_through(part)
    reader = _Reader(part, talk)
    with part.open() as stream:
        lines = LineStream(stream)
        for line in lines:
            yield from reader.take(line)
        yield from reader.rest()
        if lines.charset is not None and not lines.charset.is_sure:
            charset = lines.charset.charset
            yield Problem(
                source=SOURCE_NAME,
                file=part.name,
                code="wechat_talk_charset_guessed",
                numbers={"charset": charset},
            )


def _looked_through(part: Part) -> Talk:
    heading, times, called = Heading(), Counter[str](), set[str]()
    with part.open() as stream:
        for line in LineStream(stream):
            if line.number <= HEADING_LINES and heading == Heading() and (found := heading_in(line.text)):
                heading = found
            speaker = speaker_in(line.text)
            if speaker is None:
                called.update(called_in(line.text) if len(called) < MOST_SPEAKERS else ())
            elif speaker.name in times or len(times) < MOST_SPEAKERS:
                times[speaker.name] += 1
    return Talk(heading, times, frozenset(called))


class _Reader:
    """Puts lines together to messages and messages to turns."""

    def __init__(self, part: Part, talk: Talk) -> None:
        self.part = part
        self.talk = talk
        self.day: date | None = None
        self.at_byte = 0
        self.turns = ChatTurns()
        self.answers = Answers()
        self.distinct = Distinct()
        self.doubted: set[str] = set()

    def take(self, line: TextLine) -> Iterator[RawRecord | Problem]:
        """Add a line; yield the turn that ends with it."""
        self.at_byte = line.at_byte
        day = day_in(line.text)
        if day is not None:
            yield from self.rest()
            if day != self.day:
                self.distinct.clear()
            self.day = day
            return
        speaker = speaker_in(line.text)
        if speaker is None:
            self.turns.add(line.text)
        elif not self.talk.is_known(speaker.name):
            self.turns.add(line.text)
            if speaker.name not in self.doubted:
                self.doubted.add(speaker.name)
                yield self._problem(line, "wechat_talk_speaker_in_doubt", name=speaker.name[:_SHOWN])
        elif self.day is None:
            yield self._problem(line, "wechat_talk_no_day", name=speaker.name[:_SHOWN])
        else:
            at_s = (self.day.toordinal() * MINUTES_A_DAY + speaker.minute) * 60
            message = Message(speaker.name, at_s, {"minute": speaker.minute})
            yield from map(self._record, self.turns.take(message, line.number))

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is."""
        yield from map(self._record, self.turns.rest())

    def _record(self, turn: Turn) -> RawRecord:
        heading, day = self.talk.heading, self.day
        two = sorted((turn.speaker, *self.talk.others(turn.speaker)))
        for message, lines in zip(turn.messages, turn.lines, strict=True):
            message["text"] = "\n".join(lines).strip()
        fields: dict[str, object] = {
            **({"group": heading.group} if heading.group else {"two": two}),
            "speaker": turn.speaker,
            "day": day.isoformat() if day else "",
            "messages": turn.messages,
        }
        external_id = self.distinct(digest_of({**fields, "messages": turn.messages[:1]}))
        answers = self.answers.to(turn, external_id)
        if answers and not heading.group:
            fields["answers"] = answers
        return RawRecord(
            source=SOURCE_NAME,
            external_id=external_id,
            digest=digest_of(fields),
            fields=fields,
            where=at(line=turn.place),
            at_byte=self.at_byte,
        )

    def _problem(self, line: TextLine, code: str, **numbers: object) -> Problem:
        return Problem(
            source=SOURCE_NAME,
            file=self.part.name,
            where=at(line=line.number),
            code=code,
            numbers={"line": line.number, **numbers},
            at_byte=line.at_byte,
        )
