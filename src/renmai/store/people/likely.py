"""Likely pairs: what likelihood is told of people, what two of them share, what is kept of the answer."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from json import dumps, loads
from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import Role
from renmai.domain.people.handles import HandleKind
from renmai.domain.people.likeness import APART, UNSURE, Company, Counting, LikelyPair, is_one_name
from renmai.domain.people.names import is_real_name, shown
from renmai.store import models
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, among, caching, insert
from renmai.store.models import Fact, Owner, Person
from renmai.store.people.anchors import people_at

COLUMNS = ("owner_id", "one_id", "other_id", "probability", "because", "company")
ROOM = 30
"""Before more readers than this, being there together tells nothing."""
_HUMAN = "p.owner_id = %s AND p.is_person AND NOT p.is_me"
TOLD = ("organisation", "title", "birthday", "place")


class NamedPerson(NamedTuple):
    """One person as far as likelihood is told: names, the oftenest first, personal handles, and facts."""

    person_id: int
    names: tuple[str, ...]
    handles: tuple[str, ...]
    facts: Mapping[str, str]


def traces_of(owner_id: int) -> str:
    """Return what is another text once likely pairs may be others: who is who, and what came in."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*), MAX(id), SUM(person_id) FROM renmai_mention WHERE owner_id = %s", [owner_id]
        )
        told = list(cursor.fetchone())
        cursor.execute(
            "SELECT MAX(id) FROM renmai_import WHERE owner_id = %s AND NOT is_preview AND state <> 'by_hand'",
            [owner_id],
        )
        told += cursor.fetchone()
    return " ".join(map(str, told))


def computed_of(owner_id: int) -> str:
    """Return the traces of which the kept pairs are."""
    return Owner.objects.values_list("likely_of", flat=True).get(pk=owner_id)


def everybody(owner_id: int) -> list[NamedPerson]:
    """Return what is known of everybody who may be another one, too."""
    names: dict[int, Counter[str]] = defaultdict(Counter)
    handles: dict[int, dict[str, None]] = defaultdict(dict)
    facts: dict[int, dict[str, str]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT m.person_id, m.name FROM renmai_person p JOIN renmai_mention m ON m.person_id = p.id "
            f"WHERE {_HUMAN}",
            [owner_id],
        )
        for person_id, name in cursor.fetchall():
            names[person_id][shown(name)] += 1
        cursor.execute(
            "SELECT m.person_id, h.kind, h.value FROM renmai_person p "
            "JOIN renmai_mention m ON m.person_id = p.id JOIN renmai_mentionhandle c ON c.mention_id = m.id "
            f"JOIN renmai_handle h ON h.id = c.handle_id AND h.nature = 'personal' "
            f"AND h.kind <> '{HandleKind.MENTION}' WHERE {_HUMAN}",
            [owner_id],
        )
        for person_id, kind, value in cursor.fetchall():
            handles[person_id][f"{kind}:{value}"] = None
    told = Fact.objects.filter(mention__owner_id=owner_id, kind__in=TOLD, mention__person__in=list(names))
    for person_id, kind, value in told.order_by("pk").values_list("mention__person_id", "kind", "value"):
        facts[person_id][kind] = value
    return [
        NamedPerson(
            person_id,
            tuple(name for name, _ in uses.most_common() if is_real_name(name)),
            tuple(sorted(handles[person_id])),
            facts[person_id],
        )
        for person_id, uses in sorted(names.items())
    ]


def together(owner_id: int, pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], Company]:
    """Return what some pairs of people share; a pair that shares nothing is left out."""
    people = sorted({each for pair in pairs for each in pair})
    with connection.cursor() as cursor:
        conversations = _conversations(cursor, people)
        known = _known(cursor, owner_id, people)
        apart = [pair for pair in pairs if not conversations[pair[0]] & conversations[pair[1]]]
        others = _others(cursor, owner_id, sorted({each for pair in apart for each in pair}))
    found = {}
    for one, other in pairs:
        company = Company(
            bool(conversations[one] & conversations[other]),
            len(others[one] & others[other] - {one, other}),
            one in known and other in known,
        )
        if company != Company():
            found[one, other] = company
    return found


