"""The job-change test (T6): if a position were left today, which ties stay, how likely, what would be lost.

One definition for both sides. The part of a tie that never passed through the position cannot be lost with
it; the part that did stays as likely as the tie is the person's (`renmai.domain.ties.basis`), raised by its
class and strength and lowered by a prior doubt, because people overrate how much of a tie is theirs rather
than their position's. All weights are conventions in log-odds, as those of the basis are; `judged` compares
them with what was observed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import exp, log, log1p

from renmai.domain.book.because import Because, figure
from renmai.domain.people.mail_hosts import firm_host
from renmai.domain.positions.positions import Position, is_same_place
from renmai.domain.ties.basis import BasisEvidence, basis_of
from renmai.domain.ties.ties import DEEP_BONDS, Tie, TieClass

PRIOR_LOG_ODDS = -0.8
"""Of a tie of which nothing is known: three in ten outlive the position."""
CARRIES = {TieClass.STRONG: 1.0, TieClass.WEAK: 0.0, TieClass.PSEUDO: -1.0}
STRENGTH_CARRIES = 1.0
"""What a strength of 100 adds over one of 0."""
BOND_CARRIES = 3.0
"""The owner calls them kin, friend or partner: that is not the position's."""
OUTSIDE_CARRIES = 0.8
"""Something was carried through together that was not of this position."""
STAYS_FROM, LOST_UNTIL = 0.65, 0.35
"""From this chance on a tie is counted as staying, up to the other as lost, as for the basis."""
LEAST_PART = 0.05
"""Less of a tie than this part through the position is not worth a word."""
MOST_STEPS = 3


class Fate(StrEnum):
    """What would become of a tie: it has nothing to do with the position, stays, is open, or is lost."""

    UNTOUCHED = "untouched"
    STAYS = "stays"
    OPEN = "open"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How many acts between me and one person went by which employers' domains; empty for a private way.

    `first_at_epoch_s` and `last_at_epoch_s` are of the first and the last of them.
    """

    person_id: int
    my_host: str
    their_host: str
    acts: int
    first_at_epoch_s: int
    last_at_epoch_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """What a tie is worth beside its strength: counts of what was noted, and whom only they can introduce.

    `owed_points` are what is left of favours I did them, lost with the tie.
    """

    needs: int = 0
    offers: int = 0
    open_cooperations: int = 0
    done_cooperations: int = 0
    owed_points: float = 0.0
    opens: int = 0

    @property
    def things(self) -> float:
        """Return how much hangs on the tie; what is under way counts twice."""
        noted = self.needs + self.offers + self.done_cooperations + self.opens
        return noted + 2 * self.open_cooperations + self.owed_points


@dataclass(frozen=True, slots=True, kw_only=True)
class Staying:
    """The chance, 0 to 1, that a tie outlives the position, with its reasons, the strongest first.

    `part` is how much of the tie passed through the position, 0 to 1.
    """

    chance: float
    part: float
    because: tuple[Because, ...]

    @property
    def fate(self) -> Fate:
        """Return what that means; a tie without the position in it is not at risk at all."""
        if self.part < LEAST_PART:
            return Fate.UNTOUCHED
        if self.chance >= STAYS_FROM:
            return Fate.STAYS
        return Fate.LOST if self.chance <= LOST_UNTIL else Fate.OPEN


def part_at(
    routes: Iterable[Route], position: Position, *, is_mine: bool, since_epoch_s: int | None
) -> float:
    """Return how much of one tie passed through a position, 0 to 1; 0 where nothing did.

    By the domain of whoever holds it; with colleagues the other's domain is the same and counts, too. Where
    no domain of it is known, whatever the other side sent from an employer's address since it began counts.
    """
    known = list(routes)
    sides = {host for route in known for host in (route.my_host, route.their_host)}
    if position.host or any(is_at(host, position) for host in sides):
        through = sum(route.acts for route in known if _is_through(route, position, is_mine))
    else:
        through = sum(route.acts for route in known if _may_be_through(route, since_epoch_s))
    whole = sum(route.acts for route in known)
    return through / whole if whole else 0.0


def _may_be_through(route: Route, since_epoch_s: int | None) -> bool:
    has_begun = since_epoch_s is None or route.last_at_epoch_s >= since_epoch_s
    return has_begun and bool(route.their_host)


def _is_through(route: Route, position: Position, is_mine: bool) -> bool:
    holder = route.my_host if is_mine else route.their_host
    return is_at(holder, position) or (is_mine and is_at(route.their_host, position))


def is_at(host: str, position: Position) -> bool:
    """Tell whether a domain is that of a position's organisation."""
    return bool(host) and is_same_place(
        "", position.organisation, one_host=firm_host(host), other_host=firm_host(position.host)
    )


