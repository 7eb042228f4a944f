"""Runs the tie measures from events to ties, as of one moment or some."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr.types import Table

from renmai.engine import backend, statements
from renmai.engine.measures.activity import ACTIVITY
from renmai.engine.model import StrengthModel, model_of, shipped_model
from renmai.engine.profile import checked_events, profile_of, rows_left_out, sound_events
from renmai.engine.tables import Profile
from renmai.engine.tie_table import tie_table

SNAPSHOT = b"renmai.model_snapshot"
"""The key under which the metadata of a table of ties holds what its strengths were computed with."""
REFITS = ("auto", "never", "always")


@dataclass(frozen=True, slots=True, kw_only=True)
class TiesReport:
    """What a run did. `left_out` counts bad rows by fault, `rows` are the first of them, counted from 1."""

    events: int
    ties: int
    model: str
    left_out: Mapping[str, int]
    rows: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """As of which moments, for which horizon, whose ties, by which model or by earlier model snapshots."""

    as_of_epoch_s: Sequence[int]
    horizon_days: float
    egos: Sequence[object] | None
    refit: str
    snapshots: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A request on an engine: its sound events, what a first look at them found, the model to use."""

    connection: Any
    events: Table
    profile: Profile
    model: StrengthModel
    request: RunOptions

    def values(self) -> dict[str, Any]:
        """Return the numbers that make one run of a shape differ from another."""
        return {
            "as_of_epoch_s": self.request.as_of_epoch_s,
            "egos": self.request.egos,
            "intercept": self.model.logistic.intercept,
            "terms": self.model.terms,
        }


def ties(
    events: object,
    *,
    as_of_epoch_s: int,
    egos: Sequence[object] | None = None,
    horizon_days: float = 90,
    refit: str = "auto",
    snapshot: bytes | None = None,
    memory_limit: str | None = None,
) -> pa.Table:
    """Return one row per ordered pair with any history strictly before `as_of_epoch_s`.

    `events` is a Parquet path, an Arrow table or a reader, in the columns of `tables`. `egos` keeps only
    those people's ties. With `egos`, the schema's metadata holds the model snapshot: the model and the egos'
    own activity. Given back with all the events of a few alters, it yields for those the same numbers as the
    whole did; one without `egos` holds the model only, for the whole as of another moment.
    """
    request = RunOptions(
        as_of_epoch_s=[as_of_epoch_s],
        horizon_days=horizon_days,
        egos=egos,
        refit=refit,
        snapshots=[] if snapshot is None else [json.loads(snapshot)],
    )
    rows, model = _computed(events, request, memory_limit)
    return rows if egos is None else _with_snapshot(rows, model, request, 0)


def ties_at(
    events: object,
    *,
    as_of_epoch_s: Sequence[int],
    egos: Sequence[object],
    horizon_days: float = 90,
    refit: str = "auto",
    snapshots: Sequence[bytes] = (),
    memory_limit: str | None = None,
) -> list[pa.Table]:
    """Return the ties of `egos` as of each moment as `ties` does, all by the model of the first, in one run.

    `snapshots`, where given, are those of an earlier run as of the same moments.
    """
    request = RunOptions(
        as_of_epoch_s=as_of_epoch_s,
        horizon_days=horizon_days,
        egos=egos,
        refit=refit,
        snapshots=[json.loads(snapshot) for snapshot in snapshots],
    )
    rows, model = _computed(events, request, memory_limit)
    return [_with_snapshot(rows, model, request, place) for place in range(len(as_of_epoch_s))]


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
    request = RunOptions(as_of_epoch_s=[as_of_epoch_s], horizon_days=horizon_days, egos=None, refit=refit)
    options = {"threads": threads, "memory_limit": memory_limit, "spark_master": spark_master}
    with backend.connected(engine, **options) as connection:
        run = _begun(connection, events, request, on_step)
        on_step("computing")
        computed = tie_table(run.events, None, **run.values(), horizon_days=horizon_days, profile=run.profile)
        written = backend.write_parquet(connection, computed, out)
        return TiesReport(
            events=run.profile.rows,
            ties=written,
            model=run.model.basis,
            left_out=run.profile.left_out,
            rows=rows_left_out(connection, events, run.profile),
        )


def _computed(
    events: object, request: RunOptions, memory_limit: str | None
) -> tuple[pa.Table, StrengthModel]:
    with backend.connected(memory_limit=memory_limit) as connection:
        run = _begun(connection, events, request)
        rows = statements.rows(
            connection,
            tie_table,
            (run.events, _activity(connection, request)),
            run.values(),
            horizon_days=request.horizon_days,
            profile=run.profile.outline,
        )
    return rows.sort_by([("ego", "ascending"), ("alter", "ascending")]), run.model


def _begun(
    connection: Any,
    events: object,
    request: RunOptions,
    on_step: Callable[[str], None] = lambda step: None,
) -> _Run:
    """Read the events and settle the model: all that comes before the ties themselves."""
    on_step("reading")
    checked = checked_events(connection, events)
    profile = profile_of(connection, checked)
    on_step("learning")
    table = sound_events(connection, checked)
    model = _model(connection, table, profile, request)
    return _Run(connection=connection, events=table, profile=profile, model=model, request=request)


def _model(connection: Any, table: Table, profile: Profile, request: RunOptions) -> StrengthModel:
    """Return the model of a snapshot, the shipped one, or one learnt, for which SciPy is loaded."""
    if request.snapshots:
        return model_of(request.snapshots[0]["model"])
    if request.refit == "never":
        return shipped_model()
    from renmai.engine.refit import chosen_model  # noqa: PLC0415 - SciPy takes half a second, and most looks need none of it

    return chosen_model(
        connection,
        table,
        profile,
        as_of_epoch_s=request.as_of_epoch_s[0],
        horizon_days=request.horizon_days,
        egos=request.egos,
        refit=request.refit,
    )


def _activity(connection: Any, request: RunOptions) -> Table | None:
    """Return the egos' own activity as an earlier run found it."""
    rows = [
        (moment, *row)
        for moment, snapshot in zip(request.as_of_epoch_s, request.snapshots, strict=False)
        for row in snapshot.get("egos", ())
    ]
    if not rows:
        return None
    ego = "string" if isinstance(rows[0][1], str) else "int64"
    schema = ibis.schema({"as_of": "int64", "ego": ego} | ACTIVITY).to_pyarrow()
    columns = dict(zip(schema.names, zip(*rows, strict=True), strict=True))
    return backend.given(connection, pa.table(columns, schema=schema))


def _with_snapshot(rows: pa.Table, model: StrengthModel, request: RunOptions, place: int) -> pa.Table:
    """Return the ties as of one moment, with what their strengths were computed with."""
    here = rows.filter(pc.equal(rows["as_of"], request.as_of_epoch_s[place]))
    egos = request.snapshots[place].get("egos") if request.snapshots else None
    if egos is None:
        once = {row["ego"]: row for row in here.select(["ego", *ACTIVITY]).to_pylist()}
        egos = [[ego, *(row[name] for name in ACTIVITY)] for ego, row in once.items()]
    kept = json.dumps({"model": model.as_json(), "egos": egos}).encode()
    return here.drop_columns(["as_of", *ACTIVITY]).replace_schema_metadata({SNAPSHOT: kept})
