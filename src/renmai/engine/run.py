"""Runs the tie measures from events to ties, as of one moment."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from renmai.engine import backend
from renmai.engine.measures.activity import ACTIVITY
from renmai.engine.model import StrengthModel, model_of
from renmai.engine.profile import profile_of, rows_left_out
from renmai.engine.refit import chosen_model
from renmai.engine.tables import Profile, checked, sound
from renmai.engine.tie_table import tie_table

YARDSTICK = b"renmai.yardstick"
REFITS = ("auto", "never", "always")


def ties(
    events: object,
    *,
    as_of_epoch_s: int,
    egos: Sequence[object] | None = None,
    horizon_days: float = 90,
    refit: str = "auto",
    yardstick: bytes | None = None,
) -> pa.Table:
    """Return one row per ordered pair with any history before `as_of_epoch_s`; that second itself is not looked at.

    `events` is a Parquet path, an Arrow table or a reader, in the columns of `tables`. `egos` keeps only those people's
    ties. With `egos`, the schema's metadata holds a `renmai.yardstick`: the model and the egos' own activity. Given
    back with all the events of a few alters, it yields for those the same numbers as the whole did.
    """
    connection = backend.connect()
    try:
        table = checked(backend.events_table(connection, events))
        profile = profile_of(connection, table)
        measure: Mapping[str, Any] = json.loads(yardstick) if yardstick else {}
        if measure:
            model = model_of(measure["model"])
        else:
            model = chosen_model(
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
            activity=_activity(measure["egos"], as_of_epoch_s) if measure else None,
        )
        found = connection.to_pyarrow(expression)
    finally:
        connection.disconnect()
    return found if egos is None else _with_yardstick(found, model, measure)


def _activity(rows: Sequence[Sequence[Any]], as_of_epoch_s: int) -> Table:
    """Return the egos' own activity as an earlier run measured it."""
    columns: dict[str, list[Any]] = {"as_of": [as_of_epoch_s] * len(rows), "ego": [row[0] for row in rows]}
    columns |= {name: [row[place] for row in rows] for place, name in enumerate(ACTIVITY, start=1)}
    ego = "string" if rows and isinstance(rows[0][0], str) else "int64"
    kinds = {"as_of": "int64", "ego": ego} | dict(ACTIVITY)
    return ibis.memtable(columns, schema=ibis.schema(kinds))


def _with_yardstick(found: pa.Table, model: StrengthModel, measure: Mapping[str, Any]) -> pa.Table:
    egos = measure.get("egos")
    if egos is None:
        once = {row["ego"]: row for row in found.select(["ego", *ACTIVITY]).to_pylist()}
        egos = [[ego, *(row[name] for name in ACTIVITY)] for ego, row in once.items()]
    kept = json.dumps({"model": model.as_json(), "egos": egos}).encode()
    return found.drop_columns(list(ACTIVITY)).replace_schema_metadata({YARDSTICK: kept})
