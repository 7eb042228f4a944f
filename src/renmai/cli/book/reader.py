"""The book the command line works on: opened, or made, without asking."""

from renmai.actions.book.open_book import open_book
from renmai.cli import clock, language
from renmai.domain.book.owners import Viewer
from renmai.queries.book.viewers import viewer_of_this_book


def open_for_reader() -> Viewer:
    """Return the owner of the book and speak their language from here on."""
    viewer = open_book(
        now=clock.moment(),
        language=language.of_this_machine(),
        time_zone=language.time_zone_of_this_machine(),
        region=language.region_of_this_machine(),
    )
    language.activate(viewer.language)
    return viewer


def speak_as_the_owner() -> None:
    """Speak the owner's language if there is a book, and make none if there is not."""
    viewer = viewer_of_this_book()
    if viewer is not None:
        language.activate(viewer.language)
