"""Open the book, making it on first use."""

from datetime import datetime

from renmai.domain.book.owners import Viewer
from renmai.store.book import this_book as book


def open_book(now: datetime, language: str = "zh-hans", time_zone: str = "UTC", region: str = "CN") -> Viewer:
    """Return whose book it is; make folder, tables and owner where missing. Twice changes nothing."""
    if not book.is_ready():
        book.make_ready()
    known = book.viewer_of_this_book()
    return known or book.add_owner(language=language, time_zone=time_zone, region=region, now=now)
