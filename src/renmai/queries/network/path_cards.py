"""The frozen cards of introductions: who stands on a path, with what chances, and why."""

from dataclasses import dataclass

from renmai.domain.book.because import Because
from renmai.queries.ties.cards import TieCard


@dataclass(frozen=True, slots=True, kw_only=True)
class PathPerson:
    """Somebody on a path, or looked for; `said` is the fact that made them the one looked for."""

    id: int
    name: str
    subtitle: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathCard:
    """People from the owner to the one looked for; `hops` are the chances from each to the next, 0 to 1.

    `because` holds for each hop what its chance rests on, `step` what to do first.
    """

    people: tuple[PathPerson, ...]
    hops: tuple[float, ...]
    probability: float
    because: tuple[tuple[Because, ...], ...]
    step: Because

    @property
    def is_direct(self) -> bool:
        """Tell whether the owner knows the one looked for."""
        return len(self.people) == 2

    @property
    def target(self) -> PathPerson:
        """Return who is at the end."""
        return self.people[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsCard:
    """What was asked for, whom that means, and the paths there, the best first.

    `candidates` are several people of that name, one of whom must be chosen before there are paths.
    """

    asked: str
    targets: tuple[PathPerson, ...] = ()
    candidates: tuple[PathPerson, ...] = ()
    paths: tuple[PathCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysCard:
    """Ways in to one person, and whom they may lead the owner to; either may be empty.

    `has_ways_in` is false where the tie is good enough to need none.
    """

    person: PathPerson
    tie: TieCard | None
    has_ways_in: bool
    ways_in: tuple[PathCard, ...] = ()
    through: tuple[PathCard, ...] = ()
