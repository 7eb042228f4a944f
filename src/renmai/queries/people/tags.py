"""Tags: the owner's own words by which people are put together, and who bears them."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.people.tags import people_of_each, tags_of_each
from renmai.queries.people.cards import TagCard
from renmai.store.people.people import names_of
from renmai.store.people.tags import tag_marks


def tag_cards(viewer: Viewer, *, today: date, person_id: int | None = None) -> tuple[TagCard, ...]:
    """Return every tag with who bears it on a day, by the alphabet; those of one person alone.

    :raises NoSuchPerson: if the book holds nobody of that id
    """
    asked = None if person_id is None else [person_id]
    if person_id is not None and person_id not in names_of(viewer.owner_id, [person_id]):
        raise NoSuchPerson(person_id)
    marks = tag_marks(viewer.owner_id, until=today, person_ids=asked)
    names = names_of(viewer.owner_id, {mark.person_id for mark in marks})
    return tuple(
        TagCard(tag=tag, people=tuple((pk, names[pk]) for pk in bearers if pk in names))
        for tag, bearers in people_of_each(marks).items()
    )


def tags_of(viewer: Viewer, person_id: int, *, today: date) -> tuple[str, ...]:
    """Return the tags that somebody bears on a day, in the order in which they were given."""
    marks = tag_marks(viewer.owner_id, until=today, person_ids=[person_id])
    return tags_of_each(marks).get(person_id, ())
