"""Which item of Today a word on the command line means: its number on the page or its key."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import Refused
from renmai.queries.today.cards import TodayItem
from renmai.queries.today.page import today_card


class NoSuchItem(Refused):
    """Today has no item of that number or key."""


def item_of(viewer: Viewer, text: str, *, today: date) -> TodayItem:
    """Return the item meant by `text`.

    :raises NoSuchItem: if Today shows none of that number or key.
    """
    items = today_card(viewer, today=today).items
    for number, item in enumerate(items, start=1):
        if text in (str(number), item.key):
            return item
    raise NoSuchItem("no_such_item", item=text, shown=len(items))
