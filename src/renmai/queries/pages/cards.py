"""The frozen cards that queries hand to every door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from renmai.domain.book.because import Because
from renmai.queries.asks.cards import AskCard
from renmai.queries.positions.cards import PersonLeaving, PositionsCard
from renmai.queries.ties.cards import Strip, TieCard
from renmai.queries.together.cards import TogetherCard
from renmai.queries.value.cards import PersonValueCard


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCard:
    """How somebody answers the owner. `chance` and `still` are 0 to 1.

    Of `asked` letters of the last year `answered` were; half of the answers come within `half_hours`, four in
    five within `most_hours`. The last three fields are set where a letter of the owner's waits.
    """

    asked: int
    answered: int
    chance: float
    half_hours: float
    most_hours: float
    because: tuple[Because, ...]
    waiting_since_on: date | None = None
    still: float | None = None
    try_again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One line of People. `tie` is None for somebody only known by an address; `handles` are text forms.

    `replies` stands only where one person is looked at.
    """

    id: int
    name: str
    reading: str
    subtitle: str
    handles: tuple[str, ...]
    tie: TieCard | None
    tier: int | None
    last_contact_on: date | None
    strip: Strip | None = None
    replies: ReplyCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """A page of People: `total` in the book, `found` by search, view and tier, counts for the saved views.

    `tiers` are how many the owner put into each tier; `tier` is the one that is looked at.
    """

    rows: tuple[PersonRow, ...]
    total: int
    found: int
    counts: dict[str, int]
    page: int
    pages: int
    tiers: Mapping[int, int] = field(default_factory=dict)
    tier: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleCard:
    """A handle with where it came from: `origins` are (source, import name, day)."""

    text: str
    nature: str
    mention_id: int
    name: str
    origins: tuple[tuple[str, str, date], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCard:
    """A fact with its source and day."""

    kind: str
    value: str
    source: str
    import_name: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One interaction as seen from the person: `from_me` None where nobody began it (a meeting of equals)."""

    interaction_id: int
    at: datetime
    kind: str
    nature: str
    from_me: bool | None
    subject: str
    excerpt: str
    audience: int
    duration_min: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """Everything the person page shows."""

    id: int
    name: str
    reading: str
    subtitle: str
    is_me: bool
    is_person: bool
    tie: TieCard | None
    strip: Strip
    quarters: tuple[tuple[str, int, int], ...]
    silent_days: int | None
    timeline: tuple[TimelineEntry, ...]
    timeline_total: int
    handles: tuple[HandleCard, ...]
    facts: tuple[FactCard, ...]
    occasions: tuple["OccasionCard", ...]
    merges: tuple["DecisionCard", ...]
    replies: ReplyCard | None = None
    together: TogetherCard | None = None
    value: PersonValueCard | None = None
    leaving: PersonLeaving | None = None
    ask: AskCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionCard:
    """A day to remember: `kind` birthday or anniversary, its next date, the age if known.

    `lunar` is the day's name in the Chinese calendar where it is kept there.
    """

    person_id: int
    name: str
    kind: str
    on: date
    days_until: int
    is_lunar: bool
    turning: int | None
    lunar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """A decision the owner made and may undo."""

    id: int
    kind: str
    decided_at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayItem:
    """One suggestion. `key` names it for done, later and drop; `step` and `draft` are codes with numbers."""

    key: str
    person_id: int
    name: str
    subtitle: str
    kind: str
    is_urgent: bool
    because: tuple[Because, ...]
    step: Because
    draft: Because | None
    reply_to_subject: str
    mail_to: str
    tie: TieCard | None
    strip: Strip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayCard:
    """Today: at most seven items, and beside them the days coming and the answers awaited.

    `lunar` is the day's name in the Chinese calendar, with the solar term at hand; `because` says why nothing
    can be said of ties, where the owner's addresses are not known.
    """

    today: date
    items: tuple[TodayItem, ...]
    occasions: tuple[OccasionCard, ...]
    waiting: tuple[TodayItem, ...]
    is_book_empty: bool
    lunar: str = ""
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemCard:
    """One thing an import could not read."""

    source: str
    file: str
    where: str
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCard:
    """One import as Sources shows it; `is_busy` while it waits or runs, `share_done` 0 to 1 then.

    `upload` is the file or folder it reads; of a preview, `people_names` are some of those who would come in,
    `first_on` and `last_on` the span of its interactions.
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
    created_at: datetime
    ended_at: datetime | None
    upload: str = ""
    people_names: tuple[str, ...] = ()
    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsCard:
    """What the owner may set; `mine` are the decisions that made handles their own, each to be undone."""

    name: str
    language: str
    time_zone: str
    region: str
    mine: tuple[DecisionCard, ...] = ()
    positions: PositionsCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCard:
    """What stands on every page: rail counts, the owner's handles, what runs, when something last came in."""

    people_total: int
    today_total: int
    my_handles: tuple[str, ...]
    running_import_id: int | None
    last_import_at: datetime | None
