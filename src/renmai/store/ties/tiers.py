"""Tiers as the owner chose them (T8); the latest choice for a person stands."""

from collections.abc import Sequence
from datetime import date

from renmai.store.people.notes import notes

TIER = "tier"


def choices(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, int | None]:
    """Return what the owner chose for everybody they chose for, or for some; None where it was no tier."""
    return {
        each.person_id: each.payload["tier"]
        for each in notes(owner_id, [TIER], [], until=until, person_ids=person_ids)
        if each.person_id is not None
    }


def tiers(owner_id: int, *, until: date, person_ids: Sequence[int] | None = None) -> dict[int, int]:
    """Return the tier of everybody who is in one, by person id; of everybody or of some."""
    chosen = choices(owner_id, until=until, person_ids=person_ids)
    return {person_id: tier for person_id, tier in chosen.items() if tier is not None}
