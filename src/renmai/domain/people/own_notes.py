"""Own notes: what the owner wrote down of somebody, in their own words."""

from dataclasses import dataclass
from datetime import date

LONGEST_NOTE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNote:
    """One note of a person; `changed_on` is the day it was last rewritten, None where it stands as it was."""

    number: int
    person_id: int
    text: str
    on: date
    changed_on: date | None = None


def as_written(typed: str) -> str:
    """Return a text line by line as it was typed, without blanks at the ends and empty lines around it."""
    lines = [" ".join(line.split()) for line in typed.replace("\0", "").splitlines()]
    return "\n".join(lines).strip("\n")
