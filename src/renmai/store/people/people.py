"""People as the book has them: who they are, who the owner is, and by what a decision finds them again."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import Kind
from renmai.domain.people.decided import ANCHOR_OF_MENTION
from renmai.domain.people.handles import HandleKind, HandleNature
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, among
from renmai.store.book.once import of_each_once
from renmai.store.models import Interaction, Mention, Person


class KnownPerson(NamedTuple):
    """Somebody as they are known at least: by name, whether the owner or no person, and why gone."""

    id: int
    name: str
    reading: str
    is_me: bool
    is_person: bool
    gone: str = ""


def one(owner_id: int, person_id: int) -> KnownPerson | None:
    """Return a person of this owner."""
    return known_people(owner_id, [person_id]).get(person_id)


@of_each_once
def known_people(owner_id: int, person_ids: Sequence[int]) -> dict[int, KnownPerson]:
    """Return some people of this owner by their ids, in the order given.

    Whose they are is looked at afterwards, or SQLite would go through all people instead of the few.
    """
    condition, listed = among("id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT owner_id, id, name, reading, is_me, is_person, gone FROM renmai_person "
            f"WHERE {condition}",
            [listed],
        )
        return {
            pk: KnownPerson(pk, name, reading, bool(is_me), bool(is_person), gone)
            for owner, pk, name, reading, is_me, is_person, gone in cursor.fetchall()
            if owner == owner_id
        }


def names_of(owner_id: int, person_ids: Iterable[int], *, is_person_only: bool = False) -> dict[int, str]:
    """Return the names of some people by their ids, in the order given.

    :param is_person_only: leave out the owner, lists, roles and robots
    """
    return {
        pk: each.name
        for pk, each in known_people(owner_id, person_ids).items()
        if not is_person_only or (each.is_person and not each.is_me)
    }


def ids_named(owner_id: int, wanted: Iterable[str]) -> dict[str, int]:
    """Return who goes by some names, the one met first where several do."""
    rows = Person.objects.filter(owner_id=owner_id, is_person=True, is_me=False, name__in=list(wanted))
    return dict(rows.order_by("-pk").values_list("name", "pk"))


class Carrier(NamedTuple):
    """One mention of a person, with the handles it carries, and the one by which others name it by its key;
    a card's belongs to a record.
    """

    id: int
    key: str
    is_card: bool
    handle_ids: frozenset[int]


def mentions_of(cursor: Cursor, person_id: int) -> list[Carrier]:
    """Return all mentions of a person, oldest first."""
    cursor.execute(
        "SELECT m.id, m.key, m.record_id, c.handle_id, h.id FROM renmai_mention m "
        "LEFT JOIN renmai_mentionhandle c ON c.mention_id = m.id "
        "LEFT JOIN renmai_handle h ON h.owner_id = m.owner_id AND h.kind = %s AND h.value = m.key "
        "WHERE m.person_id = %s ORDER BY m.id",
        [str(HandleKind.MENTION), person_id],
    )
    return [
        Carrier(
            pk, key, record_id is not None, frozenset(h for row in rows for h in row[3:] if h is not None)
        )
        for (pk, key, record_id), rows in (
            (head, list(group)) for head, group in groupby(cursor.fetchall(), key=lambda row: row[:3])
        )
    ]


def following(mentions: Sequence[Carrier], chosen: set[int]) -> set[int]:
    """Return the traces that carry no handle but those of the chosen mentions: they go where those go."""
    handles = {pk for mention in mentions if mention.id in chosen for pk in mention.handle_ids}
    return {m.id for m in mentions if not m.is_card and m.handle_ids and m.handle_ids <= handles}


def beside(cursor: Cursor, mention_ids: Iterable[int]) -> set[int]:
    """Return all mentions of the people behind these mentions."""
    condition, value = among("id", sorted(mention_ids))
    cursor.execute(
        "SELECT id FROM renmai_mention WHERE person_id IN "
        f"(SELECT person_id FROM renmai_mention WHERE {condition})",
        [value],
    )
    return {row[0] for row in cursor.fetchall()}


def mention_ids(person_id: int) -> list[int]:
    """Return the ids of all mentions of a person, oldest first."""
    return list(Mention.objects.filter(person_id=person_id).order_by("pk").values_list("pk", flat=True))


def all_mention_ids(owner_id: int) -> list[int]:
    """Return the ids of every mention in the book."""
    return list(Mention.objects.filter(owner_id=owner_id).order_by("pk").values_list("pk", flat=True))


def counts(owner_id: int) -> dict[str, int]:
    """Return how many interactions and people the book holds."""
    humans = Person.objects.filter(owner_id=owner_id, is_person=True, is_me=False)
    return {"interactions": Interaction.objects.filter(owner_id=owner_id).count(), "people": humans.count()}


def mention_keys(person_id: int) -> list[str]:
    """Return the keys of all mentions of a person, oldest first."""
    return list(Mention.objects.filter(person_id=person_id).order_by("pk").values_list("key", flat=True))


def anchor_of(owner_id: int, person_id: int) -> str:
    """Return what names a person in a decision: a handle that is theirs alone, else their oldest mention."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT h.id, h.kind, h.value FROM renmai_mention m "
            "JOIN renmai_mentionhandle c ON c.mention_id = m.id JOIN renmai_handle h ON h.id = c.handle_id "
            "WHERE m.owner_id = %s AND m.person_id = %s AND h.nature = %s ORDER BY m.id, c.place",
            [owner_id, person_id, str(HandleNature.PERSONAL)],
        )
        handles = dict.fromkeys(cursor.fetchall())
        condition, value = among("c.handle_id", [row[0] for row in handles])
        cursor.execute(
            "SELECT DISTINCT c.handle_id FROM renmai_mentionhandle c "
            "JOIN renmai_mention m ON m.id = c.mention_id "
            f"WHERE {condition} AND (m.person_id IS NULL OR m.person_id <> %s)",
            [value, person_id],
        )
        shared = {row[0] for row in cursor.fetchall()}
    own = next((f"{kind}:{text}" for pk, kind, text in handles if pk not in shared), None)
    return own or ANCHOR_OF_MENTION + mention_keys(person_id)[0]


def is_owner_known(owner_id: int) -> bool:
    """Tell whether the owner is met under handles that they, or a trace of their own, call theirs.

    That they were in their own calendar's meetings is enough only with their word, and where there is no mail
    that should name them.
    """
    me = Person.objects.filter(owner_id=owner_id, is_me=True)
    if me.filter(mentions__carried__isnull=False).exists():
        return True
    mails = Interaction.objects.filter(owner_id=owner_id, kind=Kind.MAIL)
    return bool(decisions.my_handles(owner_id)) and me.exists() and not mails.exists()
