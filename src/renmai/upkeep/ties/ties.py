"""Fresh ties: kept ties and open letters brought up to a moment, all of them or only those that changed."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from renmai.domain.book.owners import Viewer
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.letters import OWED_DAYS, Open, open_letters
from renmai.domain.ties.ties import corrected
from renmai.store.book.bulk import writing
from renmai.store.ties import kept_ties, trails
from renmai.store.ties.corrections import corrections
from renmai.store.ties.letters import audiences, keep_open_letters, letters_by_person, my_side
from renmai.store.ties.replies import keep_habits
from renmai.store.together.cooperations import finished
from renmai.upkeep.people.likely import fresh_likely
from renmai.upkeep.ties.figures import Computed, nobody_s

CONTACT_DAYS = 728
"""Two years of weeks, as a person's page shows them day by day."""
HABIT_DAYS = 365
"""How far back habits of answering are looked for."""
CONVERSATION_DAYS = 120
FEW = 50
"""So many people are looked at within a second, while somebody waits."""
MANY = 0.25
"""When more than this share of people changed, looking at all is quicker than picking them out."""


def fresh_ties(viewer: Viewer, as_of_epoch_s: int) -> None:
    """Bring ties up to a moment; without a change since the last time it costs one small query.

    Who cannot wait gets those of a few people who changed, as of the moment that is kept. A new day, or many
    who changed, are left to whoever can, and ties stay as they were.
    """
    owner_id = viewer.owner_id
    standing = kept_ties.standing(owner_id)
    if not viewer.can_wait:
        if standing.as_of_epoch_s is None:
            return
        as_of_epoch_s = standing.as_of_epoch_s
    if standing.is_of(as_of_epoch_s):
        return
    if viewer.can_wait:
        fresh_likely(viewer)
    stale = kept_ties.stale_ids(owner_id)
    is_of_that_moment = standing.as_of_epoch_s == as_of_epoch_s
    kept = 0 if not is_of_that_moment else kept_ties.count(owner_id)
    only = stale if is_of_that_moment and len(stale) <= max(FEW, MANY * kept) else None
    if viewer.can_wait or (only is not None and len(only) <= FEW):
        _look(viewer, as_of_epoch_s, stale, only)


def _look(viewer: Viewer, as_of_epoch_s: int, stale: Sequence[int], only: Sequence[int] | None) -> None:
    """Compute ties anew, of everybody or of some, and keep them."""
    owner_id = viewer.owner_id
    look = kept_ties.begin(owner_id, stale)
    me = kept_ties.my_ids(owner_id)
    snapshots = kept_ties.snapshots(owner_id)
    computed = _computed(viewer, as_of_epoch_s, me, only, snapshots) if me else nobody_s(snapshots)
    found = list(_open(owner_id, as_of_epoch_s, only)) if me else []
    with writing(owner_id) as cursor:
        done = finished(owner_id, until=viewer.day_of(as_of_epoch_s - 1), person_ids=only)
        ties = corrected(computed.ties, corrections(owner_id, only), done)
        kept_ties.keep_ties(cursor, owner_id, ties, computed.months, only)
        trails.keep(cursor, owner_id, computed.trails, only)
        keep_open_letters(cursor, owner_id, found, only)
        keep_habits(cursor, owner_id, ((person_id, each.their_habit) for person_id, each in found), only)
        kept_ties.end(cursor, owner_id, look, stale)
        if only is None:
            kept_ties.are_of(cursor, owner_id, look, as_of_epoch_s, computed.snapshots)


def _computed(
    viewer: Viewer, as_of_epoch_s: int, me: Sequence[int], only: Sequence[int] | None, snapshots: str
) -> Computed:
    from renmai.upkeep.ties.computed import computed_ties  # noqa: PLC0415 - Arrow and the engine take a second, and most looks need neither

    first_day = viewer.day_of(as_of_epoch_s - 1) - timedelta(days=CONTACT_DAYS - 1)
    return computed_ties(
        viewer.owner_id,
        as_of_epoch_s,
        me=me,
        only=only,
        snapshots=snapshots,
        starts=month_starts(viewer, as_of_epoch_s),
        midnights=[viewer.end_of(first_day + timedelta(days=n - 1)) for n in range(CONTACT_DAYS + 1)],
        first_day=first_day.toordinal(),
    )


def _open(owner_id: int, as_of_epoch_s: int, person_ids: Sequence[int] | None) -> Iterator[tuple[int, Open]]:
    """Yield everybody with whom something is open, or whose habit of answering is known."""
    recent = as_of_epoch_s - OWED_DAYS * DAY_S
    mine = my_side(
        owner_id, since_epoch_s=as_of_epoch_s - CONVERSATION_DAYS * DAY_S, until_epoch_s=as_of_epoch_s
    )
    audience = audiences(owner_id, since_epoch_s=recent, until_epoch_s=as_of_epoch_s)
    people = letters_by_person(
        owner_id,
        since_epoch_s=as_of_epoch_s - HABIT_DAYS * DAY_S,
        until_epoch_s=as_of_epoch_s,
        audience=audience,
        read_since_epoch_s=recent,
        person_ids=person_ids,
    )
    for person_id, letters in people:
        found = open_letters(
            letters,
            my_acts=mine.acts,
            my_last_in_thread=mine.last_in_thread,
            answered_acts=mine.answered,
            as_of_epoch_s=as_of_epoch_s,
        )
        if found.owed or found.awaited or found.their_habit.asked:
            yield person_id, found


def month_starts(viewer: Viewer, as_of_epoch_s: int) -> list[int]:
    """Return when the last twelve calendar months began in the owner's zone, and the end as the last."""
    day = viewer.day_of(as_of_epoch_s - 1)
    first = day.year * 12 + day.month - 12
    zone = ZoneInfo(viewer.time_zone)
    starts = [date((first + n) // 12, (first + n) % 12 + 1, 1) for n in range(12)]
    moments = [datetime.combine(start, time(), zone).astimezone(UTC) for start in starts]
    return [int(moment.timestamp()) for moment in moments] + [as_of_epoch_s]
