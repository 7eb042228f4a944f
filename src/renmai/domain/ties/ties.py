"""A tie joins the owner and one person: class, state, figures, the owner's word beside them (T1 to T5)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from renmai.domain.book.because import Because
from renmai.domain.ties.basis import BasisEvidence
from renmai.domain.ties.cadence import DAY_S


class TieClass(StrEnum):
    """What the evidence says the tie is (T2)."""

    PSEUDO = "pseudo"
    WEAK = "weak"
    STRONG = "strong"


REAL_CLASSES = (TieClass.WEAK, TieClass.STRONG)
"""Classes of ties with contact both ways (T1)."""


class Sustained(NamedTuple):
    """How long contact must last to be strong: months in which both sides reached out, days of contact."""

    months: int
    days: int


LONG, DENSE = Sustained(6, 8), Sustained(3, 24)
"""Either is enough for a strong tie."""
ONE_SIDED_DAYS = 120
"""Where one side has been silent for so much longer than the other, the two no longer talk: one writes."""
REPEATED = 2
"""So many finished cooperations show the person behind the role, and make a strong tie (T2, T7)."""


class TieState(StrEnum):
    """How alive the tie is, judged by this pair's own rhythm (T5)."""

    ACTIVE = "active"
    COOLING = "cooling"
    DORMANT = "dormant"


class Bond(StrEnum):
    """What joins two people by the owner's word, whatever their traces say (T2)."""

    KIN = "kin"
    FRIEND = "friend"
    PARTNER = "partner"
    COLLEAGUE = "colleague"


DEEP_BONDS = frozenset({Bond.KIN, Bond.FRIEND, Bond.PARTNER})
"""Bonds that make a tie strong by themselves; a colleague's is what the work makes of it."""


