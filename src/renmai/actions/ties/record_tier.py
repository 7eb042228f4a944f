"""Record into which tier the owner puts somebody (T8)."""

from datetime import date, datetime

from renmai.actions.book.noting import somebody
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.ties.tiers import Tier
from renmai.store.book.bulk import writing
from renmai.store.people.gone import gone_people
from renmai.store.people.notes import note
from renmai.store.ties import tiers


class NoSuchTier(Refused):
    """There is no tier of that size, or none for somebody who is gone."""


def record_tier(viewer: Viewer, person_id: int, tier: int | None, *, now: datetime, on: date) -> int | None:
    """Put somebody into a tier, or into none; return the decision's id, None where they were there already.

    Into no tier is a choice too: the program does not propose this person again.

    :raises NoSuchTier: if there is none of that size, or they are archived or deceased
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id = viewer.owner_id
    if tier is not None and tier not in set(Tier):
        raise NoSuchTier("no_such_tier", tier=tier)
    with writing(owner_id):
        somebody(owner_id, person_id)
        if tier is not None and person_id in gone_people(owner_id):
            raise NoSuchTier("tier_of_gone")
        chosen = tiers.choices(owner_id, until=date.max, person_ids=[person_id])
        if person_id in chosen and chosen[person_id] == tier:
            return None
        payload: dict[str, object] = {"tier": None if tier is None else int(tier)}
        return note(owner_id, kind=tiers.TIER, person_id=person_id, payload=payload, on=on, now=now)
