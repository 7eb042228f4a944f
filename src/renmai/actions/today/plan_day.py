"""Plan a day before anybody looks at it, and make what pages asked for: what takes long is made and kept."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.pages.frame import frame_card
from renmai.queries.today.page import today_card
from renmai.upkeep.book.wanted import make_wanted


def plan_day(viewer: Viewer, *, today: date) -> None:
    """Bring ties and Today up to the end of a day; without a change it costs a few small queries.

    What pages asked for comes after, so that Today never waits for it.
    """
    today_card(viewer, today=today)
    frame_card(viewer, today=today)
    make_wanted(viewer.owner_id)
