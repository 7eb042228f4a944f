"""Who is who, settled: mentions find their person, people their name; ids stay over every rebuild."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from renmai.domain.people.identity import Cluster, clusters
from renmai.domain.people.names import Spoken, best_name
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, among, insert, reserve
from renmai.store.people import search
from renmai.store.people.gone import settle_gone
from renmai.store.people.natures import settle_natures
from renmai.store.people.near_mentions import MentionRow, connected
from renmai.store.people.readings import reading_of, sort_key_of
from renmai.store.people.remarks import show_remarks
from renmai.store.people.search_index import index
from renmai.store.people.taken import take_away

COLUMNS = ("id", "owner_id", "name", "reading", "sort_key", "is_me", "is_person", "is_tie_stale", "gone")

_Group = tuple[Cluster, tuple[MentionRow, ...]]


class PeopleSettled(NamedTuple):
    """What settling came to: humans that are new, and everybody who changed."""

    people_new: tuple[int, ...]
    changed: tuple[int, ...]


class _Wanted(NamedTuple):
    """A person as they should stand."""

    id: int
    name: str
    is_me: bool
    is_person: bool
    rows: tuple[MentionRow, ...]


def settle(
    cursor: Cursor, owner_id: int, mention_ids: Iterable[int], hosts: Iterable[str] = ()
) -> PeopleSettled:
    """Decide anew who is behind these mentions and whoever they touch; inside the caller's transaction.

    :param hosts: mail hosts of which an address has gone from the book
    """
    touched = set(mention_ids)
    take_away(cursor, owner_id)
    touched |= settle_natures(cursor, owner_id, touched, hosts)
    rows = connected(cursor, owner_id, touched)
    row_of = {row.known.key: row for row in rows}
    groups = [
        (cluster, tuple(sorted(row_of[key] for key in cluster.keys)))
        for cluster in clusters(
            (row.known for row in rows),
            me=decisions.my_handles(owner_id),
            decisions=decisions.identity(owner_id),
        )
    ]
    groups.sort(key=lambda group: group[1][0].id)
    ids = _ids(cursor, owner_id, groups)
    chosen = _chosen_names(owner_id)
    people = [
        _Wanted(pk, _name(members, chosen), cluster.is_me, cluster.is_person, members)
        for pk, (cluster, members) in zip(ids, groups, strict=True)
    ]
    new = _write(cursor, owner_id, people)
    _move(cursor, people)
    standing = {person.id for person in people}
    remove_empty(cursor, {row.person_id for row in rows if row.person_id} - standing)
    show_remarks(cursor, owner_id)
    index(cursor, standing)
    settle_gone(cursor, owner_id, standing)
    return PeopleSettled(new, tuple(sorted(standing)))


def _ids(cursor: Cursor, owner_id: int, groups: Sequence[_Group]) -> list[int]:
    """Give each cluster its person id.

    First what decisions say, the latest first (a merge keeps the id of whom it keeps, a split gives those
    who leave the id it reserved); then the id that the cluster's oldest mentions founded; then the one it
    has; else a new one.
    """
    said = _ids_decided(owner_id, groups)
    taken: set[int] = set()
    ids: list[int | None] = [None] * len(groups)
    for _, pk, place in sorted(said, reverse=True):
        if ids[place] is None and pk not in taken:
            ids[place] = pk
            taken.add(pk)
    for place, (_, members) in enumerate(groups):
        if ids[place] is None:
            claims = [*(row.home_id for row in members), *(row.person_id for row in members)]
            claimed = next((pk for pk in claims if pk is not None and pk not in taken), None)
            ids[place] = claimed
            if claimed is not None:
                taken.add(claimed)
    fresh = iter(reserve(cursor, "renmai_person", ids.count(None)))
    return [next(fresh) if pk is None else pk for pk in ids]


def _ids_decided(owner_id: int, groups: Sequence[_Group]) -> list[tuple[int, int, int]]:
    """Return what decisions say of ids: (rank of the decision, person id, place of the cluster)."""
    rank = {d.pk: (n, d) for n, d in enumerate(decisions.standing(owner_id, "merge", "split"))}
    said = []
    for place, (cluster, members) in enumerate(groups):
        keys = {row.known.key for row in members}
        for pk in cluster.decisions:
            n, decision = rank[pk]
            if decision.kind == "merge":
                said.append((n, int(decision.payload["keep_id"]), place))
                continue
            if keys & set(decision.payload["staying"]):
                said.append((n, int(decision.payload["keep_id"]), place))
            if keys & set(decision.payload["leaving"]):
                said.append((n, int(decision.payload["new_id"]), place))
    return said


def _chosen_names(owner_id: int) -> dict[str, tuple[int, str]]:
    """Return the names the owner gave with their turn, by the anchor of whom they are given to."""
    given = enumerate(decisions.standing(owner_id, "name"))
    return {decision.anchor: (turn, str(decision.payload["name"])) for turn, decision in given}


def _name(members: Sequence[MentionRow], chosen: Mapping[str, tuple[int, str]]) -> str:
    """Return the latest name given to the oldest mention that has one, else the best that is spoken."""
    for row in members if chosen else ():
        if given := [chosen[anchor] for anchor in row.anchors if anchor in chosen]:
            return max(given)[1]
    handles = [handle for row in members for handle, _ in row.known.handles]
    return best_name(
        (Spoken(row.known.name, row.uses, row.known.is_card) for row in members),
        otherwise=min(handles).value if handles else "",
    )


def _write(cursor: Cursor, owner_id: int, people: Sequence[_Wanted]) -> tuple[int, ...]:
    """Add and change people's rows; return which humans are new."""
    condition, value = among("id", [person.id for person in people])
    cursor.execute(
        f"SELECT id, name, is_me, is_person FROM renmai_person WHERE owner_id = %s AND {condition}",
        [owner_id, value],
    )
    standing = {row[0]: (row[1], bool(row[2]), bool(row[3])) for row in cursor.fetchall()}
    new = [person for person in people if person.id not in standing]
    insert(
        cursor,
        "renmai_person",
        COLUMNS,
        [
            (p.id, owner_id, p.name, reading_of(p.name), sort_key_of(p.name), p.is_me, p.is_person, True, "")
            for p in new
        ],
    )
    changed = [
        (p.name, reading_of(p.name), sort_key_of(p.name), p.is_me, p.is_person, True, p.id)
        for p in people
        if p.id in standing and standing[p.id] != (p.name, p.is_me, p.is_person)
    ]
    if changed:
        cursor.executemany(
            "UPDATE renmai_person SET name = %s, reading = %s, sort_key = %s, is_me = %s, is_person = %s, "
            "is_tie_stale = %s, tie_look = NULL WHERE id = %s",
            changed,
        )
    if any(standing.get(p.id, ("", False, False))[1] != p.is_me for p in people) or _mine_moved(people):
        cursor.execute(
            "UPDATE renmai_owner SET ties_as_of_epoch_s = NULL, looks = looks + 1 WHERE id = %s", [owner_id]
        )
    return tuple(p.id for p in new if p.is_person and not p.is_me)


