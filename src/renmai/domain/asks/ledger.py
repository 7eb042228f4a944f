"""The ledger (V6): favours given and received, what is left of them, what thanks are still owed.

It informs, it never bills. A granted ask is a favour received. A favour counts by its size, fades by half in
two years, and nobody knows its worth to the other exactly: it may have meant half or twice as much, so a
balance has a spread.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import sqrt

HALF_LIFE_DAYS = 730
RELATIVE_SPREAD = 0.5
"""The standard deviation of one favour's worth, as a share of it."""
OWED_THANKS_DAYS = 365
"""After a year a thank-you that was never said is embarrassing rather than owed."""


class Size(StrEnum):
    """How much a favour was, or an ask would be."""

    SMALL = "small"
    MIDDLE = "middle"
    LARGE = "large"


POINTS = {Size.SMALL: 1.0, Size.MIDDLE: 3.0, Size.LARGE: 6.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Favour:
    """Help given or received: `is_from_me`, how much it was, on which day, whether thanks were said.

    `key` names it; `amount` is what it was worth in money where the owner noted it, as text; `of_ask` where
    it is an ask of mine that was granted.
    """

    key: str
    on: date
    is_from_me: bool
    size: str
    what: str
    is_gift: bool = False
    amount: str = ""
    is_thanked: bool = False
    of_ask: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A favour with the points it had and those left of it today."""

    favour: Favour
    points: float
    left: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What is left of favours both ways, in points; `net` above zero is what they owe me.

    `spread` is one standard deviation of `net`; `rows`, newest first, add up to it.
    """

    given: float
    received: float
    spread: float
    rows: tuple[LedgerRow, ...]

    @property
    def net(self) -> float:
        """Return given less received."""
        return self.given - self.received

    @property
    def is_even(self) -> bool:
        """Tell whether nobody can say who owes whom."""
        return abs(self.net) <= max(1.0, self.spread)


def balance(favours: Iterable[Favour], *, today: date) -> Balance:
    """Return what is left of some favours as of a day; later ones have not happened yet."""
    known = sorted(
        (each for each in favours if each.on <= today), key=lambda each: (each.on, each.key), reverse=True
    )
    rows = tuple(_row(each, today) for each in known)
    given = sum(row.left for row in rows if row.favour.is_from_me)
    received = sum(row.left for row in rows if not row.favour.is_from_me)
    spread = RELATIVE_SPREAD * sqrt(sum(row.left**2 for row in rows))
    return Balance(given=given, received=received, spread=spread, rows=rows)


def _row(favour: Favour, today: date) -> LedgerRow:
    points = POINTS[Size(favour.size)]
    left = points * 0.5 ** ((today - favour.on).days / HALF_LIFE_DAYS)
    return LedgerRow(favour=favour, points=points, left=left)


def thanks_owed(favours: Iterable[Favour], *, today: date) -> tuple[Favour, ...]:
    """Return the favours received for which no thanks were said, the oldest first."""
    owed = [
        each
        for each in favours
        if not each.is_from_me and not each.is_thanked and 0 <= (today - each.on).days <= OWED_THANKS_DAYS
    ]
    return tuple(sorted(owed, key=lambda each: (each.on, each.key)))
