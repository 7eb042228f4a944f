"""Record that somebody bears a tag, that they do so no more, or that a tag goes by another name."""

from datetime import date, datetime

from renmai.actions.book.noting import NothingSaid, TextTooLong, somebody
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.tags import LONGEST_TAG, TagMark, as_tag, tag_key
from renmai.store.book.bulk import writing
from renmai.store.people import notes
from renmai.store.people.tags import AFTER, ALONG, BEFORE, TAG, TAG_REMOVED, TAG_RENAMED, tag_marks


class NoSuchTag(Refused):
    """Nobody bears that tag, or not that person."""


def record_tag(viewer: Viewer, person_id: int, tag: str, *, now: datetime, on: date) -> int | None:
    """Put a tag on somebody; return the decision's id, None where they bear it already.

    A tag that others bear is kept as it is written there.

    :raises NothingSaid: if the tag is empty
    :raises TextTooLong: if it is longer than a tag may be
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id, word = viewer.owner_id, _tag(tag)
    with writing(owner_id):
        somebody(owner_id, person_id)
        same = _marks(owner_id, word)
        if any(mark.person_id == person_id for mark in same):
            return None
        payload: dict[str, object] = {"text": same[0].tag if same else word}
        return notes.note(owner_id, kind=TAG, person_id=person_id, payload=payload, on=on, now=now)


def record_tag_removal(viewer: Viewer, person_id: int, tag: str, *, now: datetime, on: date) -> int:
    """Take a tag off somebody; return the decision's id.

    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    :raises NoSuchTag: if they do not bear it
    """
    owner_id = viewer.owner_id
    with writing(owner_id):
        person = somebody(owner_id, person_id)
        theirs = [mark for mark in _marks(owner_id, tag) if mark.person_id == person_id]
        decision = notes.one(owner_id, theirs[0].number, TAG) if theirs else None
        if decision is None:
            raise NoSuchTag("not_their_tag", name=person.name, tag=as_tag(tag))
        payload: dict[str, object] = {"text": theirs[0].tag, ALONG: [mark.number for mark in theirs[1:]]}
        return notes.change(owner_id, decision, kind=TAG_REMOVED, payload=payload, on=on, now=now)


def record_tag_rename(viewer: Viewer, tag: str, name: str, *, now: datetime, on: date) -> int | None:
    """Call a tag otherwise, of everybody who bears it; return the decision's id, None if it is called so.

    Where a tag of that name is there already, the two are one from then on.

    :raises NothingSaid: if the new name is empty
    :raises TextTooLong: if it is longer than a tag may be
    :raises NoSuchTag: if nobody bears the tag
    """
    owner_id, after = viewer.owner_id, _tag(name)
    with writing(owner_id):
        marks = _marks(owner_id, tag)
        if not marks:
            raise NoSuchTag("no_such_tag", tag=as_tag(tag))
        if all(mark.tag == after for mark in marks):
            return None
        payload: dict[str, object] = {BEFORE: marks[0].tag, AFTER: after}
        return notes.note(owner_id, kind=TAG_RENAMED, person_id=None, payload=payload, on=on, now=now)


def _marks(owner_id: int, tag: str) -> list[TagMark]:
    return [mark for mark in tag_marks(owner_id, until=date.max) if tag_key(mark.tag) == tag_key(tag)]


def _tag(typed: str) -> str:
    """Return a tag as it is kept.

    :raises NothingSaid: if nothing is left of it
    :raises TextTooLong: if it is too long
    """
    word = as_tag(typed)
    if not word:
        raise NothingSaid("nothing_said", field="tag")
    if len(word) > LONGEST_TAG:
        raise TextTooLong("text_too_long", length=len(word), most=LONGEST_TAG)
    return word
