"""The frozen cards of people who are likely one human, with the evidence of both sides."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because


@dataclass(frozen=True, slots=True, kw_only=True)
class SidePerson:
    """One of two people: who they are, under which handles, in how many acts, from when to when."""

    person_id: int
    name: str
    subtitle: str
    handles: tuple[str, ...]
    acts: int
    first_on: date | None
    last_on: date | None
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SameCard:
    """Two people who are likely one human, from 0 to 1, and why; `is_counted_as_one` until it is decided."""

    one: SidePerson
    other: SidePerson
    probability: float
    because: tuple[Because, ...]
    is_counted_as_one: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePage:
    """Whom the owner is asked about, the likeliest first, and about whom they were not sure."""

    asked: tuple[SameCard, ...]
    total: int
    unsure: tuple[SameCard, ...]
