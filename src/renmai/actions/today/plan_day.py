"""Plan a day before anybody looks at it: what a query would have to compute is computed and kept."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.pages.frame import desk
from renmai.queries.today.page import today_card


def plan_day(viewer: Viewer, *, today: date) -> None:
    """Bring ties and Today up to the end of a day; without a change it costs a few small queries."""
    today_card(viewer, today=today)
    desk(viewer, today=today)