def _conversations(cursor: Cursor, people: list[int]) -> defaultdict[int, set[int]]:
    """Return in which conversations people took part, by a hash that holds within a process."""
    condition, listed = among("m.person_id", people)
    cursor.execute(
        "SELECT DISTINCT m.person_id, i.thread, i.external_id FROM renmai_mention m "
        "CROSS JOIN renmai_participation p CROSS JOIN renmai_interaction i "
        f"WHERE p.mention_id = m.id AND i.id = p.interaction_id AND {condition}",
        [listed],
    )
    found: defaultdict[int, set[int]] = defaultdict(set)
    for person_id, thread, act in cursor.fetchall():
        found[person_id].add(hash(thread or act))
    return found


def _known(cursor: Cursor, owner_id: int, people: list[int]) -> set[int]:
    """Return whom of them the owner turned to, or has a card of."""
    condition, listed = among("m.person_id", people)
    cursor.execute(
        "SELECT DISTINCT m.person_id FROM renmai_mention m "
        f"WHERE {condition} AND (m.record_id IS NOT NULL OR EXISTS (SELECT 1 FROM renmai_participation p "
        "JOIN renmai_participation s ON s.interaction_id = p.interaction_id AND s.role = %s "
        "JOIN renmai_mention mine ON mine.id = s.mention_id "
        "JOIN renmai_person me ON me.id = mine.person_id AND me.is_me AND me.owner_id = %s "
        "WHERE p.mention_id = m.id))",
        [listed, Role.SENDER, owner_id],
    )
    return {row[0] for row in cursor.fetchall()}


def _others(cursor: Cursor, owner_id: int, people: list[int]) -> defaultdict[int, set[int]]:
    """Return in whose company people were seen, in rooms that are not too full."""
    condition, listed = among("m.person_id", people)
    cursor.execute(
        "SELECT DISTINCT m.person_id, o.person_id FROM renmai_mention m "
        "CROSS JOIN renmai_participation p CROSS JOIN renmai_interaction i CROSS JOIN renmai_participation q "
        "CROSS JOIN renmai_mention o CROSS JOIN renmai_person who "
        "WHERE p.mention_id = m.id AND i.id = p.interaction_id AND q.interaction_id = i.id "
        "AND o.id = q.mention_id AND who.id = o.person_id AND who.is_person AND NOT who.is_me "
        f"AND who.owner_id = %s AND i.audience <= {ROOM} AND {condition}",
        [owner_id, listed],
    )
    found: defaultdict[int, set[int]] = defaultdict(set)
    for person_id, other_id in cursor.fetchall():
        found[person_id].add(other_id)
    return found


def keep(owner_id: int, pairs: Iterable[LikelyPair], *, of: str) -> None:
    """Replace the kept pairs; they are of these traces."""
    rows = [
        (owner_id, pair.one, pair.other, pair.probability, dumps(pair.because), dumps(pair.company))
        for pair in pairs
    ]
    with caching(owner_id) as cursor:
        models.LikelyPair.objects.filter(owner_id=owner_id).delete()
        insert(cursor, "renmai_likelypair", COLUMNS, rows)
        Owner.objects.filter(pk=owner_id).update(likely_of=of)


def pairs(owner_id: int, person_ids: Collection[int] | None = None) -> list[LikelyPair]:
    """Return the kept pairs of people who are still two and not said to be, the likeliest first.

    :param person_ids: only pairs of which one of these is one
    """
    kept = models.LikelyPair.objects.filter(owner_id=owner_id).order_by("-probability", "one_id", "other_id")
    found = [
        LikelyPair(
            one,
            other,
            probability,
            tuple((code, size) for code, size in loads(because)),
            Company(*loads(company)),
        )
        for one, other, probability, because, company in kept.values_list(*COLUMNS[1:])
        if person_ids is None or one in person_ids or other in person_ids
    ]
    ids = {each for pair in found for each in pair[:2]}
    there = set(
        Person.objects.filter(owner_id=owner_id, pk__in=ids, is_person=True, is_me=False).values_list(
            "pk", flat=True
        )
    )
    denied = said_of_two(owner_id, APART) if found else set()
    return [
        pair
        for pair in found
        if pair.one in there and pair.other in there and (pair.one, pair.other) not in denied
    ]


