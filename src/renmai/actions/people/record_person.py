"""Add somebody by hand, with an address or without; who is likely there already is named before."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from renmai.actions.people.record_me import handles_meant
from renmai.actions.people.record_name import NoName, name_written
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.handles import Handle
from renmai.domain.people.names import is_real_name
from renmai.queries.capture.adapter import Adapter
from renmai.queries.capture.erasing import eraser_of
from renmai.queries.people.search import FoundPerson, found_person
from renmai.queries.people.whom import MOST_NAMED, meant_exactly
from renmai.sources.by_hand.records import HandPerson, person_record
from renmai.store.book import decisions
from renmai.store.book.bulk import Cursor, writing
from renmai.store.capture import by_hand
from renmai.store.people import people
from renmai.store.people.anchors import people_at
from renmai.store.people.portraits import portraits


class LikelyThere(Refused):
    """Somebody of that name is in the book, who may be meant."""


class HandleTaken(Refused):
    """Somebody in the book carries that handle: they are that person."""


class ErasedBefore(Refused):
    """Whoever carries that handle was erased for good."""


class AddedPerson(NamedTuple):
    """Who was added: the decision that undoes it, and who it is in the book."""

    decision_id: int
    person_id: int
    name: str


def record_person(
    viewer: Viewer, name: str, handles: Sequence[str] = (), *, now: datetime, is_new: bool = False
) -> AddedPerson:
    """Write somebody down.

    :param is_new: whether the owner knows of those of that name and means somebody else
    :raises NoName: if there is no letter in the name
    :raises TextTooLong: if it is longer than a name
    :raises NotAHandle: if a handle is none
    :raises HandleTaken: if somebody in the book carries one of the handles
    :raises LikelyThere: if somebody of that name is in the book, and may be meant
    :raises ErasedBefore: if whoever carries one of the handles was erased
    """
    called = name_written(name)
    if not is_real_name(called):
        raise NoName("no_name")
    carried = tuple(dict.fromkeys(handles_meant(viewer, handles)))
    with writing(viewer.owner_id) as cursor:
        check_free(viewer, carried)
        if not is_new:
            _check_new(viewer, called)
        record_id, person_id = keep_person(viewer, cursor, called, carried, now=now)
        decision_id = decisions.add(
            viewer.owner_id,
            kind=by_hand.PERSON,
            anchor=people.anchor_of(viewer.owner_id, person_id),
            payload={"name": called, by_hand.RECORDS: [record_id]},
            now=now,
        )
    return AddedPerson(decision_id, person_id, called)


def keep_person(
    viewer: Viewer, cursor: Cursor, name: str, handles: Sequence[Handle], *, now: datetime
) -> tuple[str, int]:
    """Keep somebody inside the caller's transaction; return the id of their record, and who they are.

    :raises ErasedBefore: if whoever carries one of the handles was erased
    """
    kept = HandPerson(name, tuple(map(str, handles)))
    record = person_record(secrets.token_hex(by_hand.DIGITS_OF_AN_ID), kept)
    eraser = eraser_of(viewer)
    if eraser is not None and eraser.without(record) is not record:
        raise ErasedBefore("erased_before", name=name)
    by_hand.keep(cursor, viewer.owner_id, [record], Adapter(viewer), now=now)
    return record.external_id, by_hand.person_of(viewer.owner_id, record)


def namesakes(viewer: Viewer, name: str) -> tuple[FoundPerson, ...]:
    """Return the people who go by just this name, as written or as read."""
    found = meant_exactly(viewer.owner_id, name)
    return tuple(found_person(each) for each in found if each.is_person and not each.is_me)


def check_free(viewer: Viewer, handles: Sequence[Handle]) -> None:
    """Refuse a handle that somebody carries.

    :raises HandleTaken: if somebody does
    """
    mine = set(decisions.my_handles(viewer.owner_id))
    carriers = people_at(viewer.owner_id, map(str, handles))
    for handle in handles:
        if handle in mine:
            raise HandleTaken("handle_is_mine", handle=handle.value)
        if person_id := carriers.get(str(handle)):
            whose = found_person(portraits(viewer.owner_id, [person_id])[person_id])
            raise HandleTaken("handle_taken", handle=handle.value, person=whose.told_apart)


def _check_new(viewer: Viewer, name: str) -> None:
    """Refuse a name that somebody goes by.

    :raises LikelyThere: if somebody does
    """
    if found := namesakes(viewer, name):
        told = [each.told_apart for each in found[:MOST_NAMED]]
        raise LikelyThere("likely_there", name=name, found=len(found), candidates=told)
