"""Reply habits as a cache: how everybody answers what the owner sends, kept beside the ties."""

from collections.abc import Iterable, Sequence
from json import dumps, loads

from django.db import connection

from renmai.domain.ties.replies import NO_HABIT, ReplyHabit, ReplyOutlook, outlook_of
from renmai.store.book.bulk import Cursor, among, insert
from renmai.store.book.once import of_each_once

EVERYBODY = 0
"""The person under which the sum of all habits stands, so that a look at a few need not add up all."""
COLUMNS = ("owner_id", "person_id", "asked", "counts")


def keep_habits(
    cursor: Cursor, owner_id: int, found: Iterable[tuple[int, ReplyHabit]], person_ids: Iterable[int] | None
) -> None:
    """Replace the habits of everybody, or of some, and those of people who are gone."""
    whole = NO_HABIT
    if person_ids is None:
        cursor.execute("DELETE FROM renmai_replyhabit WHERE owner_id = %s", [owner_id])
    else:
        whole = _without(cursor, owner_id, person_ids)
    kept = [(person_id, habit) for person_id, habit in found if habit.asked]
    for _, habit in kept:
        whole = whole.plus(habit)
    rows = [
        (owner_id, person_id, habit.asked, dumps(habit.counts))
        for person_id, habit in [*kept, (EVERYBODY, whole)]
    ]
    insert(cursor, "renmai_replyhabit", COLUMNS, rows)


def _without(cursor: Cursor, owner_id: int, person_ids: Iterable[int]) -> ReplyHabit:
    """Remove the habits of some and of those who are gone, and return the sum of the rest."""
    condition, listed = among("h.person_id", person_ids)
    cursor.execute(
        f"""
        SELECT h.person_id, h.asked, h.counts FROM renmai_replyhabit h
        LEFT JOIN renmai_person p ON p.id = h.person_id
        WHERE h.owner_id = %s AND (p.id IS NULL OR {condition})
        """,
        [owner_id, listed],
    )
    removed = {person_id: _habit(asked, counts) for person_id, asked, counts in cursor.fetchall()}
    condition, listed = among("person_id", removed)
    cursor.execute(f"DELETE FROM renmai_replyhabit WHERE owner_id = %s AND {condition}", [owner_id, listed])
    whole = removed.pop(EVERYBODY, NO_HABIT)
    for habit in removed.values():
        whole = whole.plus(habit, times=-1)
    return whole


def outlooks(owner_id: int, person_ids: Iterable[int]) -> dict[int, ReplyOutlook]:
    """Return what to expect of each of some people."""
    wanted = list(person_ids)
    habits = _habits(owner_id, [*wanted, EVERYBODY])
    everybody = habits.get(EVERYBODY, NO_HABIT)
    return {person_id: outlook_of(habits.get(person_id, NO_HABIT), everybody) for person_id in wanted}


@of_each_once
def _habits(owner_id: int, person_ids: Sequence[int]) -> dict[int, ReplyHabit]:
    condition, listed = among("person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT person_id, asked, counts FROM renmai_replyhabit WHERE owner_id = %s AND {condition}",
            [owner_id, listed],
        )
        return {person_id: _habit(asked, counts) for person_id, asked, counts in cursor.fetchall()}


def _habit(asked: int, counts: str) -> ReplyHabit:
    return ReplyHabit(asked, tuple(loads(counts)))
