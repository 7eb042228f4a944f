"""When something was last written down of somebody: an act by hand, or a note."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import connection

from renmai.domain.book.owners import Viewer
from renmai.store.book.bulk import among
from renmai.store.capture.imports import BY_HAND
from renmai.store.people.own_notes import own_notes


def written_since(viewer: Viewer, person_ids: Sequence[int], since: date, *, today: date) -> dict[int, date]:
    """Return by person the latest day of which something was written down, from one day to another."""
    condition, listed = among("m.person_id", person_ids)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT m.person_id, MAX(p.at_epoch_s) FROM renmai_mention m
            CROSS JOIN renmai_participation p CROSS JOIN renmai_interaction i CROSS JOIN renmai_inboxrecord r
            CROSS JOIN renmai_import came
            WHERE m.owner_id = %s AND {condition} AND p.mention_id = m.id
              AND p.at_epoch_s >= %s AND p.at_epoch_s < %s
              AND i.id = p.interaction_id AND r.id = i.record_id
              AND came.id = r.of_import_id AND came.state = %s
            GROUP BY m.person_id
            """,
            [
                viewer.owner_id,
                listed,
                viewer.end_of(since - timedelta(days=1)),
                viewer.end_of(today),
                BY_HAND,
            ],
        )
        found = {person_id: viewer.day_of(at_epoch_s) for person_id, at_epoch_s in cursor.fetchall()}
    for note in own_notes(viewer.owner_id, until=today, person_ids=person_ids):
        if note.on >= since:
            found[note.person_id] = max(note.on, found.get(note.person_id, note.on))
    return found
