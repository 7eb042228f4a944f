"""What letters of late seem to say of needs and offers, still waiting for the owner's answer (V2)."""

from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.value.proposals import Proposal
from renmai.store.ties.latest_letters import WINDOW_DAYS
from renmai.store.ties.latest_letters import proposals as found_in_letters


def value_proposals(viewer: Viewer, *, today: date, person_id: int | None = None) -> list[Proposal]:
    """Return the proposals of a day, newest first: of everybody, or of one person."""
    as_of = viewer.end_of(today)
    return found_in_letters(
        viewer.owner_id,
        until=today,
        since_epoch_s=as_of - WINDOW_DAYS * DAY_S,
        until_epoch_s=as_of,
        day_of=viewer.day_of,
        person_id=person_id,
    )
