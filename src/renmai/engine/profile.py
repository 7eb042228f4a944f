"""A first look at events: how many rows, which break the contract, what the optional columns hold."""

from pathlib import Path
from typing import Any

from ibis.expr.types import Table

from renmai.engine import backend, statements
from renmai.engine.measures.contact import is_plain
from renmai.engine.measures.weights import is_silent
from renmai.engine.tables import FAULTS, Profile, checked, fault_of, sound

SHOWN_ROWS = 20


def checked_events(connection: Any, events: object) -> Table:
    """Return events under a name with every column of the contract, or say what is wrong with them."""
    return statements.named(connection, checked, (backend.events_table(connection, events),), {})


def sound_events(connection: Any, checked_events: Table) -> Table:
    """Return under a name only the rows that keep the contract."""
    return statements.named(connection, sound, (checked_events,), {})


def profile_of(connection: Any, checked_events: Table) -> Profile:
    """Count what `Profile` holds, in one pass."""
    row = statements.rows(connection, _counted, (checked_events,), {}).to_pylist()[0]
    return Profile(
        rows=row["rows"],
        faults={name: row[name] or 0 for name in FAULTS},
        silent_rows=row["silent_rows"] or 0,
        linked_rows=row["linked_rows"],
        named_rows=row["named_rows"],
        crowd_rows=row["crowd_rows"] or 0,
        first_at_epoch_s=row["first_at"],
        last_at_epoch_s=row["last_at"],
        numbers_people=checked_events.sender.type().is_string() and backend.sorts_numbers_faster(connection),
    )


def _counted(events: Table) -> Table:
    faults = fault_of(events)
    return events.aggregate(
        rows=events.count(),
        silent_rows=events.count(where=is_silent(events)),
        linked_rows=events.reply_to.count(),
        named_rows=events.act.count(),
        crowd_rows=events.count(where=~is_plain(events).fill_null(True)),
        first_at=events.at_epoch_s.min(where=~faults["bad_time"]),
        last_at=events.at_epoch_s.max(where=~faults["bad_time"]),
        **{name: events.count(where=is_so.fill_null(False)) for name, is_so in faults.items()},
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
