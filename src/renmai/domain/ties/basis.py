"""Basis (T6): does a tie belong to the person or to the position, weighed from its evidence.

The weights are conventions in log-odds, not fitted: no open data tell which ties outlived a job. A tie that
outlived a change of employer outweighs all else; little evidence moves little.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log

from renmai.domain.book.because import Because

FIRST_CHANGE, FURTHER_CHANGE = 2.2, 0.8
PRIVATE_WEIGHT, PRIVATE_DOUBT = 2.0, 10.0
OFF_HOURS_WEIGHT, OFF_HOURS_DOUBT, USUAL_OFF_HOURS = 3.0, 8.0, 0.25
CONTEXT_WEIGHT = 0.9
PERSON_FROM, POSITION_UNTIL = 0.65, 0.35
AFTER_DAYS, DAY_S = 60, 86_400
"""So long must a later employer's address go on after one fell silent before that one was left."""
LEAST_MOVE = 0.1
"""What moves the log-odds less than this is not named as a reason."""


class BasisKind(StrEnum):
    """Whose a tie is; `open` where the evidence says neither."""

    PERSON = "person"
    POSITION = "position"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class BasisEvidence:
    """Counts of a tie's acts: of known channel, private among them; by the other with known zone, off hours
    among them; contexts; changes of employer that it outlived, theirs and mine."""

    acts: int
    told_acts: int = 0
    private_acts: int = 0
    zoned_acts: int = 0
    off_hours_acts: int = 0
    contexts: int = 1
    their_changes: int = 0
    my_changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the evidence says: `chance` 0 to 1 that the tie is the person's; the strongest reason first."""

    kind: BasisKind
    chance: float
    because: tuple[Because, ...]

    @property
    def code(self) -> str:
        """The code of its name."""
        return f"basis_kind_{self.kind}"


def basis_of(evidence: BasisEvidence) -> Basis:
    """Return whose a tie is; each reason's number `move` is what it adds to the log-odds."""
    moves = [(move, because) for move, because in _moves(evidence) if abs(move) >= LEAST_MOVE]
    chance = 1.0 / (1.0 + exp(-sum(move for move, _ in moves)))
    kind = BasisKind.OPEN
    if moves and chance >= PERSON_FROM:
        kind = BasisKind.PERSON
    elif moves and chance <= POSITION_UNTIL:
        kind = BasisKind.POSITION
    ordered = sorted(moves, key=lambda each: (-abs(each[0]), each[1].code))
    return Basis(kind=kind, chance=chance, because=tuple(because for _, because in ordered))


def employers_left(spans: Mapping[int, tuple[int, int]]) -> frozenset[int]:
    """Return which of somebody's employers a later one took the place of, by all they wrote to anybody.

    One that was there before, and goes on beside it, took no place.

    :param spans: by employer the moments of the first and the last that they wrote from there
    """
    return frozenset(
        one
        for one, (first, last) in spans.items()
        if any(
            since > first and until >= last + AFTER_DAYS * DAY_S
            for other, (since, until) in spans.items()
            if other != one
        )
    )


def _moves(evidence: BasisEvidence) -> Iterator[tuple[float, Because]]:
    for code, changes in (
        ("basis_their_change", evidence.their_changes),
        ("basis_my_change", evidence.my_changes),
    ):
        if changes:
            yield _move(code, FIRST_CHANGE + FURTHER_CHANGE * (changes - 1), change_times=changes)
    if evidence.told_acts:
        half = (evidence.private_acts + PRIVATE_DOUBT / 2) / (evidence.told_acts + PRIVATE_DOUBT) - 0.5
        yield _move(
            "basis_private" if half > 0 else "basis_work_mail",
            PRIVATE_WEIGHT * half,
            private_count=evidence.private_acts,
            told_count=evidence.told_acts,
        )
    if evidence.zoned_acts:
        usual = USUAL_OFF_HOURS * OFF_HOURS_DOUBT
        beyond = (evidence.off_hours_acts + usual) / (evidence.zoned_acts + OFF_HOURS_DOUBT) - USUAL_OFF_HOURS
        yield _move(
            "basis_off_hours" if beyond > 0 else "basis_office_hours",
            OFF_HOURS_WEIGHT * beyond,
            off_hours_count=evidence.off_hours_acts,
            zoned_count=evidence.zoned_acts,
        )
    if evidence.contexts > 1:
        yield _move(
            "basis_contexts", CONTEXT_WEIGHT * log(evidence.contexts), context_count=evidence.contexts
        )


def _move(code: str, move: float, **numbers: int) -> tuple[float, Because]:
    return move, Because(code, {"move": round(move, 3), **numbers})
