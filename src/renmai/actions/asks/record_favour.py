"""Record a favour or a gift, given or received (V6)."""

from datetime import date, datetime

from renmai.actions.asks.noting import NotAnExchange, check_person, size_of, words_of
from renmai.actions.book.noting import day_happened
from renmai.domain.asks.amounts import FROM, amount_of
from renmai.domain.asks.ledger import Size
from renmai.domain.book.owners import Viewer
from renmai.store.asks import ledger
from renmai.store.book.bulk import writing
from renmai.store.people import notes


def record_favour(
    viewer: Viewer,
    person_id: int,
    what: str,
    *,
    is_from_me: bool,
    now: datetime,
    on: date,
    size: str | None = None,
    amount: str = "",
    is_gift: bool = False,
    is_thanked: bool = False,
    today: date | None = None,
) -> int:
    """Note a favour and return the decision's id.

    :param size: small, middle or large; None takes it from the amount, and middle where there is none
    :param amount: what it was worth, like `200 CNY`; the size said goes before what the amount would mean
    :param is_thanked: thanks were said for it already
    :param today: the day on which it is noted, where that is not the one of `now`
    :raises NoSuchPerson: if the book holds nobody of that id
    :raises NotAnExchange: if it has no words, its size or amount is none, or it is with nobody in particular
    :raises NoSuchDay: if the day lies centuries off
    :raises NotYet: if it is still to come
    """
    day_happened(on, today=today or viewer.day_of(int(now.timestamp())))
    text = words_of(what)
    worth = amount_of(amount, region=viewer.region) if amount.strip() else None
    if amount.strip() and worth is None:
        raise NotAnExchange("no_such_amount", amount=amount, currencies=", ".join(FROM))
    known = size_of(size or (worth.size if worth else Size.MIDDLE))
    owner_id = viewer.owner_id
    with writing(owner_id):
        check_person(owner_id, person_id)
        payload: dict[str, object] = {"is_from_me": is_from_me, "size": known, "what": text}
        if worth:
            payload["amount"] = str(worth)
        if is_gift:
            payload["is_gift"] = True
        if is_thanked:
            payload["is_thanked"] = True
        return notes.note(owner_id, kind=ledger.FAVOUR, person_id=person_id, payload=payload, on=on, now=now)
