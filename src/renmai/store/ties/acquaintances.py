"""Acquaintances as a cache: whether what is kept still holds, keeping what was computed, reading it."""

from collections.abc import Sequence

from django.db import connection

from renmai.domain.ties.acquaintances import Acquaintance
from renmai.store.book.bulk import caching, insert
from renmai.store.models import Interaction, Owner

COLUMNS = ("owner_id", "a_id", "b_id", "probability")


def are_kept(owner_id: int, as_of_epoch_s: int) -> bool:
    """Tell whether what is kept holds as of a moment: no change since, and no act between the two moments."""
    kept_as_of, kept_change, change = Owner.objects.values_list(
        "acquaintances_as_of_epoch_s", "acquaintances_change", "changes"
    ).get(pk=owner_id)
    if kept_as_of is None or kept_change != change:
        return False
    first, last = sorted((kept_as_of, as_of_epoch_s))
    between = Interaction.objects.filter(owner_id=owner_id, at_epoch_s__gte=first, at_epoch_s__lt=last)
    return not between.exists()


def keep(owner_id: int, found: Sequence[Acquaintance], *, as_of_epoch_s: int, change: int) -> None:
    """Replace what is kept; it stands for the book as it was when `change` was read."""
    rows = [(owner_id, each.a, each.b, each.probability) for each in found]
    with caching(owner_id) as cursor:
        cursor.execute("DELETE FROM renmai_acquaintance WHERE owner_id = %s", [owner_id])
        insert(cursor, "renmai_acquaintance", COLUMNS, rows)
        cursor.execute(
            "UPDATE renmai_owner SET acquaintances_as_of_epoch_s = %s, acquaintances_change = %s "
            "WHERE id = %s",
            [as_of_epoch_s, change, owner_id],
        )


def kept(owner_id: int) -> tuple[Acquaintance, ...]:
    """Return what is kept of people who are still in the book, by their ids."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT k.a_id, k.b_id, k.probability FROM renmai_acquaintance k "
            "JOIN renmai_person a ON a.id = k.a_id JOIN renmai_person b ON b.id = k.b_id "
            "WHERE k.owner_id = %s AND a.owner_id = k.owner_id AND b.owner_id = k.owner_id "
            "ORDER BY k.a_id, k.b_id",
            [owner_id],
        )
        return tuple(Acquaintance(*row) for row in cursor.fetchall())


def known_to(owner_id: int, person_id: int, *, least: float) -> list[int]:
    """Return who most likely knows somebody, the likeliest first, of people who are still there.

    :param least: the least chance, 0 to 1
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.id FROM ("
            " SELECT k.b_id AS other, k.probability FROM renmai_acquaintance k"
            " WHERE k.owner_id = %s AND k.a_id = %s"
            " UNION ALL"
            " SELECT k.a_id, k.probability FROM renmai_acquaintance k WHERE k.owner_id = %s AND k.b_id = %s"
            ") AS near JOIN renmai_person o ON o.id = near.other "
            "WHERE o.owner_id = %s AND o.gone = '' AND near.probability >= %s "
            "ORDER BY near.probability DESC, o.id",
            [owner_id, person_id, owner_id, person_id, owner_id, least],
        )
        return [row[0] for row in cursor.fetchall()]
