"""Runs the basis measure from events to evidence, as of one moment."""

from collections.abc import Sequence

import pyarrow as pa

from renmai.engine import backend, statements
from renmai.engine.measures.basis import basis_table, with_places
from renmai.engine.profile import profile_of, sound_events


def basis(
    events: object,
    *,
    as_of_epoch_s: int,
    egos: Sequence[object] | None = None,
    engine: str = backend.EMBEDDED,
    memory_limit: str | None = None,
) -> pa.Table:
    """Return the evidence of each tie's basis (T6) strictly before a moment, a row per ego and alter.

    `events` as for `ties`, with the columns of `measures.basis.MORE` where they are known. Columns and their
    units are those of `basis_table`.
    """
    with backend.connected(engine, memory_limit=memory_limit) as connection:
        placed = statements.named(connection, with_places, (backend.events_table(connection, events),), {})
        table = sound_events(connection, placed)
        outline = profile_of(connection, placed).outline
        values = {"as_of_epoch_s": as_of_epoch_s, "egos": egos}
        rows = statements.rows(connection, basis_table, (table,), values, profile=outline)
    return rows.sort_by([("ego", "ascending"), ("alter", "ascending")])
