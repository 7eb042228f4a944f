"""The frozen cards of Today: one suggestion, and the whole day."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.people.occasions import ChineseDate
from renmai.domain.today.plan import Later, put_off
from renmai.queries.people.cards import OccasionCard
from renmai.queries.people.same_cards import SameCard
from renmai.queries.reach.channel_cards import RenewalCard
from renmai.queries.reach.meeting_cards import NO_MEETINGS, MeetingsCard
from renmai.queries.ties.cards import Strip, TieCard
from renmai.queries.ties.handed_in import HandedInCard


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayItem:
    """One suggestion. `key` names it for done, later and drop; `step` and `draft` are codes with numbers.

    `agenda` is what the owner wants to raise with them next time.
    """

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
    agenda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayCard:
    """Today: at most seven items, and beside them the days coming and the answers awaited.

    `lunar` is the day in the Chinese calendar, with the solar term at hand; `because` says why nothing
    can be said of ties, where the owner's addresses are not known. `same` are two who are likely one human,
    of whom one is spoken of today; `renewals` are groups that are soon to be paid for again (R2);
    `handed_in` is work that waits for a word of the owner's, or of others'; `meetings` are those of today and
    tomorrow and those just over of which nothing is written down (R7).
    """

    today: date
    items: tuple[TodayItem, ...]
    occasions: tuple[OccasionCard, ...]
    waiting: tuple[TodayItem, ...]
    is_book_empty: bool
    lunar: ChineseDate | None = None
    because: tuple[Because, ...] = ()
    same: SameCard | None = None
    renewals: tuple[RenewalCard, ...] = ()
    handed_in: tuple[HandedInCard, ...] = ()
    meetings: MeetingsCard = NO_MEETINGS

    @property
    def later(self) -> dict[Later, date]:
        """Return the days to which a suggestion can be put off."""
        return {later: put_off(self.today, later) for later in Later}
