"""Who looks: the owner of this book."""

from renmai.domain.owners import Viewer
from renmai.store import book


def viewer_of_this_book() -> Viewer | None:
    """Return the one owner of a personal book, None before there is a book."""
    return book.viewer_of_this_book() if book.is_ready() else None
