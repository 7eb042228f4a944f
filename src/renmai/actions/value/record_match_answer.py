"""Record that a match is put aside for good (V4)."""

from datetime import date, datetime

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.value.matches import pair_named, same_words
from renmai.domain.value.values import Side
from renmai.store.book.bulk import writing
from renmai.store.people import notes, people
from renmai.store.people.notebook import MINE
from renmai.store.value.matches import GIVER, MATCH_DISMISSED
from renmai.store.value.values import values_with


class NoSuchMatch(Refused):
    """No need and offer of that name stand."""


def record_match_answer(viewer: Viewer, key: str, *, now: datetime, on: date) -> int:
    """Put a match aside; it stays so for these two people and these words. Return the decision's id.

    :raises NoSuchMatch: if `key` does not name a need and an offer that stand
    """
    owner_id = viewer.owner_id
    pair = pair_named(key)
    with writing(owner_id):
        found = values_with(owner_id, pair, until=on) if pair else {}
        need, offer = map(found.get, pair or ("", ""))
        if need is None or offer is None or (need.side, offer.side) != (Side.NEED, Side.OFFER):
            raise NoSuchMatch("no_such_match", key=key)
        giver = MINE if offer.person_id is None else people.anchor_of(owner_id, offer.person_id)
        payload: dict[str, object] = {
            "need": same_words(need.text),
            "offer": same_words(offer.text),
            GIVER: giver,
        }
        return notes.note(
            owner_id, kind=MATCH_DISMISSED, person_id=need.person_id, payload=payload, on=on, now=now
        )
