"""The mentions that may have to do with each other, read out of the database as identity sees them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from renmai.domain.people.cards import CardSubject, born_as
from renmai.domain.people.decided import ANCHOR_OF_MENTION, anchors_in
from renmai.domain.people.handles import Handle, HandleKind, HandleNature, handle_of, spelt_otherwise
from renmai.domain.people.known import Known, known_of
from renmai.domain.people.mentions import BIRTHDAY, ME, SHARED, SORT
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, among


class MentionRow(NamedTuple):
    """A mention with its row: what it belongs to now, which person id it founded, how often it was met."""

    id: int
    known: Known
    person_id: int | None
    home_id: int | None
    uses: int

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every text by which a decision may name it."""
        return ANCHOR_OF_MENTION + self.known.key, *(str(handle) for handle, _ in self.known.handles)


def connected(cursor: Cursor, owner_id: int, mention_ids: Iterable[int]) -> list[MentionRow]:
    """Return these mentions, the decided, and all that share a handle, a person, or name and birthday.

    Whom another mention names by key is taken in with it, and carries that handle, too.
    A disguised address is shared with the address that it shows.
    """
    seen: set[int] = set()
    named = _named_by_key(cursor, owner_id)
    frontier = set(mention_ids) | _decided_on(cursor, owner_id)
    is_any_disguised = _is_any_disguised(cursor, owner_id)
    while frontier:
        seen |= frontier
        condition, value = among("mention_id", sorted(frontier))
        cursor.execute(
            "SELECT DISTINCT mention_id FROM renmai_mentionhandle WHERE handle_id IN "
            f"(SELECT handle_id FROM renmai_mentionhandle WHERE {condition})",
            [value],
        )
        near = {row[0] for row in cursor.fetchall()}
        condition, value = among("id", sorted(frontier))
        cursor.execute(
            "SELECT id FROM renmai_mention WHERE person_id IN "
            f"(SELECT person_id FROM renmai_mention WHERE {condition})",
            [value],
        )
        near.update(row[0] for row in cursor.fetchall())
        near.update(_born_alike(cursor, owner_id, frontier))
        for pk in frontier & named.keys():
            near |= named[pk]
        if is_any_disguised:
            near.update(_spelt_otherwise(cursor, owner_id, frontier))
        frontier = near - seen
    return _rows(cursor, owner_id, sorted(seen), named.keys())


def _named_by_key(cursor: Cursor, owner_id: int) -> dict[int, set[int]]:
    """Return the mentions that others name by key, with those others, and the others with whom they name."""
    cursor.execute(
        "SELECT m.id, c.mention_id FROM renmai_handle h JOIN renmai_mentionhandle c ON c.handle_id = h.id "
        "JOIN renmai_mention m ON m.owner_id = h.owner_id AND m.key = h.value "
        "WHERE h.owner_id = %s AND h.kind = %s",
        [owner_id, str(HandleKind.MENTION)],
    )
    found = defaultdict(set)
    for pk, other in cursor.fetchall():
        found[pk].add(other)
        found[other].add(pk)
    return found


def _is_any_disguised(cursor: Cursor, owner_id: int) -> bool:
    cursor.execute(
        "SELECT 1 FROM renmai_handle WHERE owner_id = %s AND kind = %s LIMIT 1",
        [owner_id, str(HandleKind.DISGUISED)],
    )
    return cursor.fetchone() is not None


def _spelt_otherwise(cursor: Cursor, owner_id: int, mention_ids: Iterable[int]) -> set[int]:
    """Return the mentions that carry an address of these disguised, or the address behind a disguise."""
    condition, value = among("c.mention_id", sorted(mention_ids))
    cursor.execute(
        "SELECT DISTINCT h.kind, h.value FROM renmai_mentionhandle c "
        f"JOIN renmai_handle h ON h.id = c.handle_id WHERE h.kind IN (%s, %s) AND {condition}",
        [str(HandleKind.MAIL), str(HandleKind.DISGUISED), value],
    )
    return mentions_at(cursor, owner_id, spelt_otherwise(Handle(*row) for row in cursor.fetchall()))


def _born_alike(cursor: Cursor, owner_id: int, mention_ids: Iterable[int]) -> set[int]:
    """Return the cards that agree in name and birthday with any of these."""
    condition, value = among("mention_id", sorted(mention_ids))
    cursor.execute(f"SELECT value FROM renmai_fact WHERE kind = %s AND {condition}", [BIRTHDAY, value])
    days = sorted({row[0] for row in cursor.fetchall()})
    if not days:
        return set()
    condition, value = among("f.value", days)
    cursor.execute(
        "SELECT m.id, m.name, f.value FROM renmai_fact f JOIN renmai_mention m ON m.id = f.mention_id "
        f"WHERE m.owner_id = %s AND m.record_id IS NOT NULL AND f.kind = %s AND {condition}",
        [owner_id, BIRTHDAY, value],
    )
    found = defaultdict(set)
    for pk, name, day in cursor.fetchall():
        found[born_as(CardSubject(name, day))].add(pk)
    found.pop(None, None)
    asked = set(mention_ids)
    return {pk for alike in found.values() if alike & asked for pk in alike}


