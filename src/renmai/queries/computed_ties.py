"""Computed ties: the engine's figures of everybody, or of some, as values, with the acts of each month."""

from collections.abc import Iterator, Mapping, Sequence
from json import dumps, loads
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from renmai import engine
from renmai.domain.because import Because
from renmai.domain.cadence import DAY_S
from renmai.domain.interactions import Nature
from renmai.domain.ties import Tie
from renmai.store.events import events_of

YARDSTICK = b"renmai.yardstick"
LOOKS = ("now", "before")
BEFORE_DAYS = 90
MONTHS = 12
ENGINE_MEMORY = "700MB"
"""What the engine may hold beside the events themselves; the rest goes to disk."""


class Computed(NamedTuple):
    """Ties, each person's acts from me and from them a month, and the yardstick a partial look needs."""

    ties: list[Tie]
    months: Mapping[int, Sequence[Sequence[int]]]
    yardstick: str


def computed_ties(
    owner_id: int,
    as_of_epoch_s: int,
    *,
    me: Sequence[int],
    only: Sequence[int] | None,
    yardstick: str,
    starts: Sequence[int],
) -> Computed:
    """Return the ties of `me` as of a moment, with everybody or with those in `only`.

    Strength is taken twice by one model, now and ninety days before, so that a change is the tie's own.
    """
    events = events_of(owner_id, as_of_epoch_s, only) if me else None
    if events is None or not events.num_rows:
        return Computed([], {}, yardstick)
    given = loads(yardstick) if only is not None and yardstick else {}
    now, then = engine.ties_at(
        events,
        as_of_epoch_s=[as_of_epoch_s, as_of_epoch_s - BEFORE_DAYS * DAY_S],
        egos=list(me),
        yardsticks=[dumps(given[when]).encode() for when in LOOKS if given],
        memory_limit=ENGINE_MEMORY,
    )
    before = dict(zip(then["alter"].to_pylist(), then["strength"].to_pylist(), strict=True))
    measured = zip(LOOKS, (now, then), strict=True)
    kept = dumps({when: loads(table.schema.metadata[YARDSTICK]) for when, table in measured})
    return Computed(list(_ties(now, before)), _months(events, me, starts), kept)


def _ties(table: pa.Table, before: Mapping[int, float]) -> Iterator[Tie]:
    """Yield the engine's rows as values; each reason carries its code's contribution."""
    for row in table.to_pylist():
        yield Tie(
            person_id=row["alter"],
            strength=row["strength"],
            strength_before=before.get(row["alter"]),
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


def _months(events: pa.Table, me: Sequence[int], starts: Sequence[int]) -> Mapping[int, list[list[int]]]:
    """Return for each person the acts from me and from them in each month, mass and automatic ones apart."""
    cells = [cell for batch in events.to_batches() for cell in _cells(batch, me, np.asarray(starts))]
    found: dict[int, list[list[int]]] = {}
    known, counts = np.unique(np.concatenate(cells), return_counts=True)
    for cell, count in zip(known.tolist(), counts.tolist(), strict=True):
        person, place = divmod(cell, 2 * MONTHS)
        side, month = divmod(place, MONTHS)
        found.setdefault(person, [[0] * MONTHS, [0] * MONTHS])[side][month] = count
    return found


def _cells(
    batch: pa.RecordBatch, me: Sequence[int], starts: NDArray[np.int64]
) -> Iterator[NDArray[np.int64]]:
    """Yield for each act of the last months one number: who, which side, which month."""
    recent = batch.filter(pc.greater_equal(batch["at_epoch_s"], starts[0]))
    kinds = recent["kind"].dictionary.to_pylist()
    silent = [place for place, kind in enumerate(kinds) if kind in (Nature.MASS, Nature.AUTOMATIC)]
    is_telling = ~np.isin(recent["kind"].indices.to_numpy(), silent)
    month = np.searchsorted(starts, recent["at_epoch_s"].to_numpy(), side="right") - 1
    sender, recipient = recent["sender"].to_numpy(), recent["recipient"].to_numpy()
    is_mine = np.isin(sender, me)
    for side, mask, who in ((0, is_mine, recipient), (1, ~is_mine, sender)):
        chosen = mask & is_telling & (month < MONTHS)
        yield (who[chosen] * 2 + side) * MONTHS + month[chosen]
