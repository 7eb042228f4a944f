"""Record the name under which the owner wants to see somebody."""

from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people import people
from renmai.store.people.identity import settle


class NoName(Refused):
    """A name must have a letter in it."""


def record_name(viewer: Viewer, person_id: int, name: str, *, now: datetime) -> int:
    """Show a person under this name from now on; return the decision's id.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NoName: if the name is empty
    """
    owner_id, name = viewer.owner_id, " ".join(name.split())
    if not name:
        raise NoName("no_name")
    with writing(owner_id) as cursor:
        if people.one(owner_id, person_id) is None:
            raise NoSuchPerson(person_id)
        anchor = people.anchor_of(owner_id, person_id)
        decision_id = decisions.add(owner_id, kind="name", anchor=anchor, payload={"name": name}, now=now)
        settle(cursor, owner_id, people.mention_ids(person_id))
    return decision_id