@dataclass(frozen=True, slots=True)
class Word:
    """One thing the owner said of a tie: a class, a bond or a strength 0 to 1, why, and when."""

    value: str | float
    because: str
    at_epoch_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the owner says a tie is, word by word; None where what was computed stands (T2, T3)."""

    tie_class: Word | None = None
    bond: Word | None = None
    strength: Word | None = None

    @property
    def said_class(self) -> str | None:
        """The class said outright, else the one a deep bond implies, else None."""
        if self.tie_class is not None:
            return str(self.tie_class.value)
        is_deep = self.bond is not None and self.bond.value in DEEP_BONDS
        return TieClass.STRONG if is_deep else None

    @property
    def words(self) -> tuple[Word, ...]:
        """Everything that was said, the latest last."""
        said = (word for word in (self.tie_class, self.bond, self.strength) if word is not None)
        return tuple(sorted(said, key=lambda word: word.at_epoch_s))


def correction_of(sayings: Iterable[tuple[Mapping[str, str | float | None], str, int]]) -> Correction:
    """Return what stands of everything the owner said of one tie: word by word, the latest wins.

    :param sayings: oldest first; what was said by the fields of `Correction` (None takes a word back), why,
        and when in epoch seconds
    """
    standing = Correction()
    for said, because, at_epoch_s in sayings:
        words = {
            name: None if value is None else Word(value, because, at_epoch_s) for name, value in said.items()
        }
        standing = replace(standing, **words)
    return standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Who begins, who answers and how fast; `out` is the owner, `in` the other side.

    `months_two_way` counts the months of 30 days in which both addressed the other personally. A turn is a
    chance to answer, `wait_…_s` the usual (geometric mean) time until an answer, None where none was given.
    `solo_in` counts their acts for the owner alone.
    """

    months_two_way: int
    starts_out: int
    starts_in: int
    turns_out: int
    turns_in: int
    answers_out: int
    answers_in: int
    wait_out_s: float | None
    wait_in_s: float | None
    solo_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The figures of one tie as of one moment.

    `strength` 0 to 1: probability that both sides reach out within the horizon (T3); `strength_before` the
    same 90 days earlier. `reciprocity` 0 to 1: the lesser direction over the greater. `standing` 0 to 1
    (T4). Counts of acts are of evidence only (mass and automatic ones apart). Moments are whole epoch
    seconds, null where nothing happened. `rhythm_days` is the pair's usual gap between contact days.
    `finished` counts the cooperations that were carried through, which may raise the class. Where the owner
    says otherwise, `correction` is their word, and the class and strength are theirs. Where either is so,
    `computed` is the tie as its traces alone have it; None where there are no traces.
    """

    person_id: int
    strength: float
    strength_before: float | None
    tie_class: str
    state: str
    reciprocity: float
    standing: float | None
    acts_out: int
    acts_in: int
    days_active: int
    first_at_epoch_s: int | None
    last_out_epoch_s: int | None
    last_in_epoch_s: int | None
    rhythm_days: float | None
    turns: Turns | None = None
    because: tuple[Because, ...] = ()
    basis: BasisEvidence | None = None
    finished: int = 0
    correction: Correction | None = None
    computed: "Tie | None" = None

    @property
    def is_as_computed(self) -> bool:
        """Tell whether nothing but its traces made it what it is."""
        return self.correction is None and not self.finished

    @property
    def is_one_sided(self) -> bool:
        """Tell whether only one side acted, ever or for a season, so that what passed is no talk of two."""
        if self.last_out_epoch_s is None or self.last_in_epoch_s is None:
            return True
        alone_days = abs(self.last_out_epoch_s - self.last_in_epoch_s) / DAY_S
        return alone_days > max(ONE_SIDED_DAYS, 2 * (self.rhythm_days or 0.0))

    @property
    def last_at_epoch_s(self) -> int | None:
        """The latest contact in either direction, whatever the order in which traces came in."""
        known = [at for at in (self.last_out_epoch_s, self.last_in_epoch_s) if at is not None]
        return max(known, default=None)


def class_after(tie_class: str, finished: int) -> str:
    """Return a class after so many finished cooperations (T2).

    One makes it weak at least, repeated ones strong; none ever lowers a class.
    """
    if finished >= REPEATED:
        return TieClass.STRONG
    return TieClass.WEAK if finished and tie_class == TieClass.PSEUDO else tie_class


def corrected(
    ties: Iterable[Tie], said: Mapping[int, Correction], finished: Mapping[int, int] | None = None
) -> Iterator[Tie]:
    """Yield ties as they are for the owner: by their traces, raised by what was done together, as they say.

    Each is by person; somebody without traces has a tie by a finished cooperation or by the owner's word.
    Only class and strength are ever another's than the traces'. A strength said was the same ninety days ago,
    so that it neither rises nor falls by being said.

    :param finished: how many cooperations were carried through, by person
    """
    left = {person_id: word for person_id, word in said.items() if word.words}
    done = {person_id: count for person_id, count in (finished or {}).items() if count}
    for tie in ties:
        word, count = left.pop(tie.person_id, None), done.pop(tie.person_id, 0)
        yield tie if word is None and not count else _corrected(tie, word, count, computed=tie)
    for person_id in sorted(left.keys() | done.keys()):
        tie = _without_traces(person_id)
        yield _corrected(tie, left.get(person_id), done.get(person_id, 0), computed=None)


def _corrected(tie: Tie, correction: Correction | None, finished: int, *, computed: Tie | None) -> Tie:
    raised = class_after(tie.tie_class, finished)
    tie = replace(tie, tie_class=raised, finished=finished, correction=correction, computed=computed)
    if correction is not None and correction.said_class is not None:
        tie = replace(tie, tie_class=correction.said_class)
    if correction is not None and correction.strength is not None:
        strength = float(correction.strength.value)
        tie = replace(tie, strength=strength, strength_before=strength)
    return tie


def _without_traces(person_id: int) -> Tie:
    """Return the tie to somebody with whom nothing has passed that left a trace."""
    return Tie(
        person_id=person_id,
        strength=0.0,
        strength_before=None,
        tie_class=TieClass.PSEUDO,
        state=TieState.DORMANT,
        reciprocity=0.0,
        standing=None,
        acts_out=0,
        acts_in=0,
        days_active=0,
        first_at_epoch_s=None,
        last_out_epoch_s=None,
        last_in_epoch_s=None,
        rhythm_days=None,
    )
