"""Handles that a split took away from what stayed, so that none stands on both sides afterwards."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from renmai.domain.people.handles import Handle, handle_of
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, among
from renmai.store.people.people import Carrier

TAKEN = "taken"
"""Where a split keeps which mention, by key, carries which handle no more."""


def on_both_sides(cursor: Cursor, mentions: Sequence[Carrier], leaving: set[int]) -> list[list[str]]:
    """Return which of those who stay carry a handle that leaves, beside others of their own.

    Who carries nothing else keeps it: then the address is two people's, and names tell them apart.
    """
    gone = frozenset[int]().union(*(each.handle_ids for each in mentions if each.id in leaving))
    shared = [
        (each.key, pk)
        for each in mentions
        if each.id not in leaving and each.handle_ids - gone
        for pk in sorted(each.handle_ids & gone)
    ]
    condition, listed = among("id", sorted({pk for _, pk in shared}))
    cursor.execute(f"SELECT id, kind, value FROM renmai_handle WHERE {condition}", [listed])
    text_of = {pk: str(Handle(kind, value)) for pk, kind, value in cursor.fetchall()}
    return [[key, text_of[pk]] for key, pk in shared]


def take_away(cursor: Cursor, owner_id: int) -> None:
    """Let what stayed after a split carry no handle that left, also where a record was read anew."""
    for split in decisions.standing(owner_id, "split"):
        for mention_id, handle_id in _rows(cursor, owner_id, split.payload.get(TAKEN, ())):
            cursor.execute(
                "DELETE FROM renmai_mentionhandle WHERE mention_id = %s AND handle_id = %s",
                [mention_id, handle_id],
            )


def give_back(cursor: Cursor, owner_id: int, payload: Mapping[str, Any]) -> None:
    """Let mentions carry again what a split that is undone had taken from them."""
    for mention_id, handle_id in _rows(cursor, owner_id, payload.get(TAKEN, ())):
        cursor.execute(
            "INSERT INTO renmai_mentionhandle (mention_id, handle_id, place) "
            "SELECT %s, %s, COALESCE(MAX(place), -1) + 1 FROM renmai_mentionhandle WHERE mention_id = %s "
            "HAVING SUM(CASE WHEN handle_id = %s THEN 1 ELSE 0 END) IS NULL "
            "OR SUM(CASE WHEN handle_id = %s THEN 1 ELSE 0 END) = 0",
            [mention_id, handle_id, mention_id, handle_id, handle_id],
        )


def _rows(cursor: Cursor, owner_id: int, taken: Iterable[Sequence[str]]) -> list[tuple[int, int]]:
    """Return the mention and the handle of each, by row, of those that are still there."""
    found = []
    for key, text in taken:
        kind, value = handle_of(text)
        cursor.execute(
            "SELECT m.id, h.id FROM renmai_mention m CROSS JOIN renmai_handle h "
            "WHERE m.owner_id = %s AND m.key = %s AND h.owner_id = %s AND h.kind = %s AND h.value = %s",
            [owner_id, key, owner_id, kind, value],
        )
        found += [(int(row[0]), int(row[1])) for row in cursor.fetchall()]
    return found
