"""People: a page of a saved view or of what a search finds, strongest tie first."""

from datetime import date

from renmai.domain.owners import Viewer
from renmai.queries.cards import PeoplePage
from renmai.queries.fresh_ties import fresh_ties
from renmai.queries.tie_cards import person_row, person_rows
from renmai.store import listing
from renmai.store.portraits import portraits
from renmai.store.search import find

MOST_FOUND = 1000


def people(
    viewer: Viewer, *, today: date, search: str = "", view: str = "", page: int = 1, per_page: int = 50
) -> PeoplePage:
    """Return one page; a search is answered best match first, a view strongest tie first.

    `view` is worth, strong, weak, cooling, dormant_strong, pseudo or all; anything else means all.
    """
    as_of = viewer.end_of(today)
    fresh_ties(viewer, as_of)
    owner_id = viewer.owner_id
    view = view if view in listing.VIEWS else "all"
    counts = listing.view_counts(owner_id, as_of)
    page, per_page = max(1, page), max(1, per_page)
    skip = (page - 1) * per_page
    if search.strip():
        found = listing.within(owner_id, view, find(owner_id, search, limit=MOST_FOUND), as_of)
        total_found = len(found)
        rows = person_rows(viewer, found[skip : skip + per_page], today=today)
    else:
        total_found = counts[view]
        ordered = listing.page_of(owner_id, view, as_of, skip=skip, take=per_page)
        known = portraits(owner_id, [person_id for person_id, _ in ordered])
        rows = tuple(person_row(viewer, known[person_id], tie, today=today) for person_id, tie in ordered)
    return PeoplePage(
        rows=rows,
        total=counts["all"],
        found=total_found,
        counts=counts,
        page=page,
        pages=max(1, -(-total_found // per_page)),
    )
