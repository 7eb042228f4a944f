"""Record an ask that was made, with the verdict it was made on (V7)."""

from datetime import date, datetime
from typing import NamedTuple

from renmai.actions.asks.noting import NoSuchExchange, check_person, size_of, words_of
from renmai.domain.asks.asks import Ask, Request
from renmai.domain.asks.limits import Verdict
from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.queries.asks.cards import AskCard
from renmai.queries.asks.check import ask_card
from renmai.store.asks import ledger
from renmai.store.book.bulk import writing
from renmai.store.people import notes


class NeedsBecause(Refused):
    """Asking against the verdict wants one line of why."""


class AskMade(NamedTuple):
    """An ask as it was noted: the decision's id, and the check it was made on."""

    decision_id: int
    card: AskCard


def record_ask(
    viewer: Viewer,
    person_id: int,
    request: Request,
    *,
    now: datetime,
    on: date,
    because: str = "",
    wish_id: int | None = None,
) -> AskMade:
    """Check an ask and note that the owner made it, with the verdict of that day. Nothing is sent.

    :param because: why the owner asks though the verdict is not go
    :param wish_id: the wish this fulfils; taking the ask back brings the wish back
    :raises NoSuchPerson: if the book holds nobody of that id who could be asked
    :raises NotAnExchange: if it has no words, or its size is none
    :raises NeedsBecause: if the verdict is not go and no reason is given
    :raises NoSuchExchange: if no wish of that id stands
    """
    what, size, why = words_of(request.what), size_of(request.size), " ".join(because.split())
    card = ask_card(viewer, person_id, request, today=on)
    if card.verdict != Verdict.GO and not why:
        raise NeedsBecause("ask_wants_because")
    made = Ask(
        key="",
        on=on,
        what=what,
        size=size,
        why_them=" ".join(request.why_them.split()),
        verdict=str(card.verdict),
        because=why,
        load=card.nearness.load,
        owed=card.nearness.owed,
        wish="" if wish_id is None else str(wish_id),
    )
    owner_id = viewer.owner_id
    with writing(owner_id):
        check_person(owner_id, person_id)
        if wish_id is not None and notes.one(owner_id, wish_id, ledger.WISH) is None:
            raise NoSuchExchange("no_such_wish", wish=wish_id)
        return AskMade(ledger.keep_ask(owner_id, person_id, made, now=now), card)
