"""The tables that the engine takes: their columns, and the rows that break the contract."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import ibis
from ibis.expr.types import BooleanValue, Column, NumericValue, Table, Value

from renmai.domain.book.refusals import Refused

SECONDS_PER_DAY = 86_400
EARLIEST_EPOCH_S = 0  # 1970-01-01
LATEST_EPOCH_S = 4_133_980_800  # 2101-01-01, so that the whole of 2100 is allowed

REQUIRED = ("at_epoch_s", "sender", "recipient")
OPTIONAL: Mapping[str, tuple[str, object]] = {
    "kind": ("string", "mail"),
    "audience": ("int32", 1),
    "role": ("string", None),
    "act": ("string", None),
    "reply_to": ("string", None),
    "channel": ("string", None),
}
WHOLE = ("at_epoch_s", "audience")
"""Columns that hold whole numbers also where they hold nothing."""
FAULTS = {
    "null_person": "no sender or no recipient",
    "self_loop": "sender and recipient are the same",
    "bad_audience": "audience below 1",
    "bad_time": "time missing or outside 1970 to 2100",
}


class BadEvents(Refused):
    """Events that cannot be read at all: no file, not Parquet, or a column missing or of the wrong type."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a first look at the events found: rows, rows by fault, and what the optional columns hold.

    `numbers_people` says that people are told apart by number while it is computed, not by name.
    """

    rows: int
    faults: Mapping[str, int]
    silent_rows: int
    linked_rows: int
    named_rows: int
    crowd_rows: int
    first_at_epoch_s: int | None
    last_at_epoch_s: int | None
    numbers_people: bool

    @property
    def left_out(self) -> dict[str, int]:
        """Return how many rows break the contract, by the faults there are."""
        return {fault: count for fault, count in self.faults.items() if count}

    @property
    def outline(self) -> "Profile":
        """Return what of it gives an expression its shape: what there is at all, whatever its count."""
        counts = ("silent_rows", "linked_rows", "named_rows", "crowd_rows")
        there = {name: min(getattr(self, name), 1) for name in counts}
        return replace(self, rows=0, faults={}, first_at_epoch_s=None, last_at_epoch_s=None, **there)


def real(value: Any) -> NumericValue:
    """Return a number every engine takes as a double; a bare 0.5 is a decimal to some. A column stays one."""
    return value if isinstance(value, Value) else ibis.literal(float(value), type="float64")


def checked(events: Table, *more: str) -> Table:
    """Return the events with every column of the contract in its type and `more`, or say what is wrong."""
    schema = events.schema()
    for name in REQUIRED:
        if name not in schema:
            raise BadEvents("events_column_missing", column=name, columns=", ".join(schema.names))
    for name in ("sender", "recipient"):
        if not (schema[name].is_string() or schema[name].is_integer()):
            raise _wrong_type(name, schema[name], "string, int64")
    if schema["sender"].is_string() != schema["recipient"].is_string():
        raise _wrong_type("recipient", schema["recipient"], str(schema["sender"]))
    for name in ("at_epoch_s", "audience"):
        if name in schema and not schema[name].is_integer():
            raise _wrong_type(name, schema[name], "int64")
    for name in ("kind", "role", "channel"):
        if name in schema and not (schema[name].is_string() or schema[name].is_null()):
            raise _wrong_type(name, schema[name], "string")
    for name in ("act", "reply_to"):
        kind = schema.get(name)
        if kind and not (kind.is_string() or kind.is_numeric() or kind.is_null()):
            raise _wrong_type(name, kind, "string, int64")
    return events.select(**_columns(events), **{name: events[name] for name in more})


def whole_columns(numbers: Iterable[str]) -> tuple[str, ...]:
    """Return which columns are whole numbers where they hold nothing: answers are named as acts are."""
    return (*WHOLE, "reply_to") if "act" in numbers else WHOLE


def _wrong_type(column: str, kind: object, wanted: str) -> BadEvents:
    return BadEvents("events_column_type", column=column, found=str(kind), wanted=wanted)


def _columns(events: Table) -> dict[str, Column]:
    person = "string" if events["sender"].type().is_string() else "int64"
    given = [events[name].type() for name in ("act", "reply_to") if name in events.columns]
    are_numbers = [kind.is_numeric() for kind in given if not kind.is_null()]
    ids = "int64" if are_numbers and all(are_numbers) else "string"
    columns = {
        "at_epoch_s": events["at_epoch_s"].cast("int64"),
        "sender": events["sender"].cast(person),
        "recipient": events["recipient"].cast(person),
    }
    for name, (usual, default) in OPTIONAL.items():
        kind = ids if name in ("act", "reply_to") else usual
        if name not in events.columns:
            columns[name] = ibis.literal(default, type=kind)
        elif events[name].type().is_floating():  # whole numbers with gaps, as a data frame writes them
            columns[name] = events[name].try_cast("int64").cast(kind)
        else:
            columns[name] = events[name].cast(kind)
    if "audience" in events.columns:
        columns["audience"] = columns["audience"].fill_null(1)
    return columns


def fault_of(events: Table) -> Mapping[str, BooleanValue]:
    """Return for each fault whether a row has it; a row with two faults counts under the first."""
    null_person = events.sender.isnull() | events.recipient.isnull()
    self_loop = ~null_person & (events.sender == events.recipient)
    bad_audience = ~null_person & ~self_loop & (events.audience < 1)
    bad_time = ~null_person & ~self_loop & ~bad_audience & ~_is_sane_time(events)
    return {
        "null_person": null_person,
        "self_loop": self_loop,
        "bad_audience": bad_audience,
        "bad_time": bad_time,
    }


def _is_sane_time(events: Table) -> BooleanValue:
    at = events.at_epoch_s
    return (at.notnull() & (at >= EARLIEST_EPOCH_S) & (at < LATEST_EPOCH_S)).fill_null(False)


def sound(events: Table) -> Table:
    """Return only the rows that keep the contract."""
    return events.filter(
        events.sender.notnull(),
        events.recipient.notnull(),
        events.sender != events.recipient,
        events.audience >= 1,
        _is_sane_time(events),
    )
