"""The frozen cards of meetings: one to come or just over, and the page to read before it."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.reach.brief import BriefPart
from renmai.queries.ties.cards import TieCard


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCard:
    """A meeting with whom it is: `people` are (id, name), `in_days` below 0 once its day is over.

    `hour` is as a clock shows it, empty where only the day is known. `numbers` name what was arranged by
    hand, one for each person; `is_in_calendar` where a calendar tells of it.
    """

    people: tuple[tuple[int, str], ...]
    on: date
    hour: str
    in_days: int
    what: str
    place: str
    numbers: tuple[int, ...] = ()
    is_in_calendar: bool = False
    arranged_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsCard:
    """The meetings at hand, in the order of time, and those just over of which nothing is written down."""

    coming: tuple[MeetingCard, ...]
    unwritten: tuple[MeetingCard, ...]


NO_MEETINGS = MeetingsCard(coming=(), unwritten=())
"""Nothing is arranged, and nothing waits to be written down."""


@dataclass(frozen=True, slots=True)
class BriefPartCard:
    """One part of a brief: what it is about, and its lines; `more` were left out to keep it one page."""

    about: BriefPart
    lines: tuple[Because, ...]
    more: int = 0

    @property
    def title(self) -> Because:
        """What the part is headed with."""
        return Because(f"brief_part_{self.about}")


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefCard:
    """What to read before meeting somebody: who they are, the meeting, and every part that has a line."""

    person_id: int
    name: str
    reading: str
    subtitle: str
    tie: TieCard | None
    who: tuple[Because, ...]
    meeting: MeetingCard | None
    parts: tuple[BriefPartCard, ...]
