"""Who is gone: archived or deceased, by the owner's latest word, else by what a card says of them."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db import connection

from renmai.domain.people.gone import GONE, Gone, state_of
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, among
from renmai.store.models import Person
from renmai.store.people.anchors import people_at
from renmai.store.people.notes import ON

ARCHIVED = "archived"
"""The kind of the decision that somebody is gone; `state` is a `Gone`, empty where they are back."""
STATE, BECAUSE = "state", "because"


def names_still_there(owner_id: int, person_ids: Collection[int]) -> dict[int, str]:
    """Return the names of those of some people who are not gone."""
    found = Person.objects.filter(owner_id=owner_id, pk__in=list(person_ids), gone="")
    return dict(found.values_list("pk", "name"))


class GoneWord(NamedTuple):
    """What says that somebody is gone, or back: state, why, day; `is_mine` where the owner said so."""

    state: str
    because: str
    on: date | None
    is_mine: bool


def gone_people(owner_id: int) -> dict[int, str]:
    """Return everybody who is gone, with their state."""
    found = Person.objects.filter(owner_id=owner_id, is_person=True, is_me=False).exclude(gone="")
    return dict(found.order_by("sort_key", "pk").values_list("pk", "gone"))


def words_of(owner_id: int, person_ids: Collection[int]) -> dict[int, GoneWord]:
    """Return what says of some people that they are gone, or that they are back; of the others nothing."""
    found: dict[int, GoneWord] = {}
    for person_id, value in _said_by_cards(owner_id, person_ids):
        state, words = state_of(value)
        before = found.get(person_id)
        if state and (before is None or before.state != Gone.DECEASED):
            found[person_id] = GoneWord(state, words, None, is_mine=False)
    said = decisions.standing(owner_id, ARCHIVED)
    whose = people_at(owner_id, {each.anchor for each in said}) if said else {}
    asked = set(person_ids)
    for each in said:
        if (who := whose.get(each.anchor)) in asked and who is not None:
            on, because = date.fromisoformat(each.payload[ON]), each.payload.get(BECAUSE, "")
            found[who] = GoneWord(each.payload[STATE], because, on, is_mine=True)
    return found


def _said_by_cards(owner_id: int, person_ids: Collection[int]) -> list[tuple[int, str]]:
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.person_id, f.value FROM renmai_mention m JOIN renmai_fact f ON f.mention_id = m.id "
            f"WHERE {condition} AND f.kind = %s ORDER BY f.id",
            [listed, GONE],
        )
        return [(person_id, value) for person_id, value in cursor.fetchall()]


def settle_gone(cursor: Cursor, owner_id: int, person_ids: Collection[int]) -> None:
    """Bring up for some people whether they are gone; inside the caller's transaction."""
    condition, value = among("id", sorted(person_ids))
    cursor.execute(
        f"SELECT id, gone FROM renmai_person WHERE owner_id = %s AND {condition}", [owner_id, value]
    )
    kept = dict(cursor.fetchall())
    words = words_of(owner_id, person_ids) if kept else {}
    changed = [
        (state, person_id)
        for person_id, before in kept.items()
        if (state := words[person_id].state if person_id in words else "") != before
    ]
    if changed:
        cursor.executemany("UPDATE renmai_person SET gone = %s WHERE id = %s", changed)
