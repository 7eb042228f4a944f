"""Record a wish to ask somebody on a day to come, without asking yet (V7)."""

from datetime import date, datetime

from renmai.actions.asks.noting import check_person, size_of, words_of
from renmai.actions.book.noting import UntilIsPast
from renmai.domain.book.owners import Viewer
from renmai.store.asks import ledger
from renmai.store.book.bulk import writing
from renmai.store.people import notes


def record_wish(
    viewer: Viewer,
    person_id: int,
    what: str,
    *,
    size: str,
    until: date,
    now: datetime,
    on: date,
    why_them: str = "",
    is_proud: bool | None = None,
) -> int:
    """Keep what the owner wants to ask from a day on; return the decision's id.

    :param is_proud: whether they would be proud to be part of it, None where the owner does not say
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NotAnExchange: if it has no words, its size is none, or it is of nobody in particular
    :raises UntilIsPast: if `until` is not after the day on which it is noted
    """
    if until <= on:
        raise UntilIsPast("until_is_past", until_on=until.isoformat(), today_on=on.isoformat())
    payload: dict[str, object] = {"what": words_of(what), "size": size_of(size), "until": until.isoformat()}
    if why := " ".join(why_them.split()):
        payload["why_them"] = why
    if is_proud is not None:
        payload["is_proud"] = is_proud
    owner_id = viewer.owner_id
    with writing(owner_id):
        check_person(owner_id, person_id)
        return notes.note(owner_id, kind=ledger.WISH, person_id=person_id, payload=payload, on=on, now=now)
