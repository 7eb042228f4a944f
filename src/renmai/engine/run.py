"""Runs the tie measures from events to ties, as of one moment."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from renmai import engine as late
from renmai.engine import backend
from renmai.engine.measures.activity import ACTIVITY
from renmai.engine.model import StrengthModel, model_of
from renmai.engine.profile import profile_of, rows_left_out
from renmai.engine.tables import Profile, checked, sound
from renmai.engine.tie_table import tie_table

YARDSTICK = b"renmai.yardstick"
REFITS = ("auto", "never", "always")


@dataclass(frozen=True, slots=True, kw_only=True)
class TiesReport:
    """What a run did. `left_out` counts bad rows by fault, `rows` are the first of them, counted from 1."""

    events: int
    ties: int
    model: str
    left_out: Mapping[str, int]
    rows: Mapping[str, Sequence[int]]


def ties(
    events: object,
    *,
    as_of_epoch_s: int,
    egos: Sequence[object] | None = None,
    horizon_days: float = 90,
    refit: str = "auto",
    yardstick: bytes | None = None,
    memory_limit: str | None = None,
) -> pa.Table:
    """Return one row per ordered pair with any history strictly before `as_of_epoch_s`.

    `events` is a Parquet path, an Arrow table or a reader, in the columns of `tables`. `egos` keeps only
    those people's ties. With `egos`, the schema's metadata holds a `renmai.yardstick`: the model and the
    egos' own activity. Given back with all the events of a few alters, it yields for those the same numbers
    as the whole did; one without `egos` holds the model only, for the whole as of another moment.
    """
    connection = backend.connect(memory_limit=memory_limit)
    try:
        table = checked(backend.events_table(connection, events))
        profile = profile_of(connection, table)
        measure: Mapping[str, Any] = json.loads(yardstick) if yardstick else {}
        if measure:
            model = model_of(measure["model"])
        else:
            model = late.chosen_model(
                connection,
                sound(table),
                profile,
                as_of_epoch_s=as_of_epoch_s,
                horizon_days=horizon_days,
                egos=egos,
                refit=refit,
            )
        expression = tie_table(
            sound(table),
            profile,
            model,
            as_of_epoch_s=as_of_epoch_s,
            horizon_days=horizon_days,
            egos=egos,
            activity=_activity(measure["egos"], as_of_epoch_s) if measure.get("egos") else None,
        )
        found = connection.to_pyarrow(expression).sort_by([("ego", "ascending"), ("alter", "ascending")])
    finally:
        connection.disconnect()
    return found if egos is None else _with_yardstick(found, model, measure)


def write_ties(
    events: Path,
    out: Path,
    *,
    as_of_epoch_s: int,
    horizon_days: float = 90,
    refit: str = "auto",
    engine: str = backend.EMBEDDED,
    spark_master: str | None = None,
    threads: int | None = None,
    memory_limit: str | None = None,
    on_step: Callable[[str], None] = lambda step: None,
) -> TiesReport:
    """Write the ties of a Parquet file or folder to a Parquet file; `on_step` hears what is being done."""
    connection = backend.connect(
        engine, threads=threads, memory_limit=memory_limit, spark_master=spark_master
    )
    try:
        on_step("reading")
        table = checked(backend.events_table(connection, events))
        profile = profile_of(connection, table)
        on_step("learning")
        model = late.chosen_model(
            connection,
            sound(table),
            profile,
            as_of_epoch_s=as_of_epoch_s,
            horizon_days=horizon_days,
            egos=None,
            refit=refit,
        )
        on_step("computing")
        expression = tie_table(
            sound(table),
            profile,
            model,
            as_of_epoch_s=as_of_epoch_s,
            horizon_days=horizon_days,
            egos=None,
            activity=None,
        )
        written = backend.write_parquet(connection, expression, out)
        numbered = backend.numbered_events(connection, events) if profile.rows_left_out else None
        return _report(connection, numbered, profile, model, written)
    finally:
        connection.disconnect()


def _report(
    connection: Any, numbered: Table | None, profile: Profile, model: StrengthModel, written: int
) -> TiesReport:
    left_out = {fault: count for fault, count in profile.faults.items() if count}
    rows = rows_left_out(connection, numbered) if numbered is not None else {}
    return TiesReport(
        events=profile.rows,
        ties=written,
        model=model.basis,
        left_out=left_out,
        rows={fault: rows[fault] for fault in left_out},
    )


def _activity(rows: Sequence[Sequence[Any]], as_of_epoch_s: int) -> Table:
    """Return the egos' own activity as an earlier run measured it."""
    columns: dict[str, list[Any]] = {"as_of": [as_of_epoch_s] * len(rows), "ego": [row[0] for row in rows]}
    columns |= {name: [row[place] for row in rows] for place, name in enumerate(ACTIVITY, start=1)}
    ego = "string" if rows and isinstance(rows[0][0], str) else "int64"
    return ibis.memtable(columns, schema=ibis.schema({"as_of": "int64", "ego": ego} | ACTIVITY))


def _with_yardstick(found: pa.Table, model: StrengthModel, measure: Mapping[str, Any]) -> pa.Table:
    egos = measure.get("egos")
    if egos is None:
        once = {row["ego"]: row for row in found.select(["ego", *ACTIVITY]).to_pylist()}
        egos = [[ego, *(row[name] for name in ACTIVITY)] for ego, row in once.items()]
    kept = json.dumps({"model": model.as_json(), "egos": egos}).encode()
    return found.drop_columns(list(ACTIVITY)).replace_schema_metadata({YARDSTICK: kept})
