"""Merge two people: a decision that binds every later rebuild and can be undone (C2)."""

from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people import people
from renmai.store.people.identity import settle


class SamePerson(Refused):
    """Both are one person already."""


def merge_people(viewer: Viewer, keep_id: int, other_id: int, *, now: datetime) -> int:
    """Make the two one person under `keep_id`; return the decision's id.

    :raises NoSuchPerson: if one of them is not in the book
    :raises SamePerson: if they are one already
    """
    owner_id = viewer.owner_id
    if keep_id == other_id:
        raise SamePerson("same_person", person=str(keep_id))
    with writing(owner_id) as cursor:
        kept, other = people.one(owner_id, keep_id), people.one(owner_id, other_id)
        if kept is None or other is None:
            raise NoSuchPerson(keep_id if kept is None else other_id)
        decision_id = decisions.add(
            owner_id,
            kind="merge",
            anchor=people.anchor_of(owner_id, keep_id),
            payload={
                "other": people.anchor_of(owner_id, other_id),
                "keep_id": keep_id,
                "other_id": other_id,
                "name": other.name,
            },
            now=now,
        )
        settle(cursor, owner_id, people.mention_ids(keep_id) + people.mention_ids(other_id))
    return decision_id
