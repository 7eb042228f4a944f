"""Agenda points as they are kept: each is a note of its person, closed by a later one."""

from collections.abc import Sequence
from datetime import date

from renmai.domain.people.agenda import AgendaPoint
from renmai.store.people.notes import notes

AGENDA, RAISED = "agenda", "agenda_raised"
ALONG = "along"
"""Where one talk raised several points: the further ones, beside the one that the decision names."""


def agenda_points(
    owner_id: int, *, until: date, person_ids: Sequence[int] | None = None
) -> list[AgendaPoint]:
    """Return every point as it stands on a day, oldest first; of everybody or of some."""
    found = notes(owner_id, [AGENDA], [RAISED], until=until, person_ids=person_ids)
    raised: dict[int, date] = {}
    for each in found:
        for _kind, payload, on in each.changes:
            raised |= dict.fromkeys((each.id, *payload.get(ALONG, ())), on)
    return [
        AgendaPoint(
            number=each.id,
            person_id=each.person_id,
            text=each.payload["text"],
            on=each.on,
            raised_on=raised.get(each.id),
        )
        for each in found
        if each.person_id is not None
    ]
