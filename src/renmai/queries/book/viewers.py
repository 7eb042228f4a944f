"""Who looks: the owner of this book."""

from renmai.domain.book.owners import Viewer
from renmai.store.book import this_book


def viewer_of_this_book() -> Viewer | None:
    """Return the one owner of a personal book, None before there is a book."""
    return this_book.viewer_of_this_book() if this_book.is_ready() else None
