"""Meetings that a calendar tells of: acts of the owner with others, before or after they took place."""

from typing import NamedTuple

from django.db import connection

from renmai.domain.capture.interactions import Kind, Nature
from renmai.domain.reach.meetings import LARGEST
from renmai.store.capture.imports import BY_HAND
from renmai.store.ties.letters import MY_MENTIONS

MET = (Kind.MEETING, Kind.MEAL, Kind.EVENT)


class CalendarAppointment(NamedTuple):
    """One person's part in a meeting; several rows of one `interaction_id` are one meeting."""

    interaction_id: int
    at_epoch_s: int
    subject: str
    person_id: int


def in_calendar(owner_id: int, from_epoch_s: int, until_epoch_s: int) -> list[CalendarAppointment]:
    """Return with whom the owner meets between two moments, in the order of time.

    What was written down by hand has taken place, and was arranged with nobody here.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT DISTINCT i.id, i.at_epoch_s, i.subject, who.id
            FROM renmai_interaction i
            CROSS JOIN renmai_inboxrecord r
            CROSS JOIN renmai_import came
            CROSS JOIN renmai_participation p
            CROSS JOIN renmai_mention m
            CROSS JOIN renmai_person who
            WHERE i.owner_id = %s AND i.at_epoch_s >= %s AND i.at_epoch_s < %s
              AND i.kind IN (%s, %s, %s) AND i.nature = %s AND i.audience <= %s
              AND r.id = i.record_id AND came.id = r.of_import_id AND came.state <> %s
              AND p.interaction_id = i.id AND m.id = p.mention_id AND who.id = m.person_id
              AND NOT who.is_me AND who.is_person
              AND EXISTS (SELECT 1 FROM renmai_participation mine
                          WHERE mine.interaction_id = i.id AND mine.mention_id IN ({MY_MENTIONS}))
            ORDER BY i.at_epoch_s, i.id, who.id
            """,
            [owner_id, from_epoch_s, until_epoch_s, *MET, Nature.DIRECT, LARGEST, BY_HAND, owner_id],
        )
        return [CalendarAppointment._make(row) for row in cursor.fetchall()]
