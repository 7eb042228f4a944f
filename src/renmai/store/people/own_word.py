"""The owner's own word on somebody's birthday and on how the two met; the latest stands."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from renmai.store.people.notes import notes

BIRTHDAY, HOW_MET = "birthday", "how_met"
DAY, TEXT = "day", "text"


class HowMet(NamedTuple):
    """How the owner met somebody, in their words, and the day; both may be left open."""

    text: str
    on: date | None


def own_birthdays(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, str]:
    """Return the birthdays that the owner noted, as facts write them, empty where none is known."""
    found = notes(owner_id, [BIRTHDAY], [], until=until, person_ids=person_ids)
    return {each.person_id: each.payload[DAY] for each in found if each.person_id is not None}


def how_met(owner_id: int, person_id: int, *, until: date) -> HowMet | None:
    """Return how the owner says they met somebody, None where they say nothing."""
    found = notes(owner_id, [HOW_MET], [], until=until, person_ids=[person_id])
    if not found:
        return None
    text, day = found[-1].payload[TEXT], found[-1].payload[DAY]
    return HowMet(text, date.fromisoformat(day) if day else None) if text or day else None
