"""Record what the owner says a tie is, beside what was computed (T2, T3)."""

from collections.abc import Mapping
from datetime import datetime

from renmai.actions.book.noting import somebody
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.domain.ties.ties import Bond, Correction, TieClass
from renmai.store.book import decisions
from renmai.store.book.bulk import writing
from renmai.store.people import people
from renmai.store.ties import corrections

AS_COMPUTED: Mapping[str, None] = {"tie_class": None, "bond": None, "strength": None}
LONGEST_BECAUSE = 500


class NoTieToCorrect(Refused):
    """The owner, a list, a role or a robot carries no tie."""


class NoSuchWord(Refused):
    """What was said is no class, no bond, or no strength from 0 to 1."""


def record_tie(
    viewer: Viewer,
    person_id: int,
    said: Mapping[str, str | float | None],
    *,
    now: datetime,
    because: str = "",
    counts_at: datetime | None = None,
) -> int | None:
    """Note what a tie is by the owner's word; return the decision's id, None where nothing new was said.

    :param said: `tie_class`, `bond` and `strength` (0 to 1), each only if it is spoken of; None takes an
        earlier word back, so that what was computed holds again
    :param because: why the owner says so
    :param counts_at: the moment it was said, where the owner acts as of another day than today
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NoTieToCorrect: if it is the owner, or nobody in particular
    :raises NoSuchWord: if one of the values is none
    """
    _check(said)
    owner_id = viewer.owner_id
    with writing(owner_id):
        person = somebody(owner_id, person_id, NoTieToCorrect, "no_tie_to_correct")
        standing = corrections.corrections(owner_id, [person_id]).get(person_id, Correction())
        why = " ".join(because.split())[:LONGEST_BECAUSE]
        new = _new(standing, said, why)
        if not new:
            return None
        payload: dict[str, object] = {corrections.SAID: new, "name": person.name}
        if why:
            payload[corrections.BECAUSE] = why
        if counts_at is not None:
            payload[corrections.COUNTS_AT] = counts_at.isoformat()
        anchor = people.anchor_of(owner_id, person_id)
        decision_id = decisions.add(owner_id, kind=corrections.KIND, anchor=anchor, payload=payload, now=now)
        corrections.look_again(owner_id, anchor)
    return decision_id


def _new(
    standing: Correction, said: Mapping[str, str | float | None], why: str
) -> dict[str, str | float | None]:
    """Return what does not stand yet; where all of it does, what now has another reason."""
    words = {name: getattr(standing, name) for name in said}
    new = {name: value for name, value in said.items() if (words[name] and words[name].value) != value}
    if new or not why:
        return new
    return {name: said[name] for name, word in words.items() if word is not None and word.because != why}


def _check(said: Mapping[str, str | float | None]) -> None:
    choices = {"tie_class": TieClass, "bond": Bond}
    for name, value in said.items():
        if value is None:
            continue
        if name in choices and value not in set(choices[name]):
            raise NoSuchWord("no_such_word", word=str(value), words=", ".join(choices[name]))
        if name == "strength" and not (isinstance(value, float | int) and 0 <= value <= 1):
            raise NoSuchWord("no_such_strength", strength=value)
