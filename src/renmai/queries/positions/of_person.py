"""What if they left: somebody's positions, and the tie without the one they hold (T6)."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.queries.positions.cards import PersonLeaving
from renmai.queries.positions.leaving import leaving_of_person
from renmai.queries.positions.page import positions_of_person
from renmai.store.people.portraits import Portrait, portraits
from renmai.upkeep.ties.ties import fresh_ties


def person_leaving(viewer: Viewer, person_id: int, *, today: date) -> PersonLeaving:
    """Return what would become of the tie with somebody if they left their position on a day.

    :raises NoSuchPerson: where the book holds nobody of that id.
    """
    fresh_ties(viewer, viewer.end_of(today))
    portrait = portraits(viewer.owner_id, [person_id]).get(person_id)
    if portrait is None or portrait.is_me:
        raise NoSuchPerson(person_id)
    return of_portrait(viewer, portrait, today=today)


def of_portrait(viewer: Viewer, portrait: Portrait, *, today: date) -> PersonLeaving:
    """Return the same for somebody already looked up, from ties as they are kept."""
    card = positions_of_person(viewer, portrait.id, portrait.name, today=today)
    return PersonLeaving(positions=card, leaving=leaving_of_person(viewer, portrait, card, today=today))
