"""Record a need or an offer from one line that names whose it is: 张三在找供应链 (V2)."""

from datetime import date, datetime
from typing import NamedTuple

from renmai.actions.value.record_value import record_value
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.value.one_line import value_line
from renmai.queries.people.whom import whom


class NotOneLine(Refused):
    """The line says nothing of needs and offers."""


class NotedLine(NamedTuple):
    """What a line came to: the note's id (None where it stood already), whose, under what name, what."""

    decision_id: int | None
    person_id: int | None
    name: str
    side: str
    text: str


def record_value_line(viewer: Viewer, text: str, *, now: datetime, on: date) -> NotedLine:
    """Note what a line says of somebody whose name it begins with, or of the owner.

    :raises NotOneLine: if it is no such line
    :raises NotOnePerson: if nobody goes by that name, or several people do
    :raises NoValue: if what is needed or offered cannot be kept
    """
    line = value_line(text)
    if line is None:
        raise NotOneLine("no_value_line")
    person = whom(viewer, line.who, is_person_only=True).one if line.who else None
    person_id = person.id if person else None
    decision_id = record_value(viewer, person_id, line.side, line.what, now=now, on=on)
    return NotedLine(decision_id, person_id, person.name if person else "", line.side, line.what)
