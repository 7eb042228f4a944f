"""Who looks: the owner of this book."""

from dataclasses import replace

from renmai.domain.book.owners import Viewer
from renmai.store.book import this_book
from renmai.store.pages.listing import people_count


def viewer_of_this_book(*, can_wait: bool = True) -> Viewer | None:
    """Return the one owner of a personal book, None before there is a book.

    :param can_wait: whether a look may work out a whole new day first
    """
    viewer = this_book.viewer_of_this_book() if this_book.is_ready() else None
    return viewer and replace(viewer, can_wait=can_wait)


def viewer_if_readable() -> Viewer | None:
    """Return the one owner of a personal book, None also where the book cannot be read at all."""
    try:
        return viewer_of_this_book()
    except Exception as wrong:
        if not this_book.is_fault(wrong):
            raise
        return None


def has_new_book() -> bool:
    """Tell whether nobody is in the book yet."""
    viewer = viewer_if_readable()
    return viewer is not None and people_count(viewer.owner_id) == 0
