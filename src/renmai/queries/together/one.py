"""One cooperation with all that was said of it, or the person with whom one is to begin (V8)."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson, NotThere
from renmai.queries.together.as_cards import cooperation_cards, needs_of
from renmai.queries.together.cards import CooperationCard, CooperationPage
from renmai.store.people.portraits import portraits
from renmai.store.together import cooperations
from renmai.upkeep.ties.ties import fresh_ties


class NoSuchCooperation(NotThere):
    """The owner noted no cooperation of that number by that day."""


def cooperation_page(viewer: Viewer, number: int, *, today: date) -> CooperationPage:
    """Return one cooperation as of a day.

    :raises NoSuchCooperation: if there is none of that number, or nobody any more with whom it was
    """
    fresh_ties(viewer, viewer.end_of(today))
    found = cooperations.one(viewer.owner_id, number, until=today)
    cards = cooperation_cards(viewer.owner_id, [found] if found else [], today=today)
    if not cards:
        raise NoSuchCooperation("no_such_cooperation", number=number)
    return _page(viewer, cards[0].person_id, cards[0].name, today, cards[0])


def new_cooperation(viewer: Viewer, person_id: int, *, today: date) -> CooperationPage:
    """Return the page to begin a cooperation with somebody.

    :raises NoSuchPerson: if the book holds nobody of that id who can carry a tie
    """
    portrait = portraits(viewer.owner_id, [person_id]).get(person_id)
    if portrait is None or portrait.is_me or not portrait.is_person:
        raise NoSuchPerson(person_id)
    return _page(viewer, person_id, portrait.name, today, None)


def _page(
    viewer: Viewer, person_id: int, name: str, today: date, card: CooperationCard | None
) -> CooperationPage:
    needs = needs_of(viewer.owner_id, [person_id], today=today).get(person_id, ())
    return CooperationPage(person_id=person_id, name=name, needs=needs, cooperation=card)
