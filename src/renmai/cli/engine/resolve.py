"""`renmai engine resolve`: which mentions of a table are one person."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.cli.engine.options import EngineName, SparkMaster, file_to_write, master_of
from renmai.cli.engine.running import refusals_are_wrong_use, steps
from renmai.cli.later import later
from renmai.cli.options import AsJson


def resolve(
    mentions: Annotated[
        Path,
        typer.Argument(metavar="MENTIONS", help=later("A Parquet file of mentions, or a folder of them.")),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="CLUSTERS", help=later("The Parquet file to write."))],
    pairs: Annotated[
        Path | None,
        typer.Option("--pairs", metavar="PAIRS", help=later("Also write the likely pairs, with why.")),
    ] = None,
    engine_name: EngineName = "duckdb",
    spark_master: SparkMaster = "",
    as_json: AsJson = False,
) -> None:
    """Put together the mentions that are one person, for certain or likely, and write them to a file."""
    master = master_of(engine_name, spark_master)
    file_to_write(out)
    if pairs is not None:
        file_to_write(pairs)
    with refusals_are_wrong_use(), steps() as on_step:
        from renmai.engine.identity.run import write_clusters  # noqa: PLC0415 - the engine takes a second to load, and help needs none of it

        report = write_clusters(
            mentions,
            out,
            pairs_out=pairs,
            engine=engine_name,
            spark_master=master,
            on_step=on_step,
        )
    if report.unreadable_handles:
        printing.error(_("Handles that could not be read: %(count)s.") % {"count": report.unreadable_handles})
    if as_json:
        printing.write_json(asdict(report))
    else:
        said = {
            "mentions": report.mentions,
            "clusters": report.clusters,
            "certain": report.certain,
            "path": out,
        }
        words = _(
            "%(mentions)s mentions: %(clusters)s people, %(certain)s by certain joins alone. In %(path)s."
        )
        printing.line(words % said)
