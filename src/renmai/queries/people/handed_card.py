"""Somebody's card to hand on: name, work, how they are reached, birthday; nothing that the owner noted."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.people.handles import HandleNature
from renmai.sources.vcard.handed_card import HandedCard
from renmai.store.people import origins
from renmai.store.people.own_word import own_birthdays
from renmai.store.people.people import known_people

ORGANISATION, TITLE, BIRTHDAY = "organisation", "title", "birthday"


def handed_card(viewer: Viewer, person_id: int, *, today: date) -> HandedCard:
    """Return what of somebody can be handed on.

    :raises NoSuchPerson: if the book holds nobody of that id
    """
    owner_id = viewer.owner_id
    person = known_people(owner_id, [person_id]).get(person_id)
    if person is None:
        raise NoSuchPerson(person_id)
    handles = origins.handles_of(owner_id, person_id)
    newest: dict[str, str] = {}
    for fact in origins.facts_of(owner_id, person_id):
        newest.setdefault(fact.kind, fact.value)
    own = own_birthdays(owner_id, until=today, person_ids=[person_id])
    return HandedCard(
        name=person.name,
        handles=tuple(dict.fromkeys(each.text for each in handles if each.nature == HandleNature.PERSONAL)),
        organisation=newest.get(ORGANISATION, ""),
        title=newest.get(TITLE, ""),
        birthday=own.get(person_id, newest.get(BIRTHDAY, "")),
    )
