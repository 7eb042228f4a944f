"""Make what pages of this process asked for: the process that leads does it with the plan of the day."""

from renmai.domain.book.owners import Viewer
from renmai.upkeep.book.wanted import make_wanted


def make_wanted_cards(viewer: Viewer) -> None:
    """Make and keep the cards that pages answered without, since they take longer than a page may."""
    make_wanted(viewer.owner_id)
