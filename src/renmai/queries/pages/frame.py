"""The frame: what stands around every page, taken as it is kept."""

from dataclasses import dataclass
from datetime import date

from renmai.domain.book.owners import Viewer
from renmai.queries.pages.cards import FrameCard
from renmai.queries.today.page import as_kept
from renmai.store.book import decisions
from renmai.store.capture import import_pages
from renmai.store.pages.listing import people_count
from renmai.store.people.unfiled import unfiled_lines
from renmai.store.ties.kept_ties import standing_at
from renmai.upkeep.book.lasting import latest
from renmai.upkeep.book.wanted import is_wanted


@dataclass(frozen=True, slots=True)
class _Counts:
    """What of the frame stays the same until the book changes."""

    people: int
    today: int
    my_handles: tuple[str, ...]
    unfiled: int


def frame_card(viewer: Viewer, *, today: date) -> FrameCard:
    """Return the counts of the rail, by ties and letters as they are kept.

    Right after a note a page of a large book shows those from before it: Today is not worked out for a count.
    """
    ties, revision = standing_at(viewer.owner_id)
    moment = ties.as_of_epoch_s
    counts = latest(
        viewer,
        "frame",
        rests_on=f"{today} {moment}",
        revision=revision,
        make=lambda waiting: _counted(waiting, today),
        shape=_Counts,
    ) or _Counts(people_count(viewer.owner_id), 0, _mine(viewer), 0)
    return FrameCard(
        people_total=counts.people,
        today_total=counts.today,
        my_handles=counts.my_handles,
        unfiled_total=counts.unfiled,
        running_import_id=import_pages.running_id(viewer.owner_id),
        last_import_at=import_pages.last_done_at(viewer.owner_id),
        is_in_work=not viewer.can_wait and counts.people > 0 and not ties.is_of(viewer.end_of(today)),
        is_working_out=is_wanted(viewer.owner_id),
        ties_on=None if moment is None else viewer.day_of(moment - 1),
    )


def _counted(viewer: Viewer, today: date) -> _Counts:
    total = people_count(viewer.owner_id)
    items = as_kept(viewer, today=today).items if total else ()
    waiting = unfiled_lines(viewer.owner_id, until=today)
    return _Counts(total, len(items), _mine(viewer), len(waiting))


def _mine(viewer: Viewer) -> tuple[str, ...]:
    return tuple(map(str, decisions.my_handles(viewer.owner_id)))
