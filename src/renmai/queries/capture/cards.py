"""The frozen cards of imports and what they could not read."""

from dataclasses import dataclass
from datetime import date, datetime

from renmai.domain.book.because import Because
from renmai.domain.capture.locations import Location
from renmai.domain.people.owner_candidates import OwnerCandidate
from renmai.store.capture.asked import LikelySame

TABLE_UNKNOWN = "table_unknown"
"""The code of a table whose headings do not tell what its columns hold."""


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
    reads; of a preview, `people_names` are some of those who would come in, `likely_same`
    those of them who are likely one person with another, `first_on` and `last_on` the span of its acts.
    `owner_candidates` are the handles of which to choose, where it is not known who the owner is.
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
    owner_candidates: tuple[OwnerCandidate, ...] = ()
    likely_same: tuple[LikelySame, ...] = ()
    first_on: date | None = None
    last_on: date | None = None

    @property
    def unknown_tables(self) -> tuple[tuple[str, ...], ...]:
        """The headings of the tables of which it has to be said what their columns hold."""
        if not (self.is_preview and self.state == "done" and self.upload):
            return ()
        unknown = (
            each.because.numbers.get("columns")
            for each in self.problems
            if each.because.code == TABLE_UNKNOWN
        )
        return tuple(dict.fromkeys(tuple(columns) for columns in unknown if isinstance(columns, list)))

    @property
    def can_begin_again(self) -> bool:
        """Tell whether it ended before its end, and what it reads is still there."""
        return self.state in ("failed", "stopped") and bool(self.upload)
