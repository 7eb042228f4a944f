"""Unfiled: what waits to be filed, newest first."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.people.cards import UnfiledCard
from renmai.store.people.unfiled import unfiled_lines


def unfiled_cards(viewer: Viewer, *, today: date) -> tuple[UnfiledCard, ...]:
    """Return what waits on a day."""
    found = unfiled_lines(viewer.owner_id, until=today)
    return tuple(UnfiledCard(number=each.number, text=each.text, on=each.on) for each in found)
