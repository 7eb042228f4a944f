"""What the engine's commands take: moments, days, tables of events, ways to refit."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli.later import later
from renmai.cli.options import one_of

REFITS = ("auto", "never", "always")


def moment(text: str) -> int:
    """Return the second that an ISO day (its first second) or moment names; UTC where no zone is given."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise typer.BadParameter(
            _("“%(text)s” is no moment; write it like 2026-03-02 or 2026-03-02T18:00:00+08:00.")
            % {"text": text}
        ) from wrong
    return int((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp())


def days(text: object) -> float:
    """Return a number of days above zero."""
    try:
        found = float(str(text))
    except ValueError:
        found = 0.0
    if not 0 < found <= 3650:
        raise typer.BadParameter(_("“%(text)s” is no number of days from 1 to 3650.") % {"text": text})
    return found


def file_to_write(path: Path) -> Path:
    """Return the path, or refuse it where its folder is not there."""
    if not path.parent.is_dir():
        raise typer.BadParameter(_("there is nothing at “%(path)s”.") % {"path": path.parent})
    return path


Events = Annotated[
    Path, typer.Argument(metavar="EVENTS", help=later("A Parquet file of events, or a folder of them."))
]
HorizonDays = Annotated[
    float,
    typer.Option("--horizon-days", parser=days, metavar="DAYS", help=later("How far ahead strength looks.")),
]
Refit = Annotated[
    str,
    typer.Option(
        "--refit",
        parser=one_of(REFITS),
        metavar="HOW",
        help=later("auto learns from the past where that predicts better; never; always."),
    ),
]
Threads = Annotated[int | None, typer.Option("--threads", min=1, help=later("How many threads at most."))]
MemoryLimit = Annotated[
    str | None,
    typer.Option("--memory-limit", metavar="SIZE", help=later("As in 2GB; the rest goes to disk.")),
]
EngineName = Annotated[
    str, typer.Option("--engine", metavar="NAME", help=later("What computes: duckdb or spark."))
]
SparkMaster = Annotated[
    str, typer.Option("--spark-master", metavar="URL", help=later("Where Spark runs, with --engine spark."))
]


def master_of(engine: str, spark_master: str) -> str | None:
    """Return where Spark runs, None where nobody said; refuse a master for anything else than Spark."""
    if spark_master and engine != "spark":
        raise typer.BadParameter(_("--spark-master goes with --engine spark only."))
    return spark_master or None
