"""The one person that words name, as the owner calls them."""

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.people.portraits import Portrait, portraits
from renmai.store.people.search import find, named

MOST_NAMED = 8


class NotOnePerson(Refused):
    """Nobody goes by that name, or several people do."""


def person_named(viewer: Viewer, text: str) -> Portrait:
    """Return who is called just so, else whom a search finds alone; the owner is nobody here.

    :raises NotOnePerson: if nobody or more than one person answers to it; the refusal lists who does
    """
    owner_id = viewer.owner_id
    ids = named(owner_id, text, is_whole=True, limit=MOST_NAMED) or find(owner_id, text, limit=MOST_NAMED)
    known = portraits(owner_id, ids)
    people = [each for each in known.values() if each.is_person and not each.is_me]
    if not people:
        raise NotOnePerson("no_such_person", person=text)
    if len(people) > 1:
        listed = ", ".join(f"{each.id} {each.name}" for each in people)
        raise NotOnePerson("several_people", person=text, found=len(people), candidates=listed)
    return people[0]
