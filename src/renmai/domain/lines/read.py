"""Reading one line: who, when, what kind, and what follows; what is not sure is a question (C3)."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from renmai.domain.capture.interactions import Kind
from renmai.domain.lines.acts import act_of, act_text, is_of_act
from renmai.domain.lines.days import days_in
from renmai.domain.lines.encoded import EncodedLine
from renmai.domain.lines.follows import Follow, follows_of
from renmai.domain.lines.names import LONGEST_LINE, names_in
from renmai.domain.people.occasions import SolarOf


class Doubt(StrEnum):
    """What a line leaves open."""

    NOBODY = "nobody"
    DAY_TO_COME = "day_to_come"
    SEVERAL_DAYS = "several_days"
    WHOSE = "whose"
    TOO_LONG = "too_long"


class LineReading(NamedTuple):
    """What a line says; `text` is the line as it was written, `people` are the names as they stand in it."""

    text: str
    people: tuple[str, ...]
    on: date
    kind: Kind
    begun_by: str
    where: str
    topics: tuple[str, ...]
    follows: tuple[Follow, ...]
    doubts: tuple[Doubt, ...]


def read_line(
    text: str, *, today: date, known: Collection[str] = (), solar_of: SolarOf | None = None
) -> LineReading:
    """Read a line as it is meant on the day it is written.

    :param known: the names in it that the book has
    :param solar_of: the days of the Chinese calendar; without it they name no day
    """
    shown = text[:LONGEST_LINE]
    days = [(day.start, day.end) for day in days_in(shown, today=today, solar_of=solar_of)]
    line = EncodedLine(shown, names_in(shown, known, days))
    follows = follows_of(line, today=today)
    act = act_of(line, follows)
    named = _days(line, today, solar_of)
    on = named[0] if named else today
    doubts = []
    if not line.everybody:
        doubts.append(Doubt.NOBODY)
    if on > today:
        doubts.append(Doubt.DAY_TO_COME)
    if len(set(named)) > 1:
        doubts.append(Doubt.SEVERAL_DAYS)
    if any(len(each.who) > 1 for each in follows):
        doubts.append(Doubt.WHOSE)
    if len(text) > LONGEST_LINE:
        doubts.append(Doubt.TOO_LONG)
    return LineReading(
        text=text,
        people=line.everybody,
        on=on,
        kind=act.kind,
        begun_by=act.begun_by,
        where=act.where,
        topics=act.topics,
        follows=tuple(follows),
        doubts=tuple(doubts),
    )


def _days(line: EncodedLine, today: date, solar_of: SolarOf | None) -> list[date]:
    """Return the days that may be the act's: not those of a promise, nor of what somebody said.

    A day to come is the act's only where its part of the line tells of one.
    """
    texts = [said for clause in line.clauses if (said := act_text(clause.text))]
    named = [
        (day.on, is_of_act(text))
        for text in texts
        for day in days_in(text, today=today, solar_of=solar_of)
        if not day.is_due
    ]
    past = [on for on, _ in named if on <= today]
    return past or [on for on, is_acts in named if is_acts][:1]
