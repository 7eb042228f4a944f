"""Tiers (T8) and the ladder (T7): who belongs to the five, the fifty, the hundred; what the next rung is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from renmai.domain.ties import Tie, TieClass, TieState


class Tier(IntEnum):
    """A circle by its size."""

    KEY = 5
    CLOSE = 50
    WIDER = 100


RHYTHM_DAYS = {Tier.KEY: 14, Tier.CLOSE: 30, Tier.WIDER: 90}
"""How often somebody of a tier should hear from me at least."""


class Rung(StrEnum):
    """The next step of a tie."""

    FIRST_COOPERATION = "first_cooperation"  # pseudo to weak
    REPEAT_COOPERATION = "repeat_cooperation"  # weak to strong
    WAKE = "wake"  # a strong tie that sleeps
    KEEP = "keep"


REPEATED = 2
"""So many finished cooperations show the person behind the role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TierProposal:
    """Somebody the figures would put into a tier."""

    person_id: int
    tier: Tier
    strength: float


def rung_of(tie: Tie | None, finished: int) -> Rung:
    """Return the next rung of a tie with so many finished cooperations (T7)."""
    if tie is None or (tie.tie_class == TieClass.PSEUDO and not finished):
        return Rung.FIRST_COOPERATION
    if tie.tie_class == TieClass.STRONG:
        return Rung.WAKE if tie.state == TieState.DORMANT else Rung.KEEP
    return Rung.KEEP if finished >= REPEATED else Rung.REPEAT_COOPERATION


def too_full(tiers: Mapping[int, int]) -> dict[Tier, int]:
    """Return by tier how many more are in it than it holds; `tiers` maps people to theirs."""
    counts = {tier: sum(1 for each in tiers.values() if each == tier) for tier in Tier}
    return {tier: count - tier for tier, count in counts.items() if count > tier}


def proposals(ties: Iterable[Tie], tiers: Mapping[int, int], *, at_most: int = 5) -> list[TierProposal]:
    """Return who should stand in a tier by strength and is in none, as long as there is room there.

    The first go to the inner tier; equal strengths are ordered by id.
    """
    room = {tier: tier - sum(1 for each in tiers.values() if each == tier) for tier in Tier}
    free = sorted(
        (tie for tie in ties if tie.tie_class == TieClass.STRONG and tie.person_id not in tiers),
        key=lambda tie: (-tie.strength, tie.person_id),
    )
    found: list[TierProposal] = []
    for tie in free:
        tier = next((each for each in Tier if room[each] > 0), None)
        if tier is None or len(found) == at_most:
            break
        room[tier] -= 1
        found.append(TierProposal(person_id=tie.person_id, tier=tier, strength=tie.strength))
    return found
