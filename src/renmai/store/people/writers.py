"""Under which names addresses write and are copied, as far as that tells whose they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations

from renmai.domain.capture.interactions import Role
from renmai.domain.people.handles import Handle, undisguised
from renmai.domain.people.names import are_surely_different
from renmai.domain.people.writers import FEWEST_COPIES, is_contested, is_human_name, names_nobody
from renmai.store.book.bulk import Cursor, among


def contested_and_teams(cursor: Cursor, handles: Iterable[tuple[int, Handle]]) -> tuple[set[int], set[int]]:
    """Return which of these addresses several humans write from, and which are nobody's but a team's.

    :param handles: row and value of each
    """
    local_of = {pk: undisguised(handle).value.rpartition("@")[0] for pk, handle in handles}
    names: dict[int, set[str]] = defaultdict(set)
    condition, listed = among("c.handle_id", list(local_of))
    cursor.execute(
        "SELECT DISTINCT c.handle_id, m.name FROM renmai_mentionhandle c "
        f"JOIN renmai_mention m ON m.id = c.mention_id WHERE {condition}",
        [listed],
    )
    for pk, name in cursor.fetchall():
        names[pk].add(name)
    letters = _letters(cursor, [pk for pk, called in names.items() if _may_be_several(called)])
    contested = {pk for pk, counts in letters.items() if is_contested(counts, local_of[pk])}
    nobodys = [pk for pk, called in names.items() if names_nobody(called, local_of[pk])]
    return contested, _often_copied(cursor, nobodys)


def _may_be_several(names: Collection[str]) -> bool:
    """Tell whether two of the names surely are two humans', whoever wrote under them."""
    humans = sorted(filter(is_human_name, names))
    return any(are_surely_different(one, other) for one, other in combinations(humans[:50], 2))


def _letters(cursor: Cursor, handle_ids: list[int]) -> dict[int, dict[str, int]]:
    """Return how many letters were written from addresses under each name."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    if handle_ids:
        condition, listed = among("c.handle_id", handle_ids)
        cursor.execute(
            "SELECT c.handle_id, m.name, COUNT(*) FROM renmai_mentionhandle c "
            "CROSS JOIN renmai_mention m CROSS JOIN renmai_participation p "
            "WHERE m.id = c.mention_id AND p.mention_id = m.id AND p.role = %s "
            f"AND {condition} GROUP BY c.handle_id, m.name",
            [Role.SENDER, listed],
        )
        for pk, name, count in cursor.fetchall():
            found[pk][name] = count
    return found


def _often_copied(cursor: Cursor, handle_ids: list[int]) -> set[int]:
    """Return the addresses that never wrote and that many different people copied, and that no card bears.

    Written to alone is not copied: so the owner's own inbox looks as long as nobody said whose it is.
    """
    if not handle_ids:
        return set()
    condition, listed = among("c.handle_id", handle_ids)
    cursor.execute(
        "SELECT c.handle_id FROM renmai_mentionhandle c CROSS JOIN renmai_mention m "
        "CROSS JOIN renmai_participation p CROSS JOIN renmai_participation s "
        "CROSS JOIN renmai_mentionhandle theirs CROSS JOIN renmai_interaction i "
        "WHERE m.id = c.mention_id AND p.mention_id = m.id AND s.interaction_id = p.interaction_id "
        "AND i.id = p.interaction_id AND i.audience > 1 "
        f"AND s.role IN (%s, %s) AND theirs.mention_id = s.mention_id AND theirs.place = 0 AND {condition} "
        "GROUP BY c.handle_id HAVING COUNT(DISTINCT theirs.handle_id) >= %s "
        "AND SUM(CASE WHEN p.role = %s THEN 1 ELSE 0 END) = 0",
        [Role.SENDER, Role.ORGANISER, listed, FEWEST_COPIES, Role.SENDER],
    )
    copied = {row[0] for row in cursor.fetchall()}
    condition, listed = among("c.handle_id", sorted(copied))
    cursor.execute(
        "SELECT DISTINCT c.handle_id FROM renmai_mentionhandle c "
        "JOIN renmai_mention m ON m.id = c.mention_id "
        f"WHERE m.record_id IS NOT NULL AND {condition}",
        [listed],
    )
    return copied - {row[0] for row in cursor.fetchall()}