def unresolved(cursor: Cursor, owner_id: int) -> set[int]:
    """Return what has no person yet: what just came in, and what an import that was killed has left."""
    cursor.execute("SELECT id FROM renmai_mention WHERE owner_id = %s AND person_id IS NULL", [owner_id])
    return {row[0] for row in cursor.fetchall()}


def _decided_on(cursor: Cursor, owner_id: int) -> set[int]:
    """Return the mentions that decisions name, and the owner's: by their handles or by a trace's own word."""
    anchors = set(anchors_in(decisions.identity(owner_id)))
    my_handles = decisions.my_handles(owner_id)
    anchors.update([*map(str, my_handles), *spelt_otherwise(my_handles)])
    cursor.execute(
        "SELECT m.id FROM renmai_mention m JOIN renmai_person p ON p.id = m.person_id "
        "WHERE p.owner_id = %s AND p.is_me",
        [owner_id],
    )
    mine = {row[0] for row in cursor.fetchall()}
    return mine | mentions_at(cursor, owner_id, anchors) | _under_my_tags(cursor, owner_id)


def _under_my_tags(cursor: Cursor, owner_id: int) -> set[int]:
    """Return the mentions at the owner's own addresses with a tag, `ada+work@example.org`."""
    found: set[int] = set()
    for mine in decisions.my_handles(owner_id):
        if mine.kind != HandleKind.MAIL:
            continue
        local, _, host = mine.value.rpartition("@")
        cursor.execute(
            "SELECT c.mention_id, h.value FROM renmai_mentionhandle c "
            "JOIN renmai_handle h ON h.id = c.handle_id "
            "WHERE h.owner_id = %s AND h.kind = %s AND h.value >= %s AND h.value < %s",
            [owner_id, str(HandleKind.MAIL), f"{local}+", f"{local},"],
        )
        found.update(pk for pk, value in cursor.fetchall() if value.endswith(f"@{host}"))
    return found


def mentions_at(cursor: Cursor, owner_id: int, anchors: Iterable[str]) -> set[int]:
    """Return the mentions that anchors name: one by its key with all that name it so, or all that carry a
    handle.
    """
    keys, values = [], defaultdict(list)
    for anchor in sorted(anchors):
        handle = handle_of(anchor)
        values[handle.kind].append(handle.value)
        if anchor.startswith(ANCHOR_OF_MENTION):
            keys.append(handle.value)
    found: set[int] = set()
    if keys:
        condition, value = among("key", keys)
        cursor.execute(
            f"SELECT id FROM renmai_mention WHERE owner_id = %s AND {condition}", [owner_id, value]
        )
        found.update(row[0] for row in cursor.fetchall())
    for kind, texts in values.items():
        condition, value = among("h.value", texts)
        cursor.execute(
            "SELECT c.mention_id FROM renmai_mentionhandle c JOIN renmai_handle h ON h.id = c.handle_id "
            f"WHERE h.owner_id = %s AND h.kind = %s AND {condition}",
            [owner_id, kind, value],
        )
        found.update(row[0] for row in cursor.fetchall())
    return found


def _rows(cursor: Cursor, owner_id: int, mention_ids: list[int], named: Collection[int]) -> list[MentionRow]:
    condition, value = among("c.mention_id", mention_ids)
    cursor.execute(
        "SELECT c.mention_id, h.kind, h.value, h.nature FROM renmai_mentionhandle c "
        f"JOIN renmai_handle h ON h.id = c.handle_id WHERE {condition} ORDER BY c.mention_id, c.place",
        [value],
    )
    carried = defaultdict(list)
    for pk, kind, text, nature in cursor.fetchall():
        carried[pk].append((Handle(kind, text), nature))
    condition, value = among("mention_id", mention_ids)
    cursor.execute(
        f"SELECT mention_id, kind, value FROM renmai_fact WHERE {condition} AND kind IN (%s, %s, %s, %s)",
        [value, ME, SORT, SHARED, BIRTHDAY],
    )
    said = defaultdict(list)
    for pk, kind, text in cursor.fetchall():
        said[pk].append((kind, text))
    cursor.execute(
        f"SELECT mention_id, COUNT(*) FROM renmai_participation WHERE {condition} GROUP BY mention_id",
        [value],
    )
    uses = dict(cursor.fetchall())
    condition, value = among("id", mention_ids)
    cursor.execute(
        "SELECT id, key, name, record_id, person_id, home_id FROM renmai_mention "
        f"WHERE owner_id = %s AND {condition} ORDER BY id",
        [owner_id, value],
    )
    rows = []
    for pk, key, name, record_id, person_id, home_id in cursor.fetchall():
        by_key = (Handle(HandleKind.MENTION, key), HandleNature.PERSONAL)
        handles = [*carried[pk], *([by_key] if pk in named else ())]
        known = known_of(key, name, handles, said[pk], is_card=record_id is not None)
        rows.append(MentionRow(pk, known, person_id, home_id, uses.get(pk, 0)))
    return rows
