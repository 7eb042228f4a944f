"""Record how an ask ended: granted, declined, or ignored (V7)."""

from datetime import date, datetime

from renmai.actions.asks.noting import NoSuchExchange, NotAnExchange
from renmai.domain.asks.limits import AskOutcome
from renmai.domain.book.owners import Viewer
from renmai.store.asks import ledger
from renmai.store.book.bulk import writing
from renmai.store.people import notes


def record_ask_ending(viewer: Viewer, ask_id: int, outcome: str, *, now: datetime, on: date) -> int | None:
    """Note how an ask ended; return the decision's id, None where that was known.

    The latest word holds. A granted ask stands in the ledger as a favour received as long as this stands.

    :raises NotAnExchange: if the outcome is none
    :raises NoSuchExchange: if no ask of that id stands
    """
    if outcome not in set(AskOutcome):
        raise NotAnExchange("no_such_word", word=outcome, words=", ".join(AskOutcome))
    owner_id = viewer.owner_id
    with writing(owner_id):
        of = notes.one(owner_id, ask_id, ledger.ASK)
        if of is None:
            raise NoSuchExchange("no_such_ask", ask=ask_id)
        if ledger.outcome_of(owner_id, of) == outcome:
            return None
        day = max(on, date.fromisoformat(of.payload[notes.ON]))
        return notes.change(
            owner_id, of, kind=ledger.ASK_ENDED, payload={"outcome": outcome}, on=day, now=now
        )
