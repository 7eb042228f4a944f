"""The frozen cards of imports and what they could not read."""

from dataclasses import dataclass
from datetime import date, datetime

from renmai.domain.book.because import Because
from renmai.domain.capture.locations import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCard:
    """One thing an import could not read."""

    source: str
    file: str
    where: Location
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCard:
    """One import as Sources shows it; `is_busy` while it waits or runs, `share_done` 0 to 1 then.

    `left_out` is what does not count on purpose, each reason with its number; `upload` the file or folder it
    reads; of a preview, `people_names` are some of those who would come in, `first_on` and
    `last_on` the span of its interactions.
    """

    id: int
    name: str
    source: str
    state: str
    is_busy: bool
    is_preview: bool
    share_done: float
    records_read: int
    records_new: int
    interactions_new: int
    people_new: int
    problems_total: int
    problems: tuple[ProblemCard, ...]
    left_out: tuple[Because, ...]
    created_at: datetime
    ended_at: datetime | None
    upload: str = ""
    people_names: tuple[str, ...] = ()
    first_on: date | None = None
    last_on: date | None = None

    @property
    def can_begin_again(self) -> bool:
        """Tell whether it ended before its end, and what it reads is still there."""
        return self.state in ("failed", "stopped") and bool(self.upload)
