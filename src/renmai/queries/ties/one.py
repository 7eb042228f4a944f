"""One tie with its evidence."""

from dataclasses import replace
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.book.refusals import NoSuchPerson
from renmai.queries.ties.as_cards import person_rows
from renmai.queries.ties.cards import PersonRow
from renmai.queries.ties.silences import replies_of
from renmai.store.ties.rows import rows_of
from renmai.upkeep.ties.ties import fresh_ties


def tie_row(viewer: Viewer, person_id: int, *, today: date) -> PersonRow:
    """Return somebody's line with their tie.

    :raises NoSuchPerson: where the book holds nobody of that id.
    """
    fresh_ties(viewer, viewer.end_of(today))
    rows = person_rows(viewer, [person_id], today=today, is_explained=True)
    if not rows:
        raise NoSuchPerson(person_id)
    (row,) = rows
    if row.tie is None:
        return row
    kept = rows_of(viewer.owner_id, [person_id])[person_id]
    return replace(row, replies=replies_of(viewer, person_id, row.name, kept.tie.turns, today=today))
