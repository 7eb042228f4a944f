"""Record that somebody is no longer in the owner's life, has died, or is back."""

from datetime import date, datetime

from renmai.actions.book.noting import somebody, worded
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.people.gone import Gone
from renmai.store.book.bulk import writing
from renmai.store.people import gone
from renmai.store.people.notes import note


class NoSuchState(Refused):
    """Somebody is archived, deceased, or neither."""


def record_gone(
    viewer: Viewer, person_id: int, state: str, *, now: datetime, on: date, because: str = ""
) -> int | None:
    """Note that somebody is gone, or back; return the decision's id, None where that stands already.

    The owner's word goes before a card's: who is called back is proposed again, whatever a card says.

    :param state: archived or deceased; empty where they are back
    :param because: why, in the owner's words
    :raises NoSuchState: if there is no such state
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    if state and state not in set(Gone):
        raise NoSuchState("no_such_word", word=state, words=", ".join(Gone))
    owner_id, why = viewer.owner_id, worded(because)
    with writing(owner_id) as cursor:
        somebody(owner_id, person_id)
        word = gone.words_of(owner_id, [person_id]).get(person_id)
        if (word.state if word else "") == state and (not why or (word and word.because == why)):
            return None
        payload: dict[str, object] = {gone.STATE: state, gone.BECAUSE: why}
        kept = note(owner_id, kind=gone.ARCHIVED, person_id=person_id, payload=payload, on=on, now=now)
        gone.settle_gone(cursor, owner_id, [person_id])
    return kept
