"""The book the command line works on: opened, or made, without asking."""

from renmai.actions.open_book import open_book
from renmai.cli import clock, language
from renmai.domain.owners import Viewer


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
