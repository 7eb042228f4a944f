"""A mention: somebody named in a trace, by a name, by handles, or both."""

from datetime import date
from typing import NamedTuple

from renmai.domain.people.handles import Handle

ME, LIST, SHARED, SORT = "me", "list", "shared", "kind"
"""Kinds of facts that say whose a trace or a handle is, see `Fact`; all others speak of the person."""

ORGANISATION = "organisation"
AWAY = "away"
"""A kind of fact: from which day until which somebody said they were away, `2026-11-02/2026-11-09`."""
BIRTHDAY = "birthday"


def is_away(span: str, day: date) -> bool:
    """Tell whether a day lies within the days of absence that a fact names."""
    first, _, last = span.partition("/")
    return first <= day.isoformat() <= last


class Fact(NamedTuple):
    """One thing a trace says of somebody.

    `kind` is one of organisation, title, department, nickname, birthday (ISO, `--MM-DD` without a year,
    `lunar:` in front for a lunar one), anniversary, place, note, link, category, photo (a digest),
    name_reading, away (two days, ISO, with a slash between), gone (see `domain.people.gone`).
    A lunar day of a leap month has an `L` behind the month: `lunar:2020-04L-15`.

    Some kinds say whose trace it is: `me` on a mention without name and handles is the owner of the book,
    whoever that is, and counts only where no other mention of the same act is the owner's; `list` marks the
    mention's handle as a list's or a group's, which is no person; `shared` names a handle of the mention that
    need not be this one person's (a household's landline, a fax); `kind` organisation says that it is a firm.
    """

    kind: str
    value: str


class Mention(NamedTuple):
    """Somebody as one trace names them. Handles are normal already; the first is the most telling."""

    name: str
    handles: tuple[Handle, ...] = ()
    facts: tuple[Fact, ...] = ()
