"""The book the command line works on: opened, or made, without asking."""

from collections.abc import Callable

from renmai.actions.book.open_book import open_book, open_what_can_be_read
from renmai.cli import clock, language
from renmai.domain.book.owners import Viewer
from renmai.queries.book.viewers import viewer_if_readable


def open_for_reader() -> Viewer:
    """Return the owner of the book and speak their language from here on."""
    return _opened(open_book)


def open_what_is_readable() -> Viewer:
    """Return the owner of the book, however damaged it is, and speak their language from here on."""
    return _opened(open_what_can_be_read)


def _opened(opens: Callable[..., Viewer]) -> Viewer:
    """Open the book as this machine would make one where there is none."""
    viewer = opens(
        now=clock.moment(),
        language=language.of_this_machine(),
        time_zone=language.time_zone_of_this_machine(),
        region=language.region_of_this_machine(),
    )
    language.activate(viewer.language)
    return viewer


def speak_as_the_owner() -> None:
    """Speak the owner's language if there is a book that can be read, and make none if there is not."""
    viewer = viewer_if_readable()
    if viewer is not None:
        language.activate(viewer.language)
