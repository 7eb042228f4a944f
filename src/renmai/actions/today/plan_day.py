"""Plan a day before anybody looks at it: what a look would have to compute is computed and kept."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.upkeep.ties.ties import fresh_ties


def plan_day(viewer: Viewer, *, today: date) -> None:
    """Bring the kept ties up to the end of a day; without a change it costs two small looks."""
    fresh_ties(viewer, viewer.end_of(today))
