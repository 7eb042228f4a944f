"""`renmai engine ties`: every tie as of a moment, from a table of events."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.cli.engine.options import (
    EngineName,
    Events,
    HorizonDays,
    MemoryLimit,
    Refit,
    SparkMaster,
    Threads,
    file_to_write,
    master_of,
    moment,
)
from renmai.cli.engine.running import model_word, refusals_are_wrong_use, steps, tell_left_out
from renmai.cli.later import later
from renmai.cli.options import AsJson


def ties(
    events: Events,
    as_of: Annotated[
        int,
        typer.Option("--as-of", parser=moment, metavar="ISO", help=later("Look at nothing from here on.")),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="TIES", help=later("The Parquet file to write."))],
    horizon_days: HorizonDays = 90.0,
    refit: Refit = "auto",
    engine_name: EngineName = "duckdb",
    spark_master: SparkMaster = "",
    threads: Threads = None,
    memory_limit: MemoryLimit = None,
    as_json: AsJson = False,
) -> None:
    """Compute the ties of every pair and write them to a file."""
    master = master_of(engine_name, spark_master)
    file_to_write(out)
    with refusals_are_wrong_use(), steps() as on_step:
        from renmai.engine.run import write_ties  # noqa: PLC0415 - the engine takes a second to load, and help needs none of it

        report = write_ties(
            events, out, as_of_epoch_s=as_of, horizon_days=horizon_days, refit=refit,
            engine=engine_name, spark_master=master, threads=threads, memory_limit=memory_limit,
            on_step=on_step,
        )  # fmt: skip
    tell_left_out(report.left_out, report.rows)
    if as_json:
        printing.write_json(asdict(report))
    else:
        said = {"ties": report.ties, "events": report.events, "path": out, "model": model_word(report.model)}
        printing.line(_("%(ties)s ties from %(events)s events in %(path)s. Strength: %(model)s.") % said)
