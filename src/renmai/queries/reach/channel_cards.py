"""The frozen cards of channels and groups that their queries hand to every door."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.queries.value.cards import MatchCard


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceCard:
    """The chance of a step, 0 to 1, with its 80 % band, and how likely it is above that of all others."""

    mean: float
    low: float
    high: float
    above: float


@dataclass(frozen=True, slots=True, kw_only=True)
class YieldCard:
    """What came of those met by one channel or in one group; `years` are the years since, added up.

    `partners` are those with whom a cooperation came about. `hours` are estimated from what the owner wrote
    and noted, `money` is what was paid, `1200 CNY`, empty where nothing was; the `…_each` are for one weak
    tie that is to be expected, None or empty where none is.
    """

    met: int
    weak: int
    strong: int
    partners: int
    years: float
    hours: float
    money: str
    hours_each: float | None
    money_each: str
    to_weak: ChanceCard
    to_strong: ChanceCard
    to_cooperation: ChanceCard


@dataclass(frozen=True, slots=True, kw_only=True)
class WayInCard:
    """Somebody seen in the owner's circle with whom nothing has gone both ways yet, and the next small step.

    `bridge` is the one of the owner's own ties who was there most often, empty where nobody was.
    """

    person_id: int
    name: str
    subtitle: str
    ties_an_hour: float
    bridge_id: int | None
    bridge: str
    because: Because
    step: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelCard:
    """One of the six channels: what it brought, who is not worked yet, the next small step, its playbook."""

    channel: str
    yields: YieldCard
    ways_in_total: int
    ways_in: tuple[WayInCard, ...]
    step: Because
    say: tuple[Because, ...]
    avoid: tuple[Because, ...]
    neglected: Because | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetProposalCard:
    """How somebody seems to have been met, waiting for a yes."""

    person_id: int
    name: str
    subtitle: str
    channel: str
    event: str
    introducer_id: int | None
    introducer: str
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupYieldCard:
    """What one group yields, beside whether to renew it."""

    number: int
    name: str
    yields: YieldCard
    advice: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelsCard:
    """The six channels, the groups, and how people seem to have been met.

    `known_total` of the `ties_total` weak and strong ties are those whose way in is noted; `proposed_total`
    are those of whom the first act tells it, the latest `proposed` among them.
    """

    channels: tuple[ChannelCard, ...]
    groups: tuple[GroupYieldCard, ...]
    proposed: tuple[MetProposalCard, ...]
    proposed_total: int
    known_total: int
    ties_total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MetThroughCard:
    """By which channel, in which group, at which event somebody was met."""

    channel: str
    group: int | None
    group_name: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One line of the groups: what it costs, in how many days it renews, how many of it are in the book."""

    number: int
    name: str
    channel: str
    fee: str
    period: str
    renews_on: date | None
    renews_in_days: int | None
    members: int
    names_only: int
    is_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberOfGroup:
    """Somebody of the book who is in a group; `mark` is that of their tie, empty where there is none."""

    person_id: int
    name: str
    subtitle: str
    mark: str
    is_met_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEntryCard:
    """One thing given to a group, or brought by it."""

    number: int
    way: str
    what: str
    on: date
    hours: float
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """One group whole: members, what went in and came out, whom the owner can help, what it yields.

    `contacts` are members with whom value goes both ways; `money_a_contact` is what each of them cost.
    """

    row: GroupRow
    about: str
    joined_on: date
    left_on: date | None
    members: tuple[MemberOfGroup, ...]
    names: tuple[str, ...]
    gave: tuple[GroupEntryCard, ...]
    brought: tuple[GroupEntryCard, ...]
    help: tuple[MatchCard, ...]
    contacts: int
    money_a_contact: str
    yields: YieldCard
    advice: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalCard:
    """A group whose renewal is near: in how many days, for how much, and whether it is worth it."""

    number: int
    name: str
    on: date
    in_days: int
    fee: str
    because: Because
    advice: Because
