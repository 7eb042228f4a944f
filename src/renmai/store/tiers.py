"""Tiers as the owner chose them (T8); the latest choice for a person stands."""

from datetime import date

from renmai.store.notes import notes

TIER = "tier"


def tiers(owner_id: int, *, until: date) -> dict[int, int]:
    """Return the tier of everybody who is in one, by person id."""
    chosen = {
        each.person_id: each.payload["tier"]
        for each in notes(owner_id, [TIER], [], until=until)
        if each.person_id is not None
    }
    return {person_id: tier for person_id, tier in chosen.items() if tier is not None}
