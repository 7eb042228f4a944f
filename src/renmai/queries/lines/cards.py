"""What a line came to so far: its chips, and what is still to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from renmai.domain.book.because import Because
from renmai.domain.lines.follows import Follow
from renmai.queries.people.search import FoundPerson

NEW, NOBODY = "new", "nobody"
"""Answers to who somebody is: somebody new, or nobody that is to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAnswers:
    """What the owner says of a line: who each name is (a number, `new` or `nobody`), the day, the kind.

    `also` are more people by number who were there; `whose` says by place which of several is meant;
    `left_out` the places of what is not to be kept; `is_again` that the same words are meant once more.
    """

    people: Mapping[str, str] = field(default_factory=dict)
    also: tuple[int, ...] = ()
    on: date | None = None
    kind: str = ""
    whose: Mapping[int, str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    is_again: bool = False

    def with_more(self, more: "LineAnswers") -> "LineAnswers":
        """Return these answers with others, which hold where both say something."""
        return LineAnswers(
            people={**self.people, **more.people},
            also=tuple(dict.fromkeys((*self.also, *more.also))),
            on=more.on or self.on,
            kind=more.kind or self.kind,
            whose={**self.whose, **more.whose},
            left_out=more.left_out or self.left_out,
            is_again=self.is_again or more.is_again,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePerson:
    """Somebody in a line: `person` where it is known who, `is_new` where they are to be added.

    `candidates` are those who may be meant, the likeliest first; `said` is empty for whom the line does not
    name.
    """

    said: str
    person: FoundPerson | None = None
    is_new: bool = False
    is_left_out: bool = False
    candidates: tuple[FoundPerson, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether it must still be said who that is."""
        return self.person is None and not self.is_new and not self.is_left_out

    @property
    def name(self) -> str:
        """The name under which they are kept."""
        return self.person.name if self.person else self.said


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFollow:
    """One thing that follows, at its place in the line; kept of `said`, empty while that is not clear."""

    place: int
    follow: Follow
    said: str
    is_left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineQuestion:
    """What is to be asked before a line is kept: `about` is people, day, whose, again or nobody."""

    about: str
    because: Because
    said: str = ""
    place: int | None = None
    candidates: tuple[FoundPerson, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard:
    """A line as it is understood with what was answered; `questions` are what is still open."""

    text: str
    on: date
    kind: str
    begun_by: str
    where: str
    topics: tuple[str, ...]
    people: tuple[LinePerson, ...]
    follows: tuple[LineFollow, ...]
    questions: tuple[LineQuestion, ...]

    @property
    def has_anybody(self) -> bool:
        """Tell whether it is known of somebody in it who they are, or that they are new."""
        return any(each.person or each.is_new for each in self.people)