def staying(tie: Tie, part: float, *, outside: int = 0) -> Staying:
    """Return how likely a tie outlives a position through which `part` of it passed.

    More that speaks for the person never lowers it; the order of evidence changes nothing.

    :param outside: cooperations carried through that were not of this position
    """
    basis = basis_of(tie.basis or BasisEvidence(acts=0))
    correction = tie.correction
    bond = correction.bond.value if correction and correction.bond else None
    carried = [
        ("stays_class_strong", CARRIES.get(TieClass(tie.tie_class), 0.0) if tie.tie_class else 0.0),
        ("stays_bond", BOND_CARRIES if bond in DEEP_BONDS else 0.0),
        ("stays_outside", OUTSIDE_CARRIES if outside else 0.0),
    ]
    odds = log(basis.chance / (1 - basis.chance)) + PRIOR_LOG_ODDS + STRENGTH_CARRIES * tie.strength
    own = 1 / (1 + exp(-(odds + sum(move for _, move in carried))))
    chance = 1 - part * (1 - own)
    numbers = {"outside_times": outside, "bond": str(bond)}
    said = [Because(code, {"move": move, **numbers}) for code, move in carried if move > 0]
    because = [*basis.because, *said]
    because.sort(key=lambda each: (-abs(figure(each.numbers, "move")), each.code))
    return Staying(chance=chance, part=part, because=tuple(because))


def worth(tie: Tie, stakes: Stakes) -> float:
    """Return what a tie is worth here: its strength, raised by what hangs on it, each thing less."""
    return (0.1 + tie.strength) * (1 + log1p(stakes.things))


def loss(tie: Tie, stakes: Stakes, stays: Staying) -> float:
    """Return what leaving is expected to cost of one tie: its worth times the chance that it is lost."""
    return worth(tie, stakes) * (1 - stays.chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """By which private ways somebody could be reached (wechat, phone, messenger, mail), or was."""

    ways: tuple[str, ...] = ()
    is_used: bool = False


def steps(tie: Tie, reach: Reach, stakes: Stakes, *, need: str = "", outside: int = 0) -> tuple[Because, ...]:
    """Return what would make a tie personal, from what is missing in its evidence, the first thing first.

    :param need: what they look for, in the words noted, if anything
    """
    evidence = tie.basis or BasisEvidence(acts=0)
    found: list[Because] = []
    if not reach.ways and not reach.is_used:
        found.append(Because("keep_exchange"))
    elif not reach.is_used:
        found.append(Because(f"keep_use_{reach.ways[0]}"))
    if need:
        found.append(Because("keep_help", {"need": need}))
    if evidence.zoned_acts and not evidence.off_hours_acts:
        found.append(Because("keep_meal"))
    if evidence.contexts < 2:
        found.append(Because("keep_context"))
    if not outside and not stakes.open_cooperations:
        found.append(Because("keep_cooperate"))
    return tuple(found[:MOST_STEPS]) or (Because("keep_word"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the test would have said at a past change, beside what was observed: ties, stayed, predicted.

    `rows` are the same by fate: fate, ties, stayed, predicted (a sum of chances).
    """

    left_on: date
    organisation: str
    ties: int
    stayed: int
    predicted: float
    rows: tuple[tuple[str, int, int, float], ...]


def judged(
    predicted: Mapping[int, Staying], stayed: Collection[int], *, left_on: date, organisation: str
) -> Judged:
    """Return a past change's account; only ties that had the position in them count."""
    touched = {who: each for who, each in predicted.items() if each.fate != Fate.UNTOUCHED}
    rows = [_row(fate, touched, stayed) for fate in (Fate.STAYS, Fate.OPEN, Fate.LOST)]
    return Judged(
        left_on=left_on,
        organisation=organisation,
        ties=len(touched),
        stayed=sum(who in stayed for who in touched),
        predicted=sum(each.chance for each in touched.values()),
        rows=tuple(rows),
    )


def _row(fate: Fate, touched: Mapping[int, Staying], stayed: Collection[int]) -> tuple[str, int, int, float]:
    here: Sequence[int] = [who for who, each in touched.items() if each.fate == fate]
    came = sum(who in stayed for who in here)
    return str(fate), len(here), came, sum(touched[who].chance for who in here)
