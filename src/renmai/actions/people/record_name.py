"""Record the name under which the owner wants to see somebody."""

from datetime import datetime

from renmai.actions.book.noting import TextTooLong
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people import people
from renmai.store.people.identity import settle

LONGEST_NAME = 120


class NoName(Refused):
    """A name must have a letter in it."""


def record_name(viewer: Viewer, person_id: int, name: str, *, now: datetime) -> int:
    """Show a person under this name from now on; return the decision's id.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NoName: if the name is empty
    :raises TextTooLong: if it is longer than a name
    """
    owner_id, name = viewer.owner_id, name_written(name)
    if not name:
        raise NoName("no_name")
    with writing(owner_id) as cursor:
        if people.one(owner_id, person_id) is None:
            raise NoSuchPerson(person_id)
        anchor = people.anchor_of(owner_id, person_id)
        decision_id = decisions.add(owner_id, kind="name", anchor=anchor, payload={"name": name}, now=now)
        settle(cursor, owner_id, people.mention_ids(person_id))
    return decision_id


def name_written(name: str) -> str:
    """Return a name as it is kept: whole, with single blanks.

    :raises TextTooLong: if it is longer than a name
    """
    words = " ".join(name.replace("\0", "").split())
    if len(words) > LONGEST_NAME:
        raise TextTooLong("text_too_long", length=len(words), most=LONGEST_NAME)
    return words
