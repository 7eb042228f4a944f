"""Groups (R2): communities one belongs to, what they cost, when they renew, what goes in and comes out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from renmai.domain.asks.amounts import Amount
from renmai.domain.book.because import Because
from renmai.domain.reach.channels import Channel
from renmai.domain.reach.funnels import ChannelYield, FunnelStep

LONGEST_GROUP_NAME = 80
REMIND_DAYS = 14
"""So many days before a renewal Today reminds of it."""
MOST_MEMBERS = 5_000
HEADINGS = frozenset({"name", "names", "member", "members", "full name", "姓名", "名字", "成员", "昵称"})
_BULLET = re.compile(r"^(?:[-*•·]+|\d{1,4}[.、)）])\s*")


class Period(StrEnum):
    """For how long a fee is paid."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    ONCE = "once"


MONTHS = {Period.YEAR: 12, Period.QUARTER: 3, Period.MONTH: 1}


class EntryWay(StrEnum):
    """Whether something went into a group or came out of it."""

    GAVE = "gave"
    BROUGHT = "brought"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A community the owner belongs to; `fee` is paid for each `period`, the next time on `renews_on`.

    `channel` is by which of the six ways people are met there; `left_on` the day on which the owner left.
    """

    key: str
    name: str
    channel: Channel
    joined_on: date
    fee: Amount | None = None
    period: Period = Period.YEAR
    renews_on: date | None = None
    about: str = ""
    left_on: date | None = None

    @property
    def number(self) -> int:
        """The number under which it is named."""
        return int(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEntry:
    """One thing that the owner gave to a group, or that it brought; hours and money where they are known."""

    key: str
    group: int
    way: EntryWay
    what: str
    on: date
    hours: float = 0.0
    amount: Amount | None = None


def later_by_months(day: date, months: int) -> date:
    """Return the same day some months later, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:  # a shorter month ends before that day
            continue
    raise ValueError(f"no day {months} months after {day}")


def next_renewal(group: Group, today: date) -> date | None:
    """Return the next day on which a group is to be paid for, None where nothing is due any more."""
    if group.renews_on is None or group.left_on is not None:
        return None
    months = MONTHS.get(group.period)
    if group.renews_on >= today:
        return group.renews_on
    if months is None:
        return None
    passed = (today.year - group.renews_on.year) * 12 + today.month - group.renews_on.month
    steps = max(0, passed // months)
    due = later_by_months(group.renews_on, steps * months)
    return due if due >= today else later_by_months(group.renews_on, (steps + 1) * months)


def fees_paid(group: Group, today: date) -> Amount | None:
    """Return what was paid since the owner joined: once at once, then for every period that began since."""
    if group.fee is None:
        return None
    until = min(today, group.left_on or today)
    months = MONTHS.get(group.period)
    times = 1
    if months is not None:
        passed = (until.year - group.joined_on.year) * 12 + until.month - group.joined_on.month
        times += max(0, passed - (until.day < group.joined_on.day)) // months
    return Amount(group.fee.value * times, group.fee.currency)


def each_for(cost: Amount | None, contacts: int) -> Amount | None:
    """Return what one of so many contacts cost, None where that cannot be said."""
    if cost is None or not contacts:
        return None
    return Amount((cost.value / contacts).quantize(Decimal(1)) or Decimal(1), cost.currency)


def renewal_advice(told: ChannelYield, *, members: int) -> Because:
    """Return whether to renew a group: advised only where its rate is surely above or below all others.

    :param members: how many of its members are in the book
    """
    weak = told.chances[FunnelStep.WEAK]
    numbers = {
        "met": told.funnel.met,
        "weak": told.funnel.weak,
        "low_share": weak.low,
        "high_share": weak.high,
        "member_count": members,
    }
    if weak.is_surely_above:
        return Because("renewal_worth_it", numbers)
    if weak.is_surely_below:
        return Because("renewal_not_worth_it", numbers)
    return Because("renewal_open" if told.funnel.met else "renewal_nobody_met", numbers)


def hours_of(entries: Iterable[GroupEntry]) -> float:
    """Return the hours that were put into a group."""
    return sum(entry.hours for entry in entries if entry.way == EntryWay.GAVE)


class ListedMember(NamedTuple):
    """One line of a pasted list: a name, with a mail address where the line has one."""

    name: str
    address: str = ""


def members_listed(text: str) -> tuple[ListedMember, ...]:
    """Return whom a pasted list or a table names, each once: one a line, or several in one line.

    Of a line with several columns the first that is no address is the name. Bullets, numbers in front and a
    line of headings are left out.
    """
    lines = [line for line in text.replace("\0", "").splitlines() if line.strip()]
    rows = [_cells(line) for line in lines]
    if len(rows) == 1 and not any("@" in cell for cell in rows[0]):
        rows = [[cell] for cell in rows[0]]
    found = dict.fromkeys(filter(None, map(_listed, rows)))
    return tuple(found)[:MOST_MEMBERS]


def _listed(cells: Sequence[str]) -> ListedMember | None:
    address = next((cell for cell in cells if "@" in cell and " " not in cell), "")
    name = next((cell for cell in cells if "@" not in cell), "")[:LONGEST_GROUP_NAME]
    if name.casefold() in HEADINGS or not (name or address):
        return None
    return ListedMember(name, address.strip("<>").casefold())


def _cells(line: str) -> list[str]:
    """Return the columns of a line, an address in angle brackets as one of its own."""
    for mark in ("，", "、", "；", ";", ",", "\t", "<"):
        line = line.replace(mark, "\n")
    cells = (_BULLET.sub("", " ".join(cell.split())).strip('"').rstrip(">") for cell in line.splitlines())
    return [cell for cell in cells if cell]
