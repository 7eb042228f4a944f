"""The desk: what stands around every page, read without computing anything."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.pages.cards import DeskCard
from renmai.queries.today.plan import planned
from renmai.store.book import decisions
from renmai.store.capture import import_pages
from renmai.store.pages.listing import people_of


def desk(viewer: Viewer, *, today: date) -> DeskCard:
    """Return the counts of the rail; ties and letters are taken as they are kept."""
    total = people_of(viewer.owner_id).count()
    return DeskCard(
        people_total=total,
        today_total=len(planned(viewer, today=today).items) if total else 0,
        my_handles=tuple(str(handle) for handle in decisions.my_handles(viewer.owner_id)),
        running_import_id=import_pages.running_id(viewer.owner_id),
        last_import_at=import_pages.last_done_at(viewer.owner_id),
    )
