"""Computed ties: the engine's figures of everybody, or of some, as values, with the acts of each month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from json import dumps, loads
from typing import Any

import pyarrow as pa

from renmai.domain.book.because import Because
from renmai.domain.ties.basis import BasisEvidence
from renmai.domain.ties.cadence import DAY_S
from renmai.domain.ties.ties import Tie, Turns
from renmai.engine.acts_in_touch import acts_in_touch
from renmai.engine.backend import connected
from renmai.engine.basis_evidence import basis
from renmai.engine.measures.activity import ACTIVITY
from renmai.engine.run import SNAPSHOT, ties_at
from renmai.store.ties.acts import who_is_who
from renmai.store.ties.events import events_of
from renmai.store.ties.way_counts import WayCounts
from renmai.upkeep.ties.contact_counts import days_of, months_of, trails
from renmai.upkeep.ties.figures import Computed

EVIDENCE = tuple(field.name for field in fields(BasisEvidence))
FIGURES = (
    *("strength", "tie_class", "state", "reciprocity", "standing", "acts_out", "acts_in", "days_active"),
    *("first_at_epoch_s", "last_out_epoch_s", "last_in_epoch_s", "rhythm_days"),
)
LOOKS = ("now", "before")
BEFORE_DAYS = 90
TURNS = tuple(field.name for field in fields(Turns))
ENGINE_MEMORY = "700MB"
"""What the engine may hold beside the events themselves; the rest goes to disk."""


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
    who = who_is_who(owner_id, only)
    ways = WayCounts(who)
    events = events_of(owner_id, as_of_epoch_s, only, who=who, counted=ways)
    if not events.num_rows:
        return Computed([], {}, snapshots, trails({}, ways.found()))
    given = loads(snapshots) if only is not None and snapshots else {}
    with connected(memory_limit=ENGINE_MEMORY):  # one engine answers all three questions
        now, then = ties_at(
            events,
            as_of_epoch_s=[as_of_epoch_s, as_of_epoch_s - BEFORE_DAYS * DAY_S],
            egos=list(me),
            snapshots=[dumps(given[when]).encode() for when in LOOKS if given],
            memory_limit=ENGINE_MEMORY,
        )
        evidence = basis_evidence(events, as_of_epoch_s, me)
        recent = acts_in_touch(
            events, since_epoch_s=min(starts[0], midnights[0]), egos=list(me), memory_limit=ENGINE_MEMORY
        )
    before = dict(zip(then["alter"].to_pylist(), then["strength"].to_pylist(), strict=True))
    looked = zip(LOOKS, (now, then), strict=True)
    measured = {when: loads(table.schema.metadata[SNAPSHOT]) for when, table in looked}
    own = _own_activity(measured["now"], as_of_epoch_s)
    ties = list(_ties(now, before, evidence, own))
    days = days_of(recent, me, midnights, first_day)
    return Computed(ties, months_of(recent, me, starts), dumps(measured), trails(days, ways.found()))


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
