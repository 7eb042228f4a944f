"""Record how the owner met somebody, in their own words, and on which day."""

from datetime import date, datetime

from renmai.actions.book.noting import NothingSaid, day_happened, somebody, worded
from renmai.domain.book.owners import Viewer
from renmai.store.book.bulk import writing
from renmai.store.people.notes import note
from renmai.store.people.own_word import HOW_MET, HowMet, how_met


def record_how_met(
    viewer: Viewer, person_id: int, text: str, *, now: datetime, on: date, met_on: date | None = None
) -> int | None:
    """Note how somebody was met; return the decision's id, None where just that stands.

    By which channel they were met stays as it is noted.

    :raises NothingSaid: if there is neither a word nor a day
    :raises NotYet: if the day is still to come
    :raises NoSuchDay: if the day lies centuries off
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NobodyToNote: if it is the owner, or nobody in particular
    """
    owner_id, words = viewer.owner_id, worded(text)
    if not words and met_on is None:
        raise NothingSaid("nothing_said", field="how")
    if met_on is not None:
        day_happened(met_on, today=on)
    with writing(owner_id):
        somebody(owner_id, person_id)
        before = how_met(owner_id, person_id, until=date.max) or HowMet()
        said = before._replace(text=words, on=met_on)
        if said == before:
            return None
        return note(owner_id, kind=HOW_MET, person_id=person_id, payload=said.payload, on=on, now=now)
