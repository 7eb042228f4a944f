"""The frozen cards of the pages that join several nouns: People, a person, settings, the page frame."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from renmai.domain.book.because import Because
from renmai.domain.ties.cadence import is_silence
from renmai.queries.asks.cards import AskCard
from renmai.queries.book.cards import DecisionCard
from renmai.queries.people.cards import AgendaCard, HowMetCard, NoteCard, OccasionCard
from renmai.queries.people.gone import GoneCard
from renmai.queries.people.same_cards import SameCard
from renmai.queries.positions.cards import PersonLeaving, PositionsCard
from renmai.queries.reach.channel_cards import MetThroughCard
from renmai.queries.reach.outreach_cards import OutreachCard
from renmai.queries.ties.cards import PersonRow, ReplyCard, Strip, TieCard
from renmai.queries.together.cards import TogetherCard
from renmai.queries.value.cards import PersonValueCard


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """A page of People: `total` in the book, `found` by search, view and tier, counts for the saved views.

    `tiers` are how many the owner put into each tier, `tags` how many bear each tag; `tier` and `tag` are
    what is looked at.
    """

    rows: tuple[PersonRow, ...]
    total: int
    found: int
    counts: dict[str, int]
    page: int
    pages: int
    tiers: Mapping[int, int] = field(default_factory=dict)
    tier: int | None = None
    tags: Mapping[str, int] = field(default_factory=dict)
    tag: str = ""

    @property
    def page_before(self) -> int | None:
        """Return the number of the page before this one, None on the first."""
        return self.page - 1 if self.page > 1 else None

    @property
    def page_after(self) -> int | None:
        """Return the number of the page after this one, None on the last."""
        return self.page + 1 if self.page < self.pages else None


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
    """One interaction as seen from the person: `from_me` None where nobody began it (a meeting of equals).

    `line_number` is that of the line by which it was written down, if it was.
    """

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
    line_number: int | None = None

    @property
    def is_to_several(self) -> bool:
        """Tell whether others were there, or were written to, besides the two."""
        return self.audience > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NowCard:
    """What is open both ways, what they need, when to be in touch; `is_due` where that is today or was.

    `first_step` is said of somebody of whom there is only an address, in place of the other lines.
    """

    open: tuple[Because, ...]
    needs: Because
    touch: Because
    is_due: bool
    first_step: Because | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """Everything the person page shows.

    `silent_days` is since they last reached out, `quiet_days` since anything passed either way.
    """

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
    quiet_days: int | None
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
    gone: "GoneCard | None" = None
    same: SameCard | None = None
    notes: tuple[NoteCard, ...] = ()
    agenda: tuple[AgendaCard, ...] = ()
    tags: tuple[str, ...] = ()
    how_met: HowMetCard | None = None
    outreaches: tuple[OutreachCard, ...] = ()
    met_through: MetThroughCard | None = None
    now: NowCard | None = None

    @property
    def silence_days(self) -> int | None:
        """Return for how long nothing passed, None where that is no silence worth drawing."""
        return self.quiet_days if is_silence(self.quiet_days) else None


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
class FrameCard:
    """What stands on every page: rail counts, the owner's handles, what runs, when something last came in.

    `is_in_work` while the worker brings the ties up to the day; until then they are as of `ties_on`.
    `is_working_out` while it makes what a page asked for, of which the page shows what was made before.
    """

    people_total: int
    today_total: int
    my_handles: tuple[str, ...]
    running_import_id: int | None
    last_import_at: datetime | None
    unfiled_total: int = 0
    is_in_work: bool = False
    is_working_out: bool = False
    ties_on: date | None = None
