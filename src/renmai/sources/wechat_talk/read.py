"""Reads a written talk turn by turn: one side's run within minutes is one act, as in a spoken one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from renmai.domain.capture.locations import at
from renmai.domain.capture.records import Problem, RawRecord, digest_of
from renmai.sources.base import Part
from renmai.sources.text_lines import Line, LineStream
from renmai.sources.wechat_talk.lines import Heading, called_in, day_in, heading_in, speaker_in

SOURCE_NAME = "wechat_talk"
PAUSE_MIN = 10
"""After so many minutes the same speaker begins a new turn (CAPTURE §2: a run within minutes is one act)."""
FEWEST_TIMES = 2
"""So often a name must speak before its line is believed, where the heading does not name it."""
SILENCE_MIN = 360
"""After so many minutes a turn answers nothing any more: a new conversation begins (CAPTURE §2)."""
MOST_SPEAKERS = 5_000
MOST_MESSAGES = 500
"""Of one turn; more begin another."""
HEADING_LINES = 20
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


@dataclass(slots=True)
class Turn:
    """What one side says without a longer pause, line by line, as it is put together."""

    line: int
    day: date
    minute: int
    speaker: str
    last_minute: int
    messages: list[list[str]] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)


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
        self.turn: Turn | None = None
        self.at_byte = 0
        self.before: tuple[str, str, datetime] | None = None
        self.same_today: Counter[str] = Counter()
        self.doubted: set[str] = set()

    def take(self, line: Line) -> Iterator[RawRecord | Problem]:
        """Add a line; yield the turn that ends with it."""
        self.at_byte = line.at_byte
        day = day_in(line.text)
        if day is not None:
            yield from self.rest()
            if day != self.day:
                self.same_today.clear()
            self.day = day
            return
        speaker = speaker_in(line.text)
        if speaker is None:
            self._add(line.text)
        elif not self.talk.is_known(speaker.name):
            self._add(line.text)
            if speaker.name not in self.doubted:
                self.doubted.add(speaker.name)
                yield self._problem(line, "wechat_talk_speaker_in_doubt", name=speaker.name[:_SHOWN])
        elif self.day is None:
            yield self._problem(line, "wechat_talk_no_day", name=speaker.name[:_SHOWN])
        else:
            yield from self._speaks(line, self.day, speaker.name, speaker.minute)

    def rest(self) -> Iterator[RawRecord]:
        """Yield the turn that is open, if one is."""
        turn, self.turn = self.turn, None
        if turn is not None:
            yield self._record(turn)

    def _add(self, text: str) -> None:
        if self.turn is not None:
            self.turn.messages[-1].append(text)

    def _speaks(self, line: Line, day: date, name: str, minute: int) -> Iterator[RawRecord]:
        turn = self.turn
        goes_on = (
            turn is not None
            and turn.speaker == name
            and 0 <= minute - turn.last_minute <= PAUSE_MIN
            and len(turn.messages) < MOST_MESSAGES
        )
        if not goes_on or turn is None:
            yield from self.rest()
            turn = self.turn = Turn(line.number, day, minute, name, minute)
        turn.last_minute = minute
        turn.messages.append([])
        turn.minutes.append(minute)

    def _record(self, turn: Turn) -> RawRecord:
        heading = self.talk.heading
        talk = {"group": heading.group} if heading.group else {"two": sorted(self._two(turn))}
        messages = [
            {"minute": minute, "text": "\n".join(lines).strip()}
            for minute, lines in zip(turn.minutes, turn.messages, strict=True)
        ]
        fields = {**talk, "speaker": turn.speaker, "day": turn.day.isoformat(), "messages": messages}
        begins = digest_of({**fields, "messages": messages[:1]})
        self.same_today[begins] += 1
        again = self.same_today[begins]
        external_id = begins if again == 1 else f"{begins}-{again}"
        if answers := self._answered(turn, external_id):
            fields["answers"] = answers
        return RawRecord(
            source=SOURCE_NAME,
            external_id=external_id,
            digest=digest_of(fields),
            fields=fields,
            where=at(line=turn.line),
            at_byte=self.at_byte,
        )

    def _answered(self, turn: Turn, external_id: str) -> str:
        """Return the turn of the other that this one answers in a talk of two; remember this one."""
        before, begins = self.before, _moment(turn.day, turn.minute)
        self.before = (external_id, turn.speaker, _moment(turn.day, turn.last_minute))
        if before is None or self.talk.heading.group or before[1] == turn.speaker:
            return ""
        silence = begins - before[2]
        return before[0] if timedelta(0) <= silence < timedelta(minutes=SILENCE_MIN) else ""

    def _two(self, turn: Turn) -> tuple[str, ...]:
        return (turn.speaker, *self.talk.others(turn.speaker))

    def _problem(self, line: Line, code: str, **numbers: object) -> Problem:
        return Problem(
            source=SOURCE_NAME,
            file=self.part.name,
            where=at(line=line.number),
            code=code,
            numbers={"line": line.number, **numbers},
            at_byte=line.at_byte,
        )


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60))
