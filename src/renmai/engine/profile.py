"""A first look at events: how many rows, which break the contract, what the optional columns hold."""

from pathlib import Path
from typing import Any

from ibis.expr.types import Table

from renmai.engine import backend
from renmai.engine.measures.weights import is_silent
from renmai.engine.tables import FAULTS, Profile, checked, fault_of

SHOWN_ROWS = 20


def profile_of(connection: Any, events: Table) -> Profile:
    """Count what `Profile` holds, in one pass."""
    faults = fault_of(events)
    counted = events.aggregate(
        rows=events.count(),
        silent_rows=events.count(where=is_silent(events)),
        linked_rows=events.reply_to.count(),
        named_rows=events.act.count(),
        first_at=events.at_epoch_s.min(where=~faults["bad_time"]),
        last_at=events.at_epoch_s.max(where=~faults["bad_time"]),
        **{name: events.count(where=is_so.fill_null(False)) for name, is_so in faults.items()},
    )
    row = backend.rows(connection, counted).to_pylist()[0]
    return Profile(
        rows=row["rows"],
        faults={name: row[name] or 0 for name in FAULTS},
        silent_rows=row["silent_rows"] or 0,
        linked_rows=row["linked_rows"],
        named_rows=row["named_rows"],
        first_at_epoch_s=row["first_at"],
        last_at_epoch_s=row["last_at"],
        numbers_people=events.sender.type().is_string() and backend.sorts_numbers_faster(connection),
    )


def rows_left_out(connection: Any, given: Path, profile: Profile) -> dict[str, list[int]]:
    """Return the first rows with each fault there is in the files given, counted from 1 over all of them."""
    if not profile.left_out:
        return {}
    events = checked(backend.numbered_events(connection, given), "row")
    numbers: dict[str, list[int]] = {}
    faults = fault_of(events)
    for fault in profile.left_out:
        first = events.filter(faults[fault].fill_null(False)).select("row").order_by("row").limit(SHOWN_ROWS)
        numbers[fault] = connection.to_pyarrow(first)["row"].to_pylist()
    return numbers
