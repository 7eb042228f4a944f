"""A mention: somebody named in a trace, by a name, by handles, or both."""

from typing import NamedTuple

from renmai.domain.handles import Handle


class Fact(NamedTuple):
    """One thing a trace says of somebody.

    `kind` is one of organisation, title, department, nickname, birthday (ISO, `--MM-DD` without a year, `lunar:` in
    front for a lunar one), anniversary, place, note, link, category, photo (a digest), name_reading.
    """

    kind: str
    value: str


class Mention(NamedTuple):
    """Somebody as one trace names them. Handles are normal already; the first is the most telling."""

    name: str
    handles: tuple[Handle, ...] = ()
    facts: tuple[Fact, ...] = ()
