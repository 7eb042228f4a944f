"""The owner's own word on somebody's birthday and on how the two met (R1); the latest stands."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from renmai.store.people.notes import notes

BIRTHDAY, HOW_MET = "birthday", "how_met"
DAY, TEXT = "day", "text"
CHANNEL, GROUP, EVENT = "channel", "group", "event"


class HowMet(NamedTuple):
    """How the owner met somebody: in their words, on which day, by which channel, group and event.

    Any of these may be left open; a group goes by its number. Who introduced them is a note of its own.
    """

    text: str = ""
    on: date | None = None
    channel: str = ""
    group: int | None = None
    event: str = ""

    @property
    def is_said(self) -> bool:
        """Tell whether anything of it is."""
        return self != HowMet()

    @property
    def payload(self) -> dict[str, object]:
        """Return it as a note keeps it."""
        day = self.on.isoformat() if self.on else ""
        return {TEXT: self.text, DAY: day, CHANNEL: self.channel, GROUP: self.group, EVENT: self.event}


def own_birthdays(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, str]:
    """Return the birthdays that the owner noted, as facts write them, empty where none is known."""
    found = notes(owner_id, [BIRTHDAY], [], until=until, person_ids=person_ids)
    return {each.person_id: each.payload[DAY] for each in found if each.person_id is not None}


def how_met(owner_id: int, person_id: int, *, until: date) -> HowMet | None:
    """Return how the owner says they met somebody, None where they say nothing."""
    return how_everybody_was_met(owner_id, until=until, person_ids=[person_id]).get(person_id)


def how_everybody_was_met(
    owner_id: int, *, until: date, person_ids: Sequence[int] | None = None
) -> dict[int, HowMet]:
    """Return how the owner says they met people, the latest word for each; of everybody or of some."""
    found = notes(owner_id, [HOW_MET], [], until=until, person_ids=person_ids)
    said = {each.person_id: _how(each.payload) for each in found if each.person_id is not None}
    return {person_id: how for person_id, how in said.items() if how.is_said}


def _how(payload: Mapping[str, Any]) -> HowMet:
    day = payload[DAY]
    return HowMet(
        text=payload[TEXT],
        on=date.fromisoformat(day) if day else None,
        channel=payload.get(CHANNEL, ""),
        group=payload.get(GROUP),
        event=payload.get(EVENT, ""),
    )
