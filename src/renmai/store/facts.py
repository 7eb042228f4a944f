"""Facts about people, read for queries."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from renmai.store.models import Fact


class FactOfPerson(NamedTuple):
    """One fact with whom it is about."""

    person_id: int
    name: str
    kind: str
    value: str


def facts_of_people(
    owner_id: int, kinds: Iterable[str], person_id: int | None = None
) -> Iterator[FactOfPerson]:
    """Yield the facts of these kinds about everybody in the book but the owner, or about one person."""
    found = Fact.objects.filter(
        mention__owner_id=owner_id, kind__in=list(kinds), mention__person__is_me=False
    )
    if person_id is not None:
        found = found.filter(mention__person_id=person_id)
    columns = ("mention__person_id", "mention__person__name", "kind", "value")
    yield from map(FactOfPerson._make, found.order_by("pk").values_list(*columns).iterator())
