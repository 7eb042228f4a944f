"""Past asks with their endings, and the wishes kept for a day to come (V7)."""

from datetime import date

from renmai.domain.ask_limits import Limits
from renmai.domain.ask_rules import is_over
from renmai.domain.owners import Viewer
from renmai.queries.ask import basis_of
from renmai.queries.ask_cards import AsksCard, KeptWish, PastAsk
from renmai.queries.ask_situations import limits_of
from renmai.store.exchanges import exchanges
from renmai.store.people import names_by_id


def past_asks(viewer: Viewer, *, today: date) -> AsksCard:
    """Return every ask as of a day: what waits for an ending first, then the newest."""
    found = exchanges(viewer.owner_id, until=today)
    names = names_by_id(viewer.owner_id, found)
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
