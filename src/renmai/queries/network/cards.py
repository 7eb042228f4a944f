"""The frozen cards of the network that its query hands to every door."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.ties.ties import TieClass
from renmai.queries.ties.cards import DORMANT_STRONG


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One person of the network: the sign of their tie, its strength (0 to 1), the circle they are in."""

    id: int
    name: str
    mark: str
    strength: float
    circle: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleCard:
    """People who know each other, by number from the largest.

    `name` is the organisation where most of them are or, where no one place stands out, the person they stand
    around; `is_place` says which. `holders` are one or two through whom most of what joins them runs,
    `holding` (0 to 1) how much of it through the first.
    """

    number: int
    name: str
    is_place: bool
    people: int
    strong: int
    holders: tuple[Dot, ...]
    holding: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokerCard:
    """Somebody who knows people in several circles; `circles` are the others that they join to their own.

    `effective_size` (Burt) is how many of those they know bring something of their own; `opens` how many
    people, strangers to the owner, can be reached through them alone.
    """

    person: Dot
    circles: tuple[int, ...]
    effective_size: float
    constraint: float
    opens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """How ties spread over `kind` (circles, organisations or channels): each part with its ties, most first.

    `equal` is how many parts of equal size would be as varied.
    """

    kind: str
    parts: tuple[tuple[str, int], ...]
    equal: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkCard:
    """The owner's network.

    `ties` are the weak and strong ones, of which `drawn` are looked at; `apart` of them are in no circle.
    `knows` are pairs of person ids with the probability that they know each other, likeliest first.
    `effective_size` and `constraint` are the owner's own; `because` is what stands out.
    """

    ties: int
    drawn: tuple[Dot, ...]
    circles: tuple[CircleCard, ...]
    apart: int
    brokers: tuple[BrokerCard, ...]
    varieties: tuple[Variety, ...]
    knows: tuple[tuple[int, int, float], ...]
    effective_size: float | None
    constraint: float | None
    because: tuple[Because, ...]

    @property
    def strong_apart(self) -> int:
        """How many strong ties, the dormant ones among them, are in no circle."""
        strong = (TieClass.STRONG, DORMANT_STRONG)
        return sum(dot.circle is None and dot.mark in strong for dot in self.drawn)


@dataclass(frozen=True, slots=True)
class MetCard:
    """How the owner met somebody: through whom, None where through nobody; proposed where it is not noted."""

    person_id: int
    name: str
    introducer_id: int | None
    introducer: str
    how: str
    on: date
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class CommendationCard:
    """Somebody spoke of the owner unasked."""

    number: int
    person_id: int
    name: str
    what: str
    to_whom: str
    on: date
