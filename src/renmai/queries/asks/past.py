"""Past asks with their endings, and the wishes kept for a day to come (V7)."""

from datetime import date

from renmai.domain.asks.limits import Limits
from renmai.domain.asks.rules import is_over
from renmai.domain.book.owners import Viewer
from renmai.queries.asks.cards import AsksCard, KeptWish, PastAsk
from renmai.queries.asks.check import basis_of
from renmai.queries.asks.situations import limits_of
from renmai.store.asks.ledger import exchanges
from renmai.store.people.people import names_of


def past_asks(viewer: Viewer, *, today: date) -> AsksCard:
    """Return every ask as of a day: what waits for an ending first, then the newest."""
    found = exchanges(viewer.owner_id, until=today)
    names = names_of(viewer.owner_id, found, is_person_only=True)
    asks = [
        PastAsk(person_id=pk, name=name, ask=each, is_over=is_over(each, Limits(), today))
        for pk, name in names.items()
        for each in found[pk].asks
    ]
    wishes = [
        KeptWish(person_id=pk, name=name, wish=each)
        for pk, name in names.items()
        for each in found[pk].wishes
    ]
    return AsksCard(
        asks=tuple(sorted(asks, key=lambda each: (not each.ask.is_open, -each.ask.on.toordinal(), -each.id))),
        wishes=tuple(sorted(wishes, key=lambda each: (each.wish.until, each.wish.key))),
        basis=basis_of(limits_of(viewer, today=today)),
    )
