"""Record who is in a group: from a pasted list, a table, a chat's name, or one by one (R2).

Members are mentioned, not met: nobody who is only named in a list becomes a person of the book.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from renmai.actions.book.noting import NothingSaid, somebody
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.handles import Handle, HandleKind
from renmai.domain.reach.groups import ListedMember, members_listed
from renmai.queries.reach.groups import group_of
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people.anchors import people_at
from renmai.store.people.notes import change, note, one
from renmai.store.reach.groups import (
    LISTED,
    MEMBER,
    MEMBER_REMOVED,
    NAMES,
    OF_GROUP,
    memberships,
    names_only,
)
from renmai.store.reach.listed import people_called, who_wrote_in


class NoSuchMember(Refused):
    """Somebody is not in that group, or nobody wrote in that chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersReport:
    """What a list of members came to; `decision_id` None where nothing was new.

    `added` are people of the book, `names` those whom it does not know, `unsure` names that several people go
    by; the latter are kept as names, too.
    """

    decision_id: int | None
    added: int
    names: int
    unsure: tuple[str, ...]


def record_members(viewer: Viewer, number: int, listed: str, *, now: datetime, on: date) -> MembersReport:
    """Note who is in a group by a list; twice changes nothing.

    :raises NoSuchGroup: if the owner has none of that number
    :raises NothingSaid: if the list names nobody
    """
    owner_id, wanted = viewer.owner_id, members_listed(listed)
    if not wanted:
        raise NothingSaid("nothing_said", field="members")
    with writing(owner_id):
        group_of(viewer, number, today=date.max)
        people, names, unsure = _meant(owner_id, wanted)
        added = _new(owner_id, number, people)
        kept = names_only(owner_id, until=date.max).get(number, ())
        fresh = [name for name in names if name not in kept]
        made = _members(owner_id, number, added, now=now, on=on, is_last=not fresh)
        if fresh:
            payload: dict[str, object] = {OF_GROUP: number, LISTED: [*kept, *fresh]}
            payload |= {decisions.MADE_WITH: made} if made else {}
            made = [*made, note(owner_id, kind=NAMES, person_id=None, payload=payload, on=on, now=now)]
        return MembersReport(
            decision_id=made[-1] if made else None, added=len(added), names=len(fresh), unsure=tuple(unsure)
        )


def record_members_of_chat(
    viewer: Viewer, number: int, chat: str, *, now: datetime, on: date
) -> MembersReport:
    """Note as members whoever wrote in a chat of several.

    :raises NoSuchGroup: if the owner has none of that number
    :raises NoSuchMember: if nobody wrote in a chat of that name
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        group_of(viewer, number, today=date.max)
        people = who_wrote_in(owner_id, chat.strip())
        if not people:
            raise NoSuchMember("no_such_chat", chat=chat.strip())
        added = _new(owner_id, number, people)
        made = _members(owner_id, number, added, now=now, on=on)
        return MembersReport(decision_id=made[-1] if made else None, added=len(added), names=0, unsure=())


def record_member(viewer: Viewer, number: int, person_id: int, *, now: datetime, on: date) -> int | None:
    """Note that somebody is in a group; return the decision's id, None where that stands.

    :raises NoSuchGroup: if the owner has none of that number
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        group_of(viewer, number, today=date.max)
        somebody(owner_id, person_id)
        made = _members(owner_id, number, _new(owner_id, number, [person_id]), now=now, on=on)
        return made[-1] if made else None


def record_member_removal(viewer: Viewer, number: int, person_id: int, *, now: datetime, on: date) -> int:
    """Note that somebody is not in a group, or no longer; return the decision's id.

    :raises NoSuchGroup: if the owner has none of that number
    :raises NoSuchMember: if they are not in it
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        group = group_of(viewer, number, today=date.max)
        theirs = memberships(owner_id, until=date.max, person_ids=[person_id])
        member = next((each for each in theirs if each.group == number), None)
        decision = one(owner_id, member.number, MEMBER) if member else None
        if decision is None:
            raise NoSuchMember("not_in_group", group=group.name)
        payload: dict[str, object] = {OF_GROUP: number}
        return change(owner_id, decision, kind=MEMBER_REMOVED, payload=payload, on=on, now=now)


def _meant(owner_id: int, wanted: Iterable[ListedMember]) -> tuple[list[int], list[str], list[str]]:
    """Return whom a list surely means, the names of all others, and which of these several people go by."""
    listed = list(wanted)
    addresses = {each.address: str(Handle(HandleKind.MAIL, each.address)) for each in listed if each.address}
    by_address = people_at(owner_id, addresses.values()) if addresses else {}
    called = people_called(owner_id, {each.name for each in listed if each.name})
    people: dict[int, None] = {}
    names: dict[str, None] = {}
    unsure: dict[str, None] = {}
    for each in listed:
        by_name = called.get(each.name, [])
        person_id = by_address.get(addresses.get(each.address, ""))
        if person_id is None and len(by_name) == 1 and not each.address:
            person_id = by_name[0]
        if person_id is not None:
            people[person_id] = None
            continue
        names[each.name or each.address] = None
        if len(by_name) > 1:
            unsure[each.name] = None
    return list(people), list(names), list(unsure)


def _new(owner_id: int, number: int, person_ids: Iterable[int]) -> list[int]:
    there = {each.person_id for each in memberships(owner_id, until=date.max) if each.group == number}
    return [pk for pk in person_ids if pk not in there]


def _members(
    owner_id: int, number: int, person_ids: list[int], *, now: datetime, on: date, is_last: bool = True
) -> list[int]:
    """Note some members; the last of them takes the others with it when it is undone."""
    made: list[int] = []
    for person_id in person_ids:
        payload: dict[str, object] = {OF_GROUP: number}
        if is_last and made and person_id == person_ids[-1]:
            payload[decisions.MADE_WITH] = made
        made = [*made, note(owner_id, kind=MEMBER, person_id=person_id, payload=payload, on=on, now=now)]
    return made
