"""What actions report back, frozen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from renmai.domain.book.because import Because
from renmai.domain.capture.records import Problem
from renmai.domain.people.owner_candidates import OwnerCandidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an import has come."""

    name: str
    bytes_read: int
    bytes_total: int
    records_read: int
    records_new: int

    @property
    def share_done(self) -> float:
        """From 0 to 1; what lies packed makes it an estimate."""
        return min(1.0, self.bytes_read / self.bytes_total) if self.bytes_total else 0.0


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import brought, or what it would bring.

    `problems` are the first of `problems_total`; `left_out` says what does not count on purpose, each reason
    with its count; `people_names` some of the new people; `because` says what
    the owner should know or do (`who_are_you` or `you_are_not_met`, with the likeliest of their handles);
    `likely_mine` are addresses that are likely theirs, too; `likely_same` says who would come in and is
    likely somebody else, too; `owner_candidates` are the handles of which to choose where it is not known who
    the owner is.
    """

    import_id: int | None
    state: str
    records_read: int
    records_new: int
    interactions_new: int
    people_new: int
    people_names: tuple[str, ...]
    first_at_epoch_s: int | None
    last_at_epoch_s: int | None
    problems: tuple[Problem, ...]
    problems_total: int
    left_out: tuple[Because, ...] = ()
    because: tuple[Because, ...] = ()
    likely_mine: tuple[str, ...] = ()
    likely_same: tuple[Because, ...] = ()
    owner_candidates: tuple[OwnerCandidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildReport:
    """What a rebuild went over; of a damaged book also how many rows of which table were `missing`, at most,
    and where the old file lies.
    """

    records: int
    interactions: int
    people: int
    missing: Mapping[str, int] = field(default_factory=dict)
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoReport:
    """What was undone: `kind` is a decision's or `import`; `name` tells of whom, `text` what was said.

    `of_kind` is the kind of what an undone undo took back; `taken_back_by` the decision that an undo by its
    number is, by which it can be undone in its turn.
    """

    kind: str
    id: int
    name: str
    text: str = ""
    is_preview: bool = False
    of_kind: str = ""
    taken_back_by: int | None = None
