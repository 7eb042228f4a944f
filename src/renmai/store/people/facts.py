"""Facts about people, read for queries."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from renmai.store.models import Fact
from renmai.store.people.carried import facts_of_each
from renmai.store.people.people import known_people


class FactOfPerson(NamedTuple):
    """One fact with whom it is about."""

    person_id: int
    name: str
    kind: str
    value: str


def facts_of_person(owner_id: int, kinds: Collection[str], person_id: int) -> Iterator[FactOfPerson]:
    """Yield the facts of these kinds about one person who is not the owner."""
    person = known_people(owner_id, [person_id]).get(person_id)
    if person is not None and not person.is_me:
        for each in facts_of_each(owner_id, [person_id]).get(person_id, ()):
            if each.kind in kinds:
                yield FactOfPerson(person_id, person.name, each.kind, each.value)


def facts_of_people(owner_id: int, kinds: Iterable[str]) -> Iterator[FactOfPerson]:
    """Yield the facts of these kinds about everybody but the owner and whoever is gone."""
    found = Fact.objects.filter(
        mention__owner_id=owner_id, kind__in=list(kinds), mention__person__is_me=False
    )
    found = found.filter(mention__person__gone="")
    columns = ("mention__person_id", "mention__person__name", "kind", "value")
    yield from map(FactOfPerson._make, found.order_by("pk").values_list(*columns).iterator())


def people_said_to(
    owner_id: int, kinds: Iterable[str], words: Sequence[str], *, at_most: int
) -> dict[int, str]:
    """Return of whom a fact of these kinds holds every word, with that fact; letter case does not matter."""
    about = Fact.objects.filter(mention__owner_id=owner_id, kind__in=list(kinds))
    for word in words:
        about = about.filter(value__icontains=word)
    found: dict[int, str] = {}
    listed = (
        about.filter(mention__person__isnull=False).order_by("pk").values_list("mention__person_id", "value")
    )
    for person_id, value in listed.iterator():
        if len(found) < at_most:
            found.setdefault(person_id, value)
    return found


def texts_of(owner_id: int, kinds: Iterable[str], person_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return what the facts of these kinds say of some people, each text once, oldest first."""
    found: dict[int, list[str]] = {}
    listed = Fact.objects.filter(
        mention__owner_id=owner_id, kind__in=list(kinds), mention__person_id__in=list(person_ids)
    )
    for person_id, value in listed.order_by("pk").values_list("mention__person_id", "value"):
        texts = found.setdefault(person_id, [])
        if value not in texts:
            texts.append(value)
    return found
