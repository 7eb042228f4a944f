"""Introducers: what waits between them and the owner, and who is excluded from paths."""

from typing import NamedTuple

from renmai.store.book import decisions
from renmai.store.models import OpenLetter, Person


class WaitingPeople(NamedTuple):
    """Who waits for the owner's answer, and whose answer the owner waits for."""

    for_me: frozenset[int]
    for_them: frozenset[int]


def waiting(owner_id: int) -> WaitingPeople:
    """Return between whom and the owner a letter waits."""
    rows = OpenLetter.objects.filter(owner_id=owner_id).values_list("person_id", "is_from_me")
    return WaitingPeople(
        frozenset(person_id for person_id, is_mine in rows if not is_mine),
        frozenset(person_id for person_id, is_mine in rows if is_mine),
    )


def nobody_to_ask(owner_id: int) -> frozenset[int]:
    """Return who is excluded from paths: lists and robots, the owner, whom the owner split off as another."""
    others = Person.objects.filter(owner_id=owner_id).exclude(is_person=True, is_me=False)
    split = (each.payload.get("new_id") for each in decisions.standing(owner_id, "split"))
    return frozenset(others.values_list("pk", flat=True)) | {pk for pk in split if isinstance(pk, int)}
