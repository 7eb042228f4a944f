"""Record whether two who look like one human are one: yes, no, or not sure (C2)."""

from datetime import datetime

from renmai.actions.people.merge_people import SamePerson, merge_people
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.people.likeness import APART, UNSURE, Sameness
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people import likely, people
from renmai.store.people.identity import settle
from renmai.upkeep.people.likely import count_anew


def record_sameness(
    viewer: Viewer, one_id: int, other_id: int, sameness: Sameness, *, now: datetime
) -> int | None:
    """Note what the owner says of two people; return the decision's id, None where it stands already.

    Yes joins the other into the one. No holds for ever, whatever comes in; not sure only asks no more.

    :raises NoSuchPerson: if one of them is not in the book
    :raises SamePerson: if they are one already
    """
    owner_id = viewer.owner_id
    if sameness == Sameness.YES:
        decision_id: int | None = merge_people(viewer, one_id, other_id, now=now)
    else:
        decision_id = _record(owner_id, one_id, other_id, is_sure=sameness == Sameness.NO, now=now)
    count_anew(owner_id)
    return decision_id


def _record(owner_id: int, one_id: int, other_id: int, *, is_sure: bool, now: datetime) -> int | None:
    if one_id == other_id:
        raise SamePerson("same_person", person=str(one_id))
    with writing(owner_id) as cursor:
        one, other = people.one(owner_id, one_id), people.one(owner_id, other_id)
        if one is None or other is None:
            raise NoSuchPerson(one_id if one is None else other_id)
        if (min(one_id, other_id), max(one_id, other_id)) in likely.said_of_two(
            owner_id, APART if is_sure else UNSURE
        ):
            return None
        decision_id = decisions.add(
            owner_id,
            kind=APART if is_sure else UNSURE,
            anchor=people.anchor_of(owner_id, one_id),
            payload={"other": people.anchor_of(owner_id, other_id), "name": other.name},
            now=now,
        )
        if is_sure:
            settle(cursor, owner_id, people.mention_ids(one_id) + people.mention_ids(other_id))
    return decision_id
