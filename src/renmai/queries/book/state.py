"""The state of a book: what tells two looks at the same page from each other."""

from renmai.domain.book.owners import Viewer
from renmai.store.book import this_book
from renmai.upkeep.book import wanted


def book_state(viewer: Viewer) -> str | None:
    """Return a text that is another one after any change of what a page shows; None while an import runs."""
    return this_book.state(viewer.owner_id)


def askings() -> int:
    """Return how often pages asked this process's worker for something: a page that did is not whole."""
    return wanted.askings()
