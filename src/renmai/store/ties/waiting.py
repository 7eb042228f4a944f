"""What waits between the owner and some people: a letter of theirs, or one of the owner's that asks."""

from collections.abc import Iterable
from typing import NamedTuple

from renmai.store.models import Interaction, OpenLetter


class Waits(NamedTuple):
    """One letter without its answer; `is_from_me` says who waits for whom, `asks` whether it asks."""

    person_id: int
    is_from_me: bool
    at_epoch_s: int
    asks: bool


def waiting_with(owner_id: int, person_ids: Iterable[int]) -> list[Waits]:
    """Return the letters that wait between the owner and these people."""
    rows = list(OpenLetter.objects.filter(owner_id=owner_id, person_id__in=list(person_ids)))
    asking = set(
        Interaction.objects.filter(pk__in=[row.interaction_id for row in rows], asks=True).values_list(
            "pk", flat=True
        )
    )
    return [
        Waits(row.person_id, row.is_from_me, row.at_epoch_s, row.interaction_id in asking) for row in rows
    ]
