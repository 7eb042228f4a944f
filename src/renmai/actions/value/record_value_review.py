"""Review what the owner offers: looked through on this day, due again after a quarter (V1)."""

from datetime import date, datetime

from renmai.domain.book.owners import Viewer
from renmai.store.book.bulk import writing
from renmai.store.people import notes
from renmai.store.value.values import REVIEWED, reviewed_on


def review_values(viewer: Viewer, *, now: datetime, on: date) -> int | None:
    """Note that it was looked through; return the note's id, None where it was on that day already."""
    with writing(viewer.owner_id):
        if reviewed_on(viewer.owner_id, until=on) == on:
            return None
        return notes.note(viewer.owner_id, kind=REVIEWED, person_id=None, payload={}, on=on, now=now)
