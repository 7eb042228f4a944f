"""The records of what is written down by hand: somebody, or an act with everybody in it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from renmai.domain.capture.records import RawRecord, digest_of
from renmai.domain.people.mentions import Fact

SOURCE_NAME = "by_hand"
ME, THEM = "me", "them"


class HandPerson(NamedTuple):
    """Somebody as the owner writes them down; `about` is the anchor of whom it adds to, if any."""

    name: str
    handles: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    about: str = ""


class HandPart(NamedTuple):
    """Who took part in an act: the anchor that names them, their name then, and what the line calls them."""

    anchor: str
    name: str
    said: str = ""


class HandAct(NamedTuple):
    """An act as the owner confirmed it: `line` is what they wrote, `minute` that of the day, if told.

    `begun_by` is `ME` or `THEM` where the line says who wrote, called or gave.
    """

    line: str
    kind: str
    on: date
    people: tuple[HandPart, ...]
    minute: int | None = None
    where: str = ""
    begun_by: str = ""


def person_record(external_id: str, person: HandPerson) -> RawRecord:
    """Return the record of somebody."""
    fields: dict[str, object] = {
        "person": person.name,
        "handles": list(person.handles),
        "facts": [list(fact) for fact in person.facts],
        "about": person.about,
    }
    return _record(external_id, fields)


def act_record(external_id: str, act: HandAct) -> RawRecord:
    """Return the record of an act."""
    fields: dict[str, object] = {
        "line": act.line,
        "kind": act.kind,
        "day": act.on.isoformat(),
        "minute": act.minute,
        "where": act.where,
        "begun_by": act.begun_by,
        "people": [part._asdict() for part in act.people],
    }
    return _record(external_id, fields)


def person_in(fields: Mapping[str, object]) -> HandPerson | None:
    """Return the somebody of a record, None where it is of an act."""
    if "person" not in fields:
        return None
    facts = tuple(Fact(str(kind), str(value)) for kind, value in _listed(fields.get("facts")))
    handles = tuple(map(str, _listed(fields.get("handles"))))
    return HandPerson(str(fields["person"]), handles, facts, str(fields.get("about") or ""))


def act_in(fields: Mapping[str, object]) -> HandAct | None:
    """Return the act of a record, None where it is of somebody."""
    if "line" not in fields:
        return None
    minute = fields.get("minute")
    return HandAct(
        line=str(fields["line"]),
        kind=str(fields["kind"]),
        on=date.fromisoformat(str(fields["day"])),
        people=tuple(HandPart(**part) for part in _listed(fields.get("people"))),
        minute=minute if isinstance(minute, int) else None,
        where=str(fields.get("where") or ""),
        begun_by=str(fields.get("begun_by") or ""),
    )


def _listed(value: object) -> Iterable[Any]:
    return value if isinstance(value, list | tuple) else ()


def _record(external_id: str, fields: Mapping[str, object]) -> RawRecord:
    return RawRecord(source=SOURCE_NAME, external_id=external_id, digest=digest_of(fields), fields=fields)
