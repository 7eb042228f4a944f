"""What passed with each person, as kept beside the ties: on which days, and by which of whose mentions."""

from collections.abc import Iterable, Sequence
from json import loads
from typing import NamedTuple

from django.db import connection

from renmai.store.book.bulk import Cursor, among, insert
from renmai.store.book.once import of_each_once

COLUMNS = ("owner_id", "person_id", "days", "routes")


class TrailDay(NamedTuple):
    """What passed on one day, counted as `date.toordinal` does: acts from me, acts from them."""

    day: int
    from_me: int
    from_them: int


class TrailWay(NamedTuple):
    """The direct acts between one of my mentions and one of theirs: how many, the first and the last."""

    mine: int
    theirs: int
    acts: int
    first_at_epoch_s: int
    last_at_epoch_s: int


def keep(
    cursor: Cursor, owner_id: int, found: Iterable[tuple[int, str, str]], person_ids: Iterable[int] | None
) -> None:
    """Replace what is kept of everybody, or of some."""
    if person_ids is None:
        cursor.execute("DELETE FROM renmai_trail WHERE owner_id = %s", [owner_id])
    else:
        condition, listed = among("person_id", person_ids)
        cursor.execute(f"DELETE FROM renmai_trail WHERE owner_id = %s AND {condition}", [owner_id, listed])
    insert(cursor, "renmai_trail", COLUMNS, [(owner_id, *row) for row in found])


def days_with(owner_id: int, person_id: int) -> list[TrailDay]:
    """Return the days of two years on which something passed with somebody, oldest first."""
    numbers = loads(_kept(owner_id, [person_id]).get(person_id, ("[]", ""))[0])
    return [TrailDay(*numbers[place : place + 3]) for place in range(0, len(numbers), 3)]


def ways_to(owner_id: int, person_ids: Iterable[int]) -> dict[int, list[TrailWay]]:
    """Return by which mentions direct acts with some people went, over all years."""
    return {
        person_id: [TrailWay(*numbers[place : place + 5]) for place in range(0, len(numbers), 5)]
        for person_id, numbers in (
            (pk, loads(routes)) for pk, (_days, routes) in _kept(owner_id, person_ids).items()
        )
    }


@of_each_once
def _kept(owner_id: int, person_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return the texts of days and of ways that are kept of some people."""
    condition, listed = among("person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT person_id, days, routes FROM renmai_trail WHERE owner_id = %s AND {condition}",
            [owner_id, listed],
        )
        return {pk: (days, routes) for pk, days, routes in cursor.fetchall()}
