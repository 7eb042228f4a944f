"""Record a need or an offer: of somebody, or of the owner (V1, V2)."""

from datetime import date, datetime

from renmai.actions.book.noting import somebody
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.value.matches import same_words
from renmai.domain.value.values import Importance, Origin, Side
from renmai.store.book.bulk import writing
from renmai.store.people import notes
from renmai.store.value.values import PROPOSAL, VALUE, values

LONGEST_TEXT, LONGEST_SENTENCE = 200, 500


class NoValue(Refused):
    """What was given is no need and no offer."""


def record_value(
    viewer: Viewer,
    person_id: int | None,
    side: str,
    text: str,
    *,
    now: datetime,
    on: date,
    origin: str = Origin.SAID,
    importance: str = Importance.MIDDLE,
    until: date | None = None,
    act: str = "",
    sentence: str = "",
    proposal: str = "",
) -> int | None:
    """Note what somebody needs or offers; return the note's id, None where just that stands already.

    :param person_id: None for the owner's own
    :param on: the day on which it was known
    :param until: the last day on which it counts
    :param act: the interaction it was said in, with the `sentence` that says it
    :param proposal: the key of the proposal that is accepted by this
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NoValue: if there is no text, a word is none of those known, or it would end before it begins
    """
    said = checked(side=side, text=text, origin=origin, importance=importance, until=until, on=on)
    owner_id = viewer.owner_id
    with writing(owner_id):
        if person_id is not None:
            somebody(owner_id, person_id, NoValue, "no_value_of")
        standing = values(owner_id, until=on, person_ids=[person_id])
        if any((each.side, same_words(each.text)) == (side, same_words(text)) for each in standing):
            return None
        payload = {**said, "side": str(side), "act": act, "sentence": sentence[:LONGEST_SENTENCE]}
        if proposal:
            payload[PROPOSAL] = proposal
        return notes.note(owner_id, kind=VALUE, person_id=person_id, payload=payload, on=on, now=now)


def checked(
    *, side: str, text: str, origin: str, importance: str, until: date | None, on: date
) -> dict[str, object]:
    """Return what is said of a need or an offer as it is kept.

    :raises NoValue: as `record_value` says
    """
    for word, words in ((side, Side), (origin, Origin), (importance, Importance)):
        if word not in set(words):
            raise NoValue("no_such_word", word=str(word), words=", ".join(words))
    kept = " ".join(text.split())
    if not kept or len(kept) > LONGEST_TEXT:
        raise NoValue("value_needs_words", most=LONGEST_TEXT)
    if until is not None and until < on:
        raise NoValue("value_is_over", until_on=until.isoformat(), today_on=on.isoformat())
    return {
        "text": kept,
        "origin": str(origin),
        "importance": str(importance),
        "until": until.isoformat() if until else None,
    }
