"""Split a person: some of what is said of them is somebody else's (C2)."""

from collections.abc import Sequence
from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson, Refused
from renmai.store.book import decisions
from renmai.store.book.bulk import reserve, writing
from renmai.store.people import people
from renmai.store.people.identity import settle
from renmai.store.people.taken import TAKEN, on_both_sides


class NothingToSplit(Refused):
    """The mentions given are none of this person's, or all of them."""


def split_person(viewer: Viewer, person_id: int, mention_ids: Sequence[int], *, now: datetime) -> int:
    """Make these mentions another person; return the decision's id.

    Mails from the same address go with them, unless nobody would be left. A card that stays, but carries an
    address that leaves, carries it no more.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NothingToSplit: if none or all of the person's mentions would leave
    """
    owner_id = viewer.owner_id
    with writing(owner_id) as cursor:
        person = people.one(owner_id, person_id)
        if person is None:
            raise NoSuchPerson(person_id)
        mentions = people.mentions_of(cursor, person_id)
        chosen = set(mention_ids) & {mention.id for mention in mentions}
        leaving = chosen | people.following(mentions, chosen)
        if len(leaving) == len(mentions):
            leaving = chosen
        if not chosen or len(leaving) == len(mentions):
            raise NothingToSplit("nothing_to_split", name=person.name)
        [new_id] = reserve(cursor, "renmai_person", 1)
        decision_id = decisions.add(
            owner_id,
            kind="split",
            anchor=people.anchor_of(owner_id, person_id),
            payload={
                "leaving": [mention.key for mention in mentions if mention.id in leaving],
                "staying": [mention.key for mention in mentions if mention.id not in leaving],
                "keep_id": person_id,
                "new_id": new_id,
                "name": person.name,
                TAKEN: on_both_sides(cursor, mentions, leaving),
            },
            now=now,
        )
        settle(cursor, owner_id, [mention.id for mention in mentions])
    return decision_id
