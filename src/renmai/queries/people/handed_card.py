"""People's cards, to hand one on or for other programs: name, work, how they are reached, birthday."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.people.handles import HandleKind, HandleNature
from renmai.sources.vcard.handed_card import HandedCard
from renmai.store.people.carried import CarriedHandle, facts_of_each, mentions_of_people
from renmai.store.people.own_word import own_birthdays
from renmai.store.people.people import known_people

ORGANISATION, TITLE, BIRTHDAY = "organisation", "title", "birthday"


def handed_card(viewer: Viewer, person_id: int, *, today: date) -> HandedCard:
    """Return what of somebody can be handed on.

    :raises NoSuchPerson: if the book holds nobody of that id
    """
    card = known_cards(viewer, [person_id], today=today).get(person_id)
    if card is None:
        raise NoSuchPerson(person_id)
    return card


def known_cards(viewer: Viewer, person_ids: Sequence[int], *, today: date) -> dict[int, HandedCard]:
    """Return the cards of those of some people whom the book holds."""
    owner_id = viewer.owner_id
    people = known_people(owner_id, person_ids)
    handles, facts = mentions_of_people(owner_id, person_ids), facts_of_each(owner_id, person_ids)
    own = own_birthdays(owner_id, until=today, person_ids=person_ids)
    found = {}
    for person_id, person in people.items():
        newest = {fact.kind: fact.value for fact in facts.get(person_id, ())}
        carried = sorted(handles.get(person_id, ()), key=_order)
        texts = (each.text for each in carried if each.nature == HandleNature.PERSONAL)
        found[person_id] = HandedCard(
            name=person.name,
            handles=tuple(dict.fromkeys(texts)),
            organisation=newest.get(ORGANISATION, ""),
            title=newest.get(TITLE, ""),
            birthday=own.get(person_id, newest.get(BIRTHDAY, "")),
        )
    return found


def _order(handle: CarriedHandle) -> tuple[object, ...]:
    return handle.kind != HandleKind.MAIL, handle.kind, handle.value, handle.place or 0, handle.mention_id
