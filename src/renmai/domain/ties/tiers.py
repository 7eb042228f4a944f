"""Tiers (T8) and the ladder (T7): who belongs to the five, the fifty, the hundred; what the next rung is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from renmai.domain.ties.ties import REPEATED, Tie, TieClass, TieState


class Tier(IntEnum):
    """A circle by its size."""

    KEY = 5
    CLOSE = 50
    WIDER = 100


RHYTHM_DAYS = {Tier.KEY: 14, Tier.CLOSE: 30, Tier.WIDER: 90}
"""How often somebody of a tier should hear from me at least."""
LIVELY = 0.5
"""A weak tie at least so strong belongs to the wider circle; below, it is as likely to fall silent as not."""

MOST_PROPOSED = 5
"""So many are proposed at once, to step in or to step out of one tier."""


class Rung(StrEnum):
    """The next step of a tie."""

    FIRST_COOPERATION = "first_cooperation"  # pseudo to weak
    REPEAT_COOPERATION = "repeat_cooperation"  # weak to strong
    WAKE = "wake"  # a strong tie that sleeps
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class TierProposal:
    """Somebody the figures would put into a tier, or further out where `from_tier` holds too many."""

    person_id: int
    tier: Tier
    strength: float
    from_tier: Tier | None = None


def rung_of(tie: Tie | None, finished: int) -> Rung:
    """Return the next rung of a tie with so many finished cooperations (T7)."""
    if tie is None or (tie.tie_class == TieClass.PSEUDO and not finished):
        return Rung.FIRST_COOPERATION
    if tie.tie_class == TieClass.STRONG:
        return Rung.WAKE if tie.state == TieState.DORMANT else Rung.KEEP
    return Rung.KEEP if finished >= REPEATED else Rung.REPEAT_COOPERATION


def overdue_days(tier: int, silent_days: int) -> int:
    """Return for how many days somebody of a tier should have heard from me by now; 0 where it is in time."""
    return max(0, silent_days - RHYTHM_DAYS[Tier(tier)])


def counts(tiers: Mapping[int, int]) -> dict[Tier, int]:
    """Return how many are in each tier; `tiers` maps people to theirs."""
    return {tier: sum(1 for each in tiers.values() if each == tier) for tier in Tier}


def too_full(tiers: Mapping[int, int]) -> dict[Tier, int]:
    """Return by tier how many more are in it than it holds; `tiers` maps people to theirs."""
    return {tier: count - tier for tier, count in counts(tiers).items() if count > tier}


def proposals(
    ties: Iterable[Tie], chosen: Mapping[int, int | None], *, at_most: int = MOST_PROPOSED
) -> list[TierProposal]:
    """Return who should stand in a tier and was never thought of, as long as there is room there.

    Strong ties go to the innermost tier with room, by strength; lively weak ones to the wider circle. Equal
    strengths are ordered by id.

    :param chosen: what the owner chose, by person; who was put into no tier on purpose is not proposed again
    """
    full = counts({person_id: tier for person_id, tier in chosen.items() if tier is not None})
    room = {tier: tier - full[tier] for tier in Tier}
    free = sorted(
        (tie for tie in ties if tie.person_id not in chosen and _fits(tie)),
        key=lambda tie: (tie.tie_class != TieClass.STRONG, -tie.strength, tie.person_id),
    )
    found: list[TierProposal] = []
    for tie in free:
        open_to = Tier if tie.tie_class == TieClass.STRONG else (Tier.WIDER,)
        tier = next((each for each in open_to if room[each] > 0), None)
        if tier is None or len(found) == at_most:
            break
        room[tier] -= 1
        found.append(TierProposal(person_id=tie.person_id, tier=tier, strength=tie.strength))
    return found


def outward(
    ties: Mapping[int, Tie], tiers: Mapping[int, int], *, at_most: int = MOST_PROPOSED
) -> Iterator[TierProposal]:
    """Yield who might step out of a tier that holds too many: its faintest ties, one tier further out."""
    for tier, over in too_full(tiers).items():
        of_it = sorted(
            (person_id for person_id, each in tiers.items() if each == tier),
            key=lambda person_id: (_strength(ties.get(person_id)), person_id),
        )
        for outer in [each for each in Tier if each > tier][:1]:
            for person_id in of_it[: min(over, at_most)]:
                strength = _strength(ties.get(person_id))
                yield TierProposal(person_id=person_id, tier=outer, strength=strength, from_tier=tier)


def _fits(tie: Tie) -> bool:
    is_lively = tie.tie_class == TieClass.WEAK and tie.state == TieState.ACTIVE and tie.strength >= LIVELY
    return (tie.tie_class == TieClass.STRONG and tie.state != TieState.DORMANT) or is_lively


def _strength(tie: Tie | None) -> float:
    return tie.strength if tie else 0.0
