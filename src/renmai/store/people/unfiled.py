"""Unfiled lines as they are kept: notes of nobody, until one is filed to somebody or thrown away."""

from datetime import date

from renmai.domain.people.unfiled import UnfiledLine
from renmai.store.people.notes import notes
from renmai.store.people.own_notes import OWN_NOTE

UNFILED, THROWN_AWAY = "unfiled", "unfiled_thrown_away"
FILED = "filed"
"""The key under which a note of somebody names the line that it was: while it stands, the line is filed."""


def unfiled_lines(owner_id: int, *, until: date) -> list[UnfiledLine]:
    """Return what waits to be filed on a day, newest first."""
    found = notes(owner_id, [UNFILED], [THROWN_AWAY], until=until, person_ids=[None])
    waiting = [each for each in found if not each.changes]
    filed = set()
    if waiting:
        of_people = notes(owner_id, [OWN_NOTE], [], until=until)
        filed = {each.payload[FILED] for each in of_people if FILED in each.payload}
    return [
        UnfiledLine(number=each.id, text=each.payload["text"], on=each.on)
        for each in reversed(waiting)
        if each.id not in filed
    ]
