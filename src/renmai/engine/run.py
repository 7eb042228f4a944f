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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """From when and how far to look, for whose ties, by which model; `measured` is an earlier yardstick."""

    as_of_epoch_s: Sequence[int]
    horizon_days: float
    egos: Sequence[object] | None
    refit: str
    measured: Sequence[Mapping[str, Any]] = ()


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
    wish = Wish(
        as_of_epoch_s=[as_of_epoch_s],
        horizon_days=horizon_days,
        egos=egos,
        refit=refit,
        measured=[] if yardstick is None else [json.loads(yardstick)],
    )
    found, model = _computed(events, wish, memory_limit)
    return found if egos is None else _with_yardstick(found, model, wish, 0)


def ties_at(
    events: object,
    *,
    as_of_epoch_s: Sequence[int],
    egos: Sequence[object],
    horizon_days: float = 90,
    refit: str = "auto",
    yardsticks: Sequence[bytes] = (),
    memory_limit: str | None = None,
) -> list[pa.Table]:
    """Return the ties of `egos` as of each moment as `ties` does, all by the model of the first, in one run.

    `yardsticks`, where given, are those of an earlier run as of the same moments.
    """
    wish = Wish(
        as_of_epoch_s=as_of_epoch_s,
        horizon_days=horizon_days,
        egos=egos,
        refit=refit,
        measured=[json.loads(yardstick) for yardstick in yardsticks],
    )
    found, model = _computed(events, wish, memory_limit)
    return [_with_yardstick(found, model, wish, place) for place in range(len(as_of_epoch_s))]


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
    wish = Wish(as_of_epoch_s=[as_of_epoch_s], horizon_days=horizon_days, egos=None, refit=refit)
    with backend.connected(
        engine, threads=threads, memory_limit=memory_limit, spark_master=spark_master
    ) as connection:
        on_step("reading")
        table = checked(backend.events_table(connection, events))
        profile = profile_of(connection, table)
        on_step("learning")
        model = _model(connection, table, profile, wish)
        on_step("computing")
        computed = tie_table(
            sound(table), None, **_values(model, wish), horizon_days=horizon_days, profile=profile
        )
        written = backend.write_parquet(connection, computed, out)
        rows = rows_left_out(connection, events, profile)
        return TiesReport(
            events=profile.rows, ties=written, model=model.basis, left_out=profile.left_out, rows=rows
        )


def _computed(events: object, wish: Wish, memory_limit: str | None) -> tuple[pa.Table, StrengthModel]:
    with backend.connected(memory_limit=memory_limit) as connection:
        table = checked(backend.events_table(connection, events))
        profile = profile_of(connection, table)
        model = _model(connection, table, profile, wish)
        found = statements.rows(
            connection,
            tie_table,
            (backend.named(connection, sound(table)), _activity(connection, wish)),
            _values(model, wish),
            horizon_days=wish.horizon_days,
            profile=profile.outline,
        )
    return found.sort_by([("ego", "ascending"), ("alter", "ascending")]), model


def _model(connection: Any, table: Table, profile: Profile, wish: Wish) -> StrengthModel:
    """Return the model that was measured by, the shipped one, or one learnt, for which SciPy is loaded."""
    if wish.measured:
        return model_of(wish.measured[0]["model"])
    if wish.refit == "never":
        return shipped_model()
    from renmai.engine.refit import chosen_model  # noqa: PLC0415 - SciPy takes half a second, and most looks need none of it

    return chosen_model(
        connection,
        sound(table),
        profile,
        as_of_epoch_s=wish.as_of_epoch_s[0],
        horizon_days=wish.horizon_days,
        egos=wish.egos,
        refit=wish.refit,
    )


def _values(model: StrengthModel, wish: Wish) -> dict[str, Any]:
    """Return the numbers that make one run of a shape differ from another."""
    return {
        "as_of_epoch_s": wish.as_of_epoch_s,
        "egos": wish.egos,
        "intercept": model.logistic.intercept,
        "terms": model.terms,
    }


def _activity(connection: Any, wish: Wish) -> Table | None:
    """Return the egos' own activity as an earlier run measured it."""
    rows = [
        (moment, *row)
        for moment, measure in zip(wish.as_of_epoch_s, wish.measured, strict=False)
        for row in measure.get("egos", ())
    ]
    if not rows:
        return None
    ego = "string" if isinstance(rows[0][1], str) else "int64"
    schema = ibis.schema({"as_of": "int64", "ego": ego} | ACTIVITY).to_pyarrow()
    columns = dict(zip(schema.names, zip(*rows, strict=True), strict=True))
    return backend.given(connection, pa.table(columns, schema=schema))


def _with_yardstick(found: pa.Table, model: StrengthModel, wish: Wish, place: int) -> pa.Table:
    """Return the ties as of one moment, with what measured them."""
    here = found.filter(pc.equal(found["as_of"], wish.as_of_epoch_s[place]))
    egos = wish.measured[place].get("egos") if wish.measured else None
    if egos is None:
        once = {row["ego"]: row for row in here.select(["ego", *ACTIVITY]).to_pylist()}
        egos = [[ego, *(row[name] for name in ACTIVITY)] for ego, row in once.items()]
    kept = json.dumps({"model": model.as_json(), "egos": egos}).encode()
    return here.drop_columns(["as_of", *ACTIVITY]).replace_schema_metadata({YARDSTICK: kept})
