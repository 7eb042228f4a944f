"""Open the book, making it on first use."""

from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.store.book import this_book


def open_book(now: datetime, language: str = "zh-hans", time_zone: str = "UTC", region: str = "CN") -> Viewer:
    """Return whose book it is; make folder, tables and owner where missing. Twice changes nothing."""
    if not this_book.is_ready():
        this_book.make_ready()
    known = this_book.viewer_of_this_book()
    return known or this_book.add_owner(language=language, time_zone=time_zone, region=region, now=now)
