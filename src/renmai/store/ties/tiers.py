"""Tiers as the owner chose them (T8); the latest choice for a person stands."""

from collections.abc import Collection, Sequence
from datetime import date

from renmai.domain.ties.ties import REAL_CLASSES, Tie, TieClass, TieState
from renmai.store import models
from renmai.store.people.gone import gone_people
from renmai.store.people.notes import notes
from renmai.store.ties.rows import FIGURES, figures_in

TIER = "tier"


def choices(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, int | None]:
    """Return what the owner chose for everybody they chose for, or for some; None where it was no tier."""
    return {
        each.person_id: each.payload["tier"]
        for each in notes(owner_id, [TIER], [], until=until, person_ids=person_ids)
        if each.person_id is not None
    }


def chosen_since(
    owner_id: int, *, until: date, person_ids: Sequence[int] | None = None
) -> dict[int, tuple[int, date]]:
    """Return the tier of everybody who is in one and not gone, with the day on which it was last chosen."""
    found = notes(owner_id, [TIER], [], until=until, person_ids=person_ids)
    latest = {each.person_id: (each.payload["tier"], each.on) for each in found if each.person_id is not None}
    gone = gone_people(owner_id) if latest else {}
    return {pk: (tier, on) for pk, (tier, on) in latest.items() if tier is not None and pk not in gone}


def tiers(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, int]:
    """Return the tier of everybody who is in one and not gone, by person id; of everybody or of some."""
    found = chosen_since(owner_id, until=until, person_ids=person_ids)
    return {person_id: tier for person_id, (tier, _) in found.items()}


def weighed_for_tiers(owner_id: int, chosen: Collection[int], *, at_most: int) -> dict[int, Tie]:
    """Return the real ties with those the owner chose for, and the strongest that might be proposed.

    Those are strong ties that are awake, and active weak ones; so many more of each than were chosen for as
    are proposed at most.
    """
    real = models.Tie.objects.filter(
        owner_id=owner_id, person__is_person=True, person__is_me=False, person__gone=""
    )
    most = len(chosen) + at_most
    awake = real.filter(tie_class=TieClass.STRONG).exclude(state=TieState.DORMANT)
    lively = real.filter(tie_class=TieClass.WEAK, state=TieState.ACTIVE)
    found = figures_in(real.filter(tie_class__in=REAL_CLASSES, person_id__in=chosen).values_list(*FIGURES))
    for some in (awake, lively):
        found |= figures_in(some.order_by("-strength", "person_id").values_list(*FIGURES)[:most])
    return found