def _mine_moved(people: Sequence[_Wanted]) -> bool:
    """Tell whether a mention that had a person becomes mine or stops being mine: then all ties are other."""
    mine = {person.id for person in people if person.is_me}
    moved = [(row.person_id, person.id) for person in people for row in person.rows]
    return any((old in mine) != (new in mine) for old, new in moved if old is not None)


def _move(cursor: Cursor, people: Sequence[_Wanted]) -> None:
    """Give mentions their person; whoever's mentions changed has other ties now."""
    moved, founded = [], []
    stale: set[int] = set()
    for person in people:
        for row in person.rows:
            if row.person_id != person.id:
                moved.append((person.id, row.id))
                stale.update(pk for pk in (person.id, row.person_id) if pk is not None)
        if person.id not in {row.home_id for row in person.rows}:
            founder = next((row for row in person.rows if row.home_id is None), None)
            if founder:
                founded.append((person.id, founder.id))
    if moved:
        cursor.executemany("UPDATE renmai_mention SET person_id = %s WHERE id = %s", moved)
    if founded:
        cursor.executemany("UPDATE renmai_mention SET home_id = %s WHERE id = %s", founded)
    condition, value = among("id", sorted(stale))
    cursor.execute(
        f"UPDATE renmai_person SET is_tie_stale = %s, tie_look = NULL WHERE {condition}", [True, value]
    )


def remove_empty(cursor: Cursor, person_ids: set[int]) -> None:
    """Remove people whom no mention names any more, with ties, words and what was made of them."""
    if not person_ids:
        return
    condition, value = among("person_id", sorted(person_ids))
    cursor.execute(f"DELETE FROM renmai_tie WHERE {condition}", [value])
    cursor.execute(f"DELETE FROM renmai_trail WHERE {condition}", [value])
    for end in ("a_id", "b_id"):
        condition, value = among(end, sorted(person_ids))
        cursor.execute(f"DELETE FROM renmai_acquaintance WHERE {condition}", [value])
    condition, value = among("id", sorted(person_ids))
    cursor.execute(
        "UPDATE renmai_owner SET network = %s WHERE id IN "
        f"(SELECT owner_id FROM renmai_person WHERE {condition})",
        ["", value],
    )
    search.remove(cursor, sorted(person_ids))
    condition, value = among("id", sorted(person_ids))
    cursor.execute(f"DELETE FROM renmai_person WHERE {condition}", [value])
