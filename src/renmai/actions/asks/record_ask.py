"""Record an ask that was made, with the verdict it was made on (V7)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from renmai.actions.asks.noting import NoSuchExchange, check_person, size_of, words_of
from renmai.domain.asks.limits import Verdict
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.store.asks import ledger as exchanges
from renmai.store.book.bulk import writing
from renmai.store.people import notes


class NeedsBecause(Refused):
    """Asking against the verdict wants one line of why."""


class Judged(NamedTuple):
    """The verdict an ask was made on, and how near it was to the shipped lines (1 at the line)."""

    verdict: str
    load: float
    owed: float


def record_ask(
    viewer: Viewer,
    person_id: int,
    what: str,
    judged: Judged,
    *,
    size: str,
    now: datetime,
    on: date,
    why_them: str = "",
    because: str = "",
    wish_id: int | None = None,
) -> int:
    """Note that the owner asked; return the decision's id. Nothing is sent.

    :param because: why the owner asks though the verdict is not go
    :param wish_id: the wish this fulfils; taking the ask back brings the wish back
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NotAnExchange: if it has no words, its size is none, or it is of nobody in particular
    :raises NeedsBecause: if the verdict is not go and no reason is given
    :raises NoSuchExchange: if no wish of that id stands
    """
    why = " ".join(because.split())
    payload: dict[str, object] = {"what": words_of(what), "size": size_of(size)}
    if Verdict(judged.verdict) != Verdict.GO and not why:
        raise NeedsBecause("ask_wants_because")
    payload |= _said(why_them=" ".join(why_them.split()), because=why)
    payload |= {"verdict": str(judged.verdict), "load": judged.load, "owed": judged.owed}
    owner_id = viewer.owner_id
    with writing(owner_id):
        check_person(owner_id, person_id)
        if wish_id is not None:
            if notes.one(owner_id, wish_id, exchanges.WISH) is None:
                raise NoSuchExchange("no_such_wish", wish=wish_id)
            payload["wish"] = str(wish_id)
        return notes.note(owner_id, kind=exchanges.ASK, person_id=person_id, payload=payload, on=on, now=now)


def _said(**texts: str) -> Mapping[str, str]:
    return {name: text for name, text in texts.items() if text}