def under_one_name(owner_id: int, person_ids: Collection[int]) -> dict[int, set[int]]:
    """Return with whom some people are likely one human, where both go by one name as it is written."""
    likely = pairs(owner_id, person_ids) if person_ids else []
    names = dict(
        Person.objects.filter(pk__in={each for pair in likely for each in pair[:2]}).values_list("pk", "name")
    )
    found: dict[int, set[int]] = defaultdict(set)
    for pair in likely:
        if is_one_name([names[pair.one]], [names[pair.other]]):
            found[pair.one].add(pair.other)
            found[pair.other].add(pair.one)
    return found


def said_of_two(owner_id: int, kind: str) -> set[tuple[int, int]]:
    """Return of which two people the owner said so, the lower id first."""
    said = decisions.standing(owner_id, kind)
    whose = people_at(
        owner_id, {anchor for each in said for anchor in (each.anchor, str(each.payload["other"]))}
    )
    found = set()
    for each in said:
        one, other = whose.get(each.anchor), whose.get(str(each.payload["other"]))
        if one is not None and other is not None and one != other:
            found.add((min(one, other), max(one, other)))
    return found


def unsure_of(owner_id: int) -> set[tuple[int, int]]:
    """Return of which two people the owner does not want to be asked again."""
    return said_of_two(owner_id, UNSURE)


def candidates(owner_id: int, person_ids: Collection[int]) -> dict[int, Counting]:
    """Return what tells with whom the acts of some people count."""
    names: dict[int, set[str]] = defaultdict(set)
    acts: Counter[int] = Counter()
    condition, listed = among("m.person_id", sorted(person_ids))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT m.person_id, m.name FROM renmai_mention m WHERE {condition}", [listed])
        for person_id, name in cursor.fetchall():
            names[person_id].add(name)
        cursor.execute(
            "SELECT m.person_id, COUNT(*) FROM renmai_mention m CROSS JOIN renmai_participation p "
            f"WHERE p.mention_id = m.id AND {condition} GROUP BY m.person_id",
            [listed],
        )
        acts.update(dict(cursor.fetchall()))
    noted = set(people_at(owner_id, decisions.anchors_noted(owner_id)).values()) if names else set()
    return {
        person_id: Counting(tuple(sorted(called)), person_id in noted, acts[person_id])
        for person_id, called in names.items()
    }


def counts_with(owner_id: int, person_ids: Collection[int] | None = None) -> dict[int, int]:
    """Return with whom people's acts count, of those who do not count alone."""
    counted = Person.objects.filter(owner_id=owner_id, counts_with_id__isnull=False)
    if person_ids is not None:
        counted = counted.filter(pk__in=list(person_ids))
    return {pk: whom for pk, whom in counted.values_list("pk", "counts_with_id") if whom is not None}


def count_with(cursor: Cursor, owner_id: int, wanted: Mapping[int, int]) -> None:
    """Let people's acts count so; whose tie is another one now is marked."""
    now = counts_with(owner_id)
    changed = {each for each in {*now, *wanted} if now.get(each) != wanted.get(each)}
    if not changed:
        return
    cursor.executemany(
        "UPDATE renmai_person SET counts_with_id = %s WHERE owner_id = %s AND id = %s",
        [(wanted.get(each), owner_id, each) for each in sorted(changed)],
    )
    touched = changed | {now[each] for each in changed if each in now}
    touched |= {wanted[each] for each in changed if each in wanted}
    condition, listed = among("id", sorted(touched))
    cursor.execute(
        f"UPDATE renmai_person SET is_tie_stale = %s, tie_look = NULL WHERE owner_id = %s AND {condition}",
        [True, owner_id, listed],
    )


def spans_of(owner_id: int, person_ids: Collection[int]) -> dict[int, tuple[int, int, int]]:
    """Return in how many acts people took part, and the moments of the first and the last."""
    condition, listed = among("m.person_id", sorted(person_ids))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.person_id, COUNT(DISTINCT p.interaction_id), MIN(p.at_epoch_s), MAX(p.at_epoch_s) "
            "FROM renmai_mention m CROSS JOIN renmai_participation p "
            f"WHERE p.mention_id = m.id AND m.owner_id = %s AND {condition} GROUP BY m.person_id",
            [owner_id, listed],
        )
        return {row[0]: (row[1], row[2], row[3]) for row in cursor.fetchall()}
