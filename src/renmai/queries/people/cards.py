"""The frozen cards of what is known of people: days to remember, notes, tags."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.people.occasions import LunarDay


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionCard:
    """A day to remember: `kind` birthday or anniversary, its next date, the age if known.

    `lunar` is the day in the Chinese calendar where it is kept there.
    """

    person_id: int
    name: str
    kind: str
    on: date
    days_until: int
    is_lunar: bool
    turning: int | None
    lunar: LunarDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCard:
    """A note of somebody in the owner's words; `changed_on` is the day it was last rewritten."""

    number: int
    person_id: int
    name: str
    text: str
    on: date
    changed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagCard:
    """A tag with everybody who bears it, by number and name."""

    tag: str
    people: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaCard:
    """One thing to raise with somebody next time, noted on a day."""

    number: int
    person_id: int
    name: str
    text: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HowMetCard:
    """How the owner met somebody, in their words, and the day; one of the two may be open."""

    text: str
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfiledCard:
    """A line that was kept for later and waits to be filed."""

    number: int
    text: str
    on: date
