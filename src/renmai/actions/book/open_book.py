"""Open the book, making it on first use."""

from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.store.book import this_book


def open_book(now: datetime, language: str = "zh-hans", time_zone: str = "UTC", region: str = "CN") -> Viewer:
    """Return whose book it is; make folder, tables and owner where missing. Twice changes nothing."""
    if known := _known():
        return known
    with this_book.nobody_else():
        if known := _known():
            return known
        this_book.make_ready()
        return this_book.viewer_of_this_book() or this_book.add_owner(
            language=language, time_zone=time_zone, region=region, now=now
        )


def _known() -> Viewer | None:
    return this_book.viewer_of_this_book() if this_book.is_ready() else None
