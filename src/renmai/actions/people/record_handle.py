"""Record under which address, number or name somebody is reached, or that one added by hand is none."""

import secrets
from datetime import datetime

from renmai.actions.book.noting import somebody
from renmai.actions.book.undo_decision import undo_by_number
from renmai.actions.people.record_me import handles_meant
from renmai.actions.people.record_person import ErasedBefore, check_free
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.handles import Handle
from renmai.queries.capture.adapter import Adapter
from renmai.queries.capture.erasing import eraser_of
from renmai.sources.by_hand.records import HandPerson, person_record
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.capture import by_hand
from renmai.store.people import people
from renmai.store.people.anchors import anchors_of

HANDLE = "handle"
"""The kind of the decision that somebody is reached under a handle."""


class NotByHand(Refused):
    """The handle came with a file, or is none of theirs."""


def record_handle(viewer: Viewer, person_id: int, typed: str, *, now: datetime) -> int | None:
    """Note a handle of somebody's; return the decision's id, None where they carry it already.

    :raises NotAHandle: if the text is none
    :raises HandleTaken: if somebody else carries it
    :raises ErasedBefore: if whoever carries it was erased
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id = viewer.owner_id
    [handle] = handles_meant(viewer, [typed])
    with writing(owner_id) as cursor:
        person = somebody(owner_id, person_id)
        if str(handle) in anchors_of(owner_id, [person_id]):
            return None
        check_free(viewer, [handle])
        about = people.anchor_of(owner_id, person_id)
        record = person_record(
            secrets.token_hex(by_hand.DIGITS_OF_AN_ID), HandPerson("", (str(handle),), (), about)
        )
        eraser = eraser_of(viewer)
        if eraser is not None and eraser.without(record) is not record:
            raise ErasedBefore("erased_before", name=person.name)
        by_hand.keep(cursor, owner_id, [record], Adapter(viewer), now=now)
        payload: dict[str, object] = {
            "text": handle.value,
            "handle": str(handle),
            "name": person.name,
            by_hand.RECORDS: [record.external_id],
        }
        return decisions.add(owner_id, kind=HANDLE, anchor=about, payload=payload, now=now)


def record_handle_removal(viewer: Viewer, person_id: int, typed: str, *, now: datetime) -> int:
    """Take back a handle that was added by hand; return the decision by which it comes back.

    :raises NotAHandle: if the text is none
    :raises NotByHand: if it was not added by hand to this person
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id = viewer.owner_id
    [handle] = handles_meant(viewer, [typed])
    with writing(owner_id):
        person = somebody(owner_id, person_id)
        number = _added(owner_id, person_id, handle)
        if number is None:
            raise NotByHand("handle_not_by_hand", name=person.name, handle=handle.value)
        undone = undo_by_number(viewer, number, now=now)
    return undone.taken_back_by or number


def _added(owner_id: int, person_id: int, handle: Handle) -> int | None:
    """Return the decision that added a handle to somebody, None where there is none."""
    theirs = anchors_of(owner_id, [person_id])
    added = decisions.standing(owner_id, HANDLE, anchors=theirs)
    return next((each.pk for each in reversed(added) if each.payload["handle"] == str(handle)), None)
