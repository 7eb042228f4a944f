"""Unheard: somebody of a tier with whom no contact can be seen, as one calls or meets them (T8)."""

from datetime import date

from renmai.domain.ties.tiers import RHYTHM_DAYS, Tier, overdue_days
from renmai.domain.ties.ties import Tie
from renmai.domain.today.candidates import CHOSEN, GREETING, worth_of
from renmai.domain.today.plan import Candidate, PlanKind, key_of


def unheard(
    person_id: int, anchor: str, tie: Tie | None, *, today: date, since: date, tier: int
) -> Candidate | None:
    """Return a greeting for somebody of a tier with whom no contact can be seen, once its days are over (T8).

    :param since: the day on which the owner chose the tier, or last called something done with them
    """
    silent_days = (today - since).days
    if not overdue_days(tier, silent_days):
        return None
    return Candidate(
        key=key_of(PlanKind.COOLING, anchor, since.isoformat()),
        person_id=person_id,
        kind=PlanKind.COOLING,
        worth=worth_of(tie),
        urgency=min(1.0, GREETING + CHOSEN),
        numbers={
            "tier": tier,
            "tier_days": RHYTHM_DAYS[Tier(tier)],
            "silent_days": silent_days,
            "is_unheard": True,
        },
        is_by_tier=True,
    )
