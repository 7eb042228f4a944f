"""A calendar file as a stream of blocks: its events, its time zones, and what was broken between them."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from renmai.sources.ics.lines import Line, unfolded

BORDER = re.compile(rb"[ \t]*(BEGIN|END)[ \t]*:[ \t]*([\w-]+)[ \t]*", re.IGNORECASE)
LEFT_OUT = re.compile(rb"(?:ATTACH|IMAGE|X-ALT-DESC)[;:]", re.IGNORECASE)
OF_CALENDAR = re.compile(
    rb"[ \t]*(METHOD|X-WR-CALNAME|X-WR-TIMEZONE|NAME)[ \t]*(?:;[^:]*)?:[ \t]*(.*)", re.IGNORECASE
)
LARGEST_BLOCK = 2_000_000
DEEPEST = 32
CALENDAR, EVENT, ZONE = b"VCALENDAR", b"VEVENT", b"VTIMEZONE"


class Block(NamedTuple):
    """One block. `kind` is event, zone, property (`name` set) or fault (`name` is the problem's code)."""

    kind: str
    calendar: int
    line: int
    at_byte: int
    text: bytes = b""
    name: str = ""


class Splitter:
    """Follows BEGIN and END, one line at a time. What an event nests (alarms) and attaches is left out."""

    def __init__(self) -> None:
        self.calendar = 0
        self.is_calendar_open = False
        self.kept: list[bytes] = []
        self.size = 0
        self.inside = b""
        self.first = Line(0, 0, b"")
        self.nested: list[bytes] = []

    def blocks_of(self, line: Line) -> Iterator[Block]:
        """Take one logical line; yield the blocks it completes."""
        border = BORDER.fullmatch(line.text)
        if border is None:
            yield from self._property(line)
        elif border[1].upper() == b"BEGIN":
            yield from self._begin(border[2].upper(), line)
        else:
            yield from self._end(border[2].upper(), line)

    def at_end(self, line: Line) -> Iterator[Block]:
        """Yield what the end of the file cut off."""
        if self.inside in (EVENT, ZONE):
            yield self._fault("ics_event_cut_off", self.first.number, line)
        elif self.is_calendar_open:
            yield self._fault("ics_cut_off", line.number, line)

    def _begin(self, name: bytes, line: Line) -> Iterator[Block]:
        if name in (CALENDAR, EVENT, ZONE):
            if self.inside in (EVENT, ZONE):
                yield self._fault("ics_event_cut_off", self.first.number, line)
            self.nested, self.inside = [], b""
        if name == CALENDAR:
            self.calendar += 1
            self.is_calendar_open = True
        elif self.inside:
            if len(self.nested) < DEEPEST:
                self.nested.append(name)
            self._keep(line)
        else:
            self.inside, self.first, self.kept, self.size = name, line, [], 0

    def _end(self, name: bytes, line: Line) -> Iterator[Block]:
        if name == CALENDAR:
            if self.inside in (EVENT, ZONE):
                yield self._fault("ics_event_cut_off", self.first.number, line)
            self.is_calendar_open, self.inside, self.nested = False, b"", []
        elif name in self.nested:
            del self.nested[self.nested.index(name) :]
            self._keep(line)
        elif name == self.inside:
            self.inside, self.nested = b"", []
            if name in (EVENT, ZONE):
                yield self._finished(name, line)

    def _property(self, line: Line) -> Iterator[Block]:
        if self.inside:
            self._keep(line)
        elif match := OF_CALENDAR.fullmatch(line.text):
            name = match[1].decode("ascii").upper()
            yield Block("property", self.calendar, line.number, line.at_byte, match[2], name)

    def _keep(self, line: Line) -> None:
        is_wanted = self.inside == ZONE or (self.inside == EVENT and not self.nested)
        is_border = BORDER.fullmatch(line.text) is not None
        if not is_wanted or (self.inside == EVENT and (is_border or LEFT_OUT.match(line.text))):
            return
        self.size += len(line.text)
        if self.size <= LARGEST_BLOCK:
            self.kept.append(line.text)

    def _finished(self, name: bytes, line: Line) -> Block:
        if self.size > LARGEST_BLOCK:
            return self._fault("ics_event_too_large", self.first.number, line)
        kind = "event" if name == EVENT else "zone"
        return Block(kind, self.calendar, self.first.number, line.at_byte, b"\n".join(self.kept))

    def _fault(self, code: str, number: int, line: Line) -> Block:
        return Block("fault", self.calendar, number, line.at_byte, name=code)


def blocks(stream: BinaryIO) -> Iterator[Block]:
    """Yield the blocks of a file in their order, holding no more than one of them."""
    splitter = Splitter()
    line = Line(1, 0, b"")
    for line in unfolded(stream):
        yield from splitter.blocks_of(line)
    yield from splitter.at_end(line)
