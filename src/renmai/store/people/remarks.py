"""Remarks behind the names of namesakes, as their cards have them: shown where a name is not one person's."""

from collections import defaultdict

from renmai.domain.people.names import name_words, remark_of, shown, with_remark
from renmai.store.book.bulk import Cursor, among

_BRACKETS = ("%(%", "%（%", "%[%", "%【%", "%<%")


def show_remarks(cursor: Cursor, owner_id: int) -> None:
    """Write the remark behind the name of everybody whose name another bears, and behind no other."""
    named = _named_on_cards(cursor, owner_id)
    if not named:
        return
    condition, value = among("sort_key", sorted({sort_key for _, sort_key, _ in named.values()}))
    cursor.execute(
        f"SELECT id, name FROM renmai_person WHERE owner_id = %s AND is_person AND {condition}",
        [owner_id, value],
    )
    bearers = defaultdict(set)
    for pk, name in cursor.fetchall():
        bearers[name_words(name)].add(pk)
    changed = []
    for pk, (name, _, remark) in named.items():
        bare = shown(name)
        is_shared = len(bearers[name_words(bare)] | {pk}) > 1
        wanted = with_remark(bare, remark) if is_shared else bare
        is_the_owner_s = name not in (bare, with_remark(bare, remark))
        if wanted != name and not is_the_owner_s:
            changed.append((wanted, pk))
    if changed:
        cursor.executemany("UPDATE renmai_person SET name = %s WHERE id = %s", changed)


def _named_on_cards(cursor: Cursor, owner_id: int) -> dict[int, tuple[str, str, str]]:
    """Return the people whose card has a remark behind the name they go by: name, sort key and the remark."""
    likes = " OR ".join(["m.name LIKE %s"] * len(_BRACKETS))
    cursor.execute(
        "SELECT p.id, p.name, p.sort_key, m.name FROM renmai_mention m "
        "JOIN renmai_person p ON p.id = m.person_id AND p.is_person "
        f"WHERE m.owner_id = %s AND m.record_id IS NOT NULL AND ({likes}) ORDER BY m.id",
        [owner_id, *_BRACKETS],
    )
    return {
        pk: (name, sort_key, remark)
        for pk, name, sort_key, on_card in cursor.fetchall()
        if (remark := remark_of(on_card)) and name_words(on_card) == name_words(name)
    }
