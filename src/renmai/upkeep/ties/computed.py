"""Computed ties: the engine's figures of everybody, or of some, as values, with the acts of each month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from json import dumps, loads
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from renmai.domain.book.because import Because
from renmai.domain.capture.interactions import Nature
from renmai.domain.ties.basis import BasisEvidence
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.ties import Tie, Turns
from renmai.engine.basis_evidence import basis
from renmai.engine.measures.activity import ACTIVITY
from renmai.engine.run import SNAPSHOT, ties_at
from renmai.store.ties.acts import who_is_who
from renmai.store.ties.events import events_of
from renmai.store.ties.trail_counts import Trails

EVIDENCE = tuple(field.name for field in fields(BasisEvidence))
FIGURES = (
    *("strength", "tie_class", "state", "reciprocity", "standing", "acts_out", "acts_in", "days_active"),
    *("first_at_epoch_s", "last_out_epoch_s", "last_in_epoch_s", "rhythm_days"),
)
LOOKS = ("now", "before")
BEFORE_DAYS = 90
MONTHS = 12
TURNS = tuple(field.name for field in fields(Turns))
ENGINE_MEMORY = "700MB"
"""What the engine may hold beside the events themselves; the rest goes to disk."""


class Computed(NamedTuple):
    """Ties, the acts from me and from them a month, and the model snapshots that a partial look needs."""

    ties: list[Tie]
    months: Mapping[int, Sequence[Sequence[int]]]
    snapshots: str
    trails: Iterator[tuple[int, str, str]]


def computed_ties(
    owner_id: int,
    as_of_epoch_s: int,
    *,
    me: Sequence[int],
    only: Sequence[int] | None,
    snapshots: str,
    starts: Sequence[int],
    midnights: Sequence[int],
    first_day: int,
) -> Computed:
    """Return the ties of `me` as of a moment, with everybody or with those in `only`.

    Strength is taken twice by one model, now and ninety days before, so that a change is the tie's own.

    :param starts: when each of the last months began, and the moment
    :param midnights: when each day began that contact is counted by, and the moment; the first is `first_day`
    """
    if not me:
        return Computed([], {}, snapshots, iter(()))
    who = who_is_who(owner_id, only)
    trails = Trails(who, midnights, first_day)
    events = events_of(owner_id, as_of_epoch_s, only, who=who, counted=trails)
    if not events.num_rows:
        return Computed([], {}, snapshots, trails.found())
    given = loads(snapshots) if only is not None and snapshots else {}
    now, then = ties_at(
        events,
        as_of_epoch_s=[as_of_epoch_s, as_of_epoch_s - BEFORE_DAYS * DAY_S],
        egos=list(me),
        snapshots=[dumps(given[when]).encode() for when in LOOKS if given],
        memory_limit=ENGINE_MEMORY,
    )
    before = dict(zip(then["alter"].to_pylist(), then["strength"].to_pylist(), strict=True))
    looked = zip(LOOKS, (now, then), strict=True)
    measured = {when: loads(table.schema.metadata[SNAPSHOT]) for when, table in looked}
    evidence = basis_evidence(events, as_of_epoch_s, me)
    own = _own_activity(measured["now"], as_of_epoch_s)
    ties = list(_ties(now, before, evidence, own))
    return Computed(ties, _months(events, me, starts), dumps(measured), trails.found())


def basis_evidence(events: pa.Table, as_of_epoch_s: int, me: Sequence[int]) -> dict[int, BasisEvidence]:
    """Return for each person what tells whose the tie with them is, theirs or a position's."""
    table = basis(events, as_of_epoch_s=as_of_epoch_s, egos=list(me), memory_limit=ENGINE_MEMORY)
    return {row["alter"]: BasisEvidence(*(row[name] for name in EVIDENCE)) for row in table.to_pylist()}


def _own_activity(measure: Mapping[str, Any], as_of_epoch_s: int) -> dict[str, int]:
    """Return how many days ago the owner last reached out to anybody, and anybody to the owner."""
    latest = {
        name: max((ego[place] for ego in measure["egos"] if ego[place] is not None), default=None)
        for place, name in enumerate(ACTIVITY, start=1)
    }
    said = {"own_out_ago_days": latest["ego_out_last_at"], "own_in_ago_days": latest["ego_in_last_at"]}
    return {name: (as_of_epoch_s - 1 - at) // DAY_S for name, at in said.items() if at is not None}


def tie_of(row: Mapping[str, Any], **more: Any) -> Tie:
    """Return a row of the engine as a value, with `more` of its fields."""
    return Tie(person_id=row["alter"], **{name: row[name] for name in FIGURES}, **more)


def _ties(
    table: pa.Table,
    before: Mapping[int, float],
    basis: Mapping[int, BasisEvidence],
    own_activity: Mapping[str, int],
) -> Iterator[Tie]:
    """Yield the engine's rows as values; each reason carries its code's contribution."""
    of_all = {"own_activity": own_activity}
    for row in table.to_pylist():
        yield tie_of(
            row,
            strength_before=before.get(row["alter"]),
            turns=Turns(**{name: row[name] for name in TURNS}),
            because=tuple(
                Because(
                    each["code"],
                    {"contribution": round(each["contribution"], 3), **of_all.get(each["code"], {})},
                )
                for each in row["because"] or ()
            ),
            basis=basis.get(row["alter"]),
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
