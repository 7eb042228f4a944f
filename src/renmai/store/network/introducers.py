"""Introducers: whom the owner may ask, what waits between them, who is nobody to ask."""

from collections.abc import Iterable
from typing import NamedTuple

from renmai.domain.ties.ties import REAL_CLASSES
from renmai.domain.ties.ties import Tie as TieValue
from renmai.store.book import decisions
from renmai.store.models import OpenLetter, Person, Tie
from renmai.store.ties.ties import figures_of, kept_of

WORDY = ("because", "months")
"""What no chance rests on and need not be read for everybody."""


class WaitingPeople(NamedTuple):
    """Who waits for the owner's answer, and whose answer the owner waits for."""

    for_me: frozenset[int]
    for_them: frozenset[int]


def acquainted(owner_id: int) -> dict[int, TieValue]:
    """Return the tie with everybody with whom there is a real one, by person."""
    real = Tie.objects.filter(
        owner_id=owner_id,
        tie_class__in=REAL_CLASSES,
        person__is_person=True,
        person__is_me=False,
    )
    return {row.person_id: figures_of(row) for row in real.defer(*WORDY)}


def ties_with(owner_id: int, person_ids: Iterable[int]) -> dict[int, TieValue]:
    """Return the ties with some people, real or not."""
    return {pk: figures_of(row) for pk, row in kept_of(owner_id, person_ids, leaving=WORDY).items()}


def waiting(owner_id: int) -> WaitingPeople:
    """Return between whom and the owner a letter waits."""
    rows = OpenLetter.objects.filter(owner_id=owner_id).values_list("person_id", "is_from_me")
    return WaitingPeople(
        frozenset(person_id for person_id, is_mine in rows if not is_mine),
        frozenset(person_id for person_id, is_mine in rows if is_mine),
    )


def nobody_to_ask(owner_id: int) -> frozenset[int]:
    """Return who is never led through: lists and robots, the owner, whom the owner split off as another."""
    others = Person.objects.filter(owner_id=owner_id).exclude(is_person=True, is_me=False)
    split = (each.payload.get("new_id") for each in decisions.standing(owner_id, "split"))
    return frozenset(others.values_list("pk", flat=True)) | {pk for pk in split if isinstance(pk, int)}
