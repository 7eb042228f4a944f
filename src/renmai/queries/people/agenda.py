"""Agenda: what is open to be raised with people, oldest first."""

from collections.abc import Mapping
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.people.agenda import AgendaPoint
from renmai.queries.people.cards import AgendaCard
from renmai.store.people.agenda import agenda_points
from renmai.store.people.people import names_of


def agenda_cards(viewer: Viewer, *, today: date, person_id: int | None = None) -> tuple[AgendaCard, ...]:
    """Return what is open on a day, of everybody or of one person.

    :raises NoSuchPerson: if the book holds nobody of that id
    """
    asked = None if person_id is None else [person_id]
    if person_id is not None and person_id not in names_of(viewer.owner_id, [person_id]):
        raise NoSuchPerson(person_id)
    found = _open(agenda_points(viewer.owner_id, until=today, person_ids=asked))
    return _cards(found, names_of(viewer.owner_id, {each.person_id for each in found}))


def agenda_of(viewer: Viewer, person_id: int, name: str, *, today: date) -> tuple[AgendaCard, ...]:
    """Return what is open with somebody whose name is known already."""
    found = agenda_points(viewer.owner_id, until=today, person_ids=[person_id])
    return _cards(_open(found), {person_id: name})


def open_points(viewer: Viewer, *, today: date) -> dict[int, tuple[str, ...]]:
    """Return what is open with everybody, in words, by whom it is to be raised with."""
    found: dict[int, tuple[str, ...]] = {}
    for each in _open(agenda_points(viewer.owner_id, until=today)):
        found[each.person_id] = (*found.get(each.person_id, ()), each.text)
    return found


def _open(points: list[AgendaPoint]) -> list[AgendaPoint]:
    return [each for each in points if each.is_open]


def _cards(found: list[AgendaPoint], names: Mapping[int, str]) -> tuple[AgendaCard, ...]:
    return tuple(
        AgendaCard(
            number=each.number,
            person_id=each.person_id,
            name=names[each.person_id],
            text=each.text,
            on=each.on,
        )
        for each in found
        if each.person_id in names
    )
