"""Computed acquaintances: the engine's pairs of the whole book as values."""

from collections.abc import Sequence

import pyarrow.compute as pc

from renmai.domain.ties.acquaintances import Acquaintance
from renmai.engine.knows_run import knows
from renmai.store.ties.events_seen import seen_acts

LEAST = 0.1
"""Below it nobody would be asked for an introduction."""
MOST_PAIRS = 100_000
ENGINE_MEMORY = "700MB"
"""What the engine may hold beside the events themselves; the rest goes to disk."""


def computed_acquaintances(
    owner_id: int, as_of_epoch_s: int, *, me: Sequence[int]
) -> tuple[Acquaintance, ...]:
    """Return who knows whom as of a moment, at most `MOST_PAIRS`, the likeliest."""
    if not me:
        return ()
    events = seen_acts(owner_id, as_of_epoch_s, me=min(me))
    if not events.num_rows:
        return ()
    pairs = knows(events, ego=min(me), is_view=True, memory_limit=ENGINE_MEMORY)
    likely = pairs.filter(pc.greater_equal(pairs["probability"], LEAST))
    order = [("probability", "descending"), ("a", "ascending"), ("b", "ascending")]
    columns = likely.sort_by(order).slice(0, MOST_PAIRS).to_pydict()
    return tuple(map(Acquaintance, columns["a"], columns["b"], columns["probability"]))
