"""Runs the basis measure from events to evidence, as of one moment."""

from collections.abc import Sequence

import pyarrow as pa
from ibis.expr.types import Table

from renmai.engine import backend, statements
from renmai.engine.measures.basis import basis_table, with_places
from renmai.engine.tables import sound


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
        table = statements.named(connection, _placed, (backend.events_table(connection, events),), {})
        values = {"as_of_epoch_s": as_of_epoch_s, "egos": egos}
        rows = statements.rows(connection, basis_table, (table,), values)
    return rows.sort_by([("ego", "ascending"), ("alter", "ascending")])


def _placed(events: Table) -> Table:
    return sound(with_places(events))
