"""Fresh ties: kept ties and open letters brought up to a moment, all of them or only those that changed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from renmai import engine
from renmai.domain.because import Because
from renmai.domain.letters import OWED_DAYS, Open, open_letters
from renmai.domain.owners import Viewer
from renmai.domain.ties import Tie
from renmai.store import letters as store_letters
from renmai.store import ties as store_ties
from renmai.store.bulk import writing
from renmai.store.events import events_of

DAY_S = 86_400
YARDSTICK = b"renmai.yardstick"
HABIT_DAYS = 365
"""How far back usual reply times are looked for."""
CONVERSATION_DAYS = 120
MANY = 0.25
"""When more than this share of people changed, looking at all is quicker than picking them out."""


def fresh_ties(viewer: Viewer, as_of_epoch_s: int) -> None:
    """Bring ties up to a moment; without a change since the last time it costs two small looks."""
    owner_id = viewer.owner_id
    stale = store_ties.stale_ids(owner_id)
    moment, yardstick = store_ties.as_of(owner_id)
    is_of_that_moment = moment == as_of_epoch_s
    if is_of_that_moment and not stale:
        return
    kept = 0 if not is_of_that_moment else store_ties.count(owner_id)
    only = stale if is_of_that_moment and len(stale) <= max(50, MANY * kept) else None
    store_ties.begin(owner_id, stale)
    me = store_ties.my_ids(owner_id)
    ties: list[Tie] = []
    months: dict[int, Sequence[Sequence[int]]] = {}
    found: list[tuple[int, Open]] = []
    if me:
        events = events_of(owner_id, as_of_epoch_s, only)
        if events.num_rows:
            given = yardstick.encode() if only is not None and yardstick else None
            table = engine.ties(events, as_of_epoch_s=as_of_epoch_s, egos=list(me), yardstick=given)
            ties = list(_ties(table))
            yardstick = (table.schema.metadata or {}).get(YARDSTICK, b"").decode()
            months = _months(events, me, month_starts(viewer, as_of_epoch_s))
        found = list(_open(owner_id, as_of_epoch_s, only))
    with writing(owner_id) as cursor:
        store_ties.keep_ties(cursor, owner_id, ties, months, only)
        store_letters.keep_open_letters(cursor, owner_id, found, only)
        store_ties.end(cursor, owner_id, as_of_epoch_s, yardstick)


def _open(owner_id: int, as_of_epoch_s: int, person_ids: Sequence[int] | None) -> Iterator[tuple[int, Open]]:
    """Yield everybody with whom something is open."""
    recent = as_of_epoch_s - OWED_DAYS * DAY_S
    mine = store_letters.my_side(
        owner_id, since_epoch_s=as_of_epoch_s - CONVERSATION_DAYS * DAY_S, until_epoch_s=as_of_epoch_s
    )
    audience = store_letters.audiences(owner_id, since_epoch_s=recent, until_epoch_s=as_of_epoch_s)
    people = store_letters.letters_by_person(
        owner_id,
        since_epoch_s=as_of_epoch_s - HABIT_DAYS * DAY_S,
        until_epoch_s=as_of_epoch_s,
        audience=audience,
        person_ids=person_ids,
    )
    for person_id, letters in people:
        found = open_letters(
            letters, my_acts=mine.acts, my_last_in_thread=mine.last_in_thread, as_of_epoch_s=as_of_epoch_s
        )
        if found.owed or found.awaited:
            yield person_id, found


def _ties(table: pa.Table) -> Iterator[Tie]:
    """Yield the engine's rows as values; each reason carries its code's contribution."""
    for row in table.to_pylist():
        yield Tie(
            person_id=row["alter"],
            strength=row["strength"],
            strength_before=row.get("strength_before"),
            tie_class=row["tie_class"],
            state=row["state"],
            reciprocity=row["reciprocity"],
            standing=row["standing"],
            acts_out=row["acts_out"],
            acts_in=row["acts_in"],
            days_active=row["days_active"],
            first_at_epoch_s=row["first_at_epoch_s"],
            last_out_epoch_s=row["last_out_epoch_s"],
            last_in_epoch_s=row["last_in_epoch_s"],
            rhythm_days=row["rhythm_days"],
            because=tuple(
                Because(each["code"], {"contribution": round(each["contribution"], 3)})
                for each in row["because"] or ()
            ),
        )


def month_starts(viewer: Viewer, as_of_epoch_s: int) -> list[int]:
    """Return when the last twelve calendar months began in the owner's zone, and the end as the last."""
    day = viewer.day_of(as_of_epoch_s - 1)
    first = day.year * 12 + day.month - 12
    zone = ZoneInfo(viewer.time_zone)
    starts = [date((first + n) // 12, (first + n) % 12 + 1, 1) for n in range(12)]
    moments = [datetime.combine(start, time(), zone).astimezone(UTC) for start in starts]
    return [int(moment.timestamp()) for moment in moments] + [as_of_epoch_s]


def _months(events: pa.Table, me: Sequence[int], starts: Sequence[int]) -> Mapping[int, list[list[int]]]:
    """Return for each person the acts from me and from them in each month, mass and automatic ones apart."""
    at = events["at_epoch_s"].to_numpy()
    sender, recipient = events["sender"].to_numpy(), events["recipient"].to_numpy()
    kinds = events["kind"].to_numpy(zero_copy_only=False)
    month = np.searchsorted(np.asarray(starts), at, side="right") - 1
    counts = (month >= 0) & (month < 12) & (kinds != "mass") & (kinds != "automatic")
    mine = np.isin(sender, me)
    found: dict[int, list[list[int]]] = {}
    for side, mask, who in ((0, counts & mine, recipient), (1, counts & ~mine, sender)):
        cells, number = np.unique(who[mask] * 12 + month[mask], return_counts=True)
        for cell, count in zip(cells.tolist(), number.tolist(), strict=True):
            found.setdefault(cell // 12, [[0] * 12, [0] * 12])[side][cell % 12] = count
    return found
