"""A mention: somebody named in a trace, by a name, by handles, or both."""

from typing import NamedTuple

from renmai.domain.people.handles import Handle

ME, LIST, SHARED, SORT = "me", "list", "shared", "kind"
"""Kinds of facts that say whose a trace or a handle is, see `Fact`; all others speak of the person."""

ORGANISATION = "organisation"
BIRTHDAY = "birthday"


class Fact(NamedTuple):
    """One thing a trace says of somebody.

    `kind` is one of organisation, title, department, nickname, birthday (ISO, `--MM-DD` without a year,
    `lunar:` in front for a lunar one), anniversary, place, note, link, category, photo (a digest),
    name_reading.
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
