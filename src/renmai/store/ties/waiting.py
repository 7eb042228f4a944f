"""What waits between the owner and some people: a letter of theirs, or one of the owner's that asks."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import connection

from renmai.store.book.bulk import among
from renmai.store.book.once import of_each_once


class Waits(NamedTuple):
    """One letter without its answer; `is_from_me` says who waits for whom, `asks` whether it asks.

    `tries` of the one who waits were in vain so far.
    """

    person_id: int
    is_from_me: bool
    at_epoch_s: int
    asks: bool
    tries: int


def waiting_with(owner_id: int, person_ids: Iterable[int]) -> list[Waits]:
    """Return the letters that wait between the owner and these people."""
    return [each for waiting in _waiting(owner_id, person_ids).values() for each in waiting]


@of_each_once
def _waiting(owner_id: int, person_ids: Sequence[int]) -> dict[int, list[Waits]]:
    condition, listed = among("o.person_id", person_ids)
    found: dict[int, list[Waits]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.person_id, o.is_from_me, o.at_epoch_s, i.asks, o.tries "
            "FROM renmai_openletter o LEFT JOIN renmai_interaction i ON i.id = o.interaction_id "
            f"WHERE o.owner_id = %s AND {condition}",
            [owner_id, listed],
        )
        for person_id, is_from_me, at_epoch_s, asks, tries in cursor.fetchall():
            waits = Waits(person_id, bool(is_from_me), at_epoch_s, bool(asks), tries)
            found.setdefault(person_id, []).append(waits)
    return found
