"""The table of ties as one expression: every measure side by side, one row per ego and alter."""

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
from ibis.expr.types import Table

from renmai.engine.measures.activity import ACTIVITY, activity_of, with_activity
from renmai.engine.measures.acts import at_moments, conversations, involving, people
from renmai.engine.measures.flows import pair_flows
from renmai.engine.measures.reciprocity import reciprocity
from renmai.engine.measures.rhythm import rhythm_days, tolerant_days
from renmai.engine.measures.sides import sides
from renmai.engine.measures.standing import standing
from renmai.engine.measures.strength import features
from renmai.engine.measures.tie_class import tie_class
from renmai.engine.measures.tie_state import tie_state
from renmai.engine.measures.turns import settled_turns, turns
from renmai.engine.measures.weights import is_silent
from renmai.engine.model import because, parts, probability
from renmai.engine.tables import Profile


def tie_table(
    events: Table,
    activity: Table | None,
    *,
    as_of_epoch_s: Sequence[Any],
    egos: Sequence[Any] | None,
    intercept: Any,
    terms: Mapping[str, Sequence[Any]],
    horizon_days: float,
    profile: Profile,
) -> Table:
    """Return the ties as of some moments; with `egos`, those and their activity, which `run` removes again.

    `intercept` and `terms` are the strength model's. `activity`, where given, is the egos' own.
    """
    events = involving(events, egos)
    seen = seen_from(events, profile, as_of_epoch_s, horizon_days, egos)
    if profile.silent_rows:
        seen = seen.union(_silent_sides(events, seen, as_of_epoch_s, egos))
    seen = seen.mutate(tolerance=tolerant_days(seen), **settled_turns(seen))
    full = with_activity(seen, activity_of(seen) if activity is None else activity)
    contributions = parts(terms, features(full, horizon_days))
    parted = full.mutate(**contributions)
    contributions = {code: parted[code] for code in contributions}
    return parted.select(
        "ego",
        "alter",
        strength=probability(intercept, contributions),
        tie_class=tie_class(parted),
        state=tie_state(parted),
        reciprocity=reciprocity(parted),
        standing=standing(parted),
        acts_out=parted.out_acts,
        acts_in=parted.in_acts,
        # DuckDB adds whole numbers up to one of 128 bits, which its Parquet writes as a real one
        days_active=parted.days_active.cast("int32").cast("int64"),
        first_at_epoch_s=parted.first_at,
        last_out_epoch_s=parted.out_last_at,
        last_in_epoch_s=parted.in_last_at,
        rhythm_days=rhythm_days(parted),
        because=because(contributions),
        **turns(parted),
        **({name: parted[name] for name in ("as_of", *ACTIVITY)} if egos is not None else {}),
    )


def seen_from(
    events: Table,
    profile: Profile,
    as_of_epoch_s: Sequence[int],
    horizon_days: float,
    egos: Sequence[object] | None,
) -> Table:
    """Return the flows of every pair with evidence, from both its sides."""
    known_people = people(events, profile)
    acts = conversations(events, known_people, as_of_epoch_s, profile)
    return sides(pair_flows(acts, as_of_epoch_s, horizon_days), known_people, egos)


def _silent_sides(
    events: Table, seen: Table, as_of_epoch_s: Sequence[int], egos: Sequence[object] | None
) -> Table:
    """Return the pairs joined by nothing but broadcasts and machines: a row each, with every figure zero."""
    looked_at = at_moments(events.filter(is_silent(events)), as_of_epoch_s)
    quiet = looked_at.filter(looked_at.at_epoch_s < looked_at.as_of)
    there = quiet.select("as_of", ego="sender", alter="recipient")
    pairs = there.union(quiet.select("as_of", ego="recipient", alter="sender"), distinct=True)
    if egos is not None:
        pairs = pairs.filter(pairs.ego.isin(list(egos)))
    rest = pairs.anti_join(seen, ["as_of", "ego", "alter"])
    nothing = {
        name: ibis.literal(0, type=kind) if "last_at" not in name and name != "first_at" else ibis.null(kind)
        for name, kind in seen.schema().items()
        if name not in ("as_of", "ego", "alter")
    }
    return rest.mutate(**nothing).select(seen.columns)
