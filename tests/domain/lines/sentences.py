"""Own sentences with their right reading, and how a reading compares with it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from borax.calendars.lunardate import LunarDate

from renmai.domain.lines.read import LineReading, read_line

HERE = Path(__file__).parent
TODAY = date(2026, 11, 30)
LANGUAGES = ("zh", "en")
FIRST = {
    "once": {"lines": 40, "people": 30, "day": 36, "kind": 25, "found": 12, "right": 12, "wanted": 20},
    "blind": {"lines": 30, "people": 25, "day": 29, "kind": 19, "found": 13, "right": 11, "wanted": 18},
}
"""What came when the rules met these lines for the first time, before anything was mended by them."""


class Sentence(NamedTuple):
    """A line, and what it says."""

    text: str
    people: frozenset[str]
    on: date
    kind: str
    follows: tuple[tuple[str, str, str, str], ...]


class Score(NamedTuple):
    """How many lines were read rightly in each respect, or asked about; of what follows, hits and misses."""

    lines: int
    people: int
    day: int
    kind: int
    found: int
    right: int
    wanted: int

    def share(self, name: str) -> float:
        """Return the share of lines with this respect right."""
        return float(getattr(self, name)) / self.lines

    @property
    def precision(self) -> float:
        """Return the share of what was read to follow that does."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what follows that was read."""
        return self.right / self.wanted if self.wanted else 1.0


def sentences(name: str) -> list[Sentence]:
    """Return the sentences of a file."""
    lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return [_sentence(line, name) for line in lines if line.strip() and not line.startswith("#")]


def _sentence(line: str, name: str) -> Sentence:
    text, people, on, kind, follows = (part.strip() for part in line.split("|"))
    split = people.split(";") if name.startswith("en") else people.split()
    wanted = (part.strip() for part in follows.split(";"))
    return Sentence(
        text,
        frozenset(each.strip() for each in split if each.strip()),
        date.fromisoformat(on),
        kind,
        tuple(_follow(each) for each in wanted if each),
    )


def _follow(text: str) -> tuple[str, str, str, str]:
    head, _, due = text.partition("@")
    kind, who, what = head.split(":", 2)
    return kind, who, what, due


def readings(name: str) -> Iterator[tuple[Sentence, LineReading]]:
    """Yield each sentence with its reading; of every other one the book knows the people."""
    for place, sentence in enumerate(sentences(name)):
        known = sentence.people if place % 2 else frozenset()
        yield sentence, read_line(sentence.text, today=TODAY, known=known, solar_of=solar_of)


def solar_of(year: int, month: int, day: int, is_leap: bool) -> date | None:
    """Return the day in our calendar of one of the Chinese calendar."""
    try:
        return LunarDate(year, month, day, is_leap).to_solar_date()
    except ValueError:  # no such day in that year
        return None


def hits(sentence: Sentence, reading: LineReading) -> set[tuple[str, str, str, str]]:
    """Return which of what follows was read: of whom, with the telling word in it, and the right day."""
    return {
        wanted
        for wanted in sentence.follows
        for read in reading.follows
        if read.kind == wanted[0]
        and wanted[1] in read.who
        and wanted[2] in (read.other if wanted[0] == "introduction" else read.what)
        and (not wanted[3] or (read.due_on and read.due_on.isoformat()) == wanted[3])
    }


def score(names: list[str]) -> Score:
    """Return how the sentences of some files were read."""
    read = [pair for name in names for pair in readings(name)]
    return Score(
        lines=len(read),
        people=sum(frozenset(r.people) == s.people for s, r in read),
        day=sum(r.on == s.on for s, r in read),
        kind=sum(r.kind == s.kind for s, r in read),
        found=sum(len(r.follows) for _, r in read),
        right=sum(len(hits(s, r)) for s, r in read),
        wanted=sum(len(s.follows) for s, _ in read),
    )
