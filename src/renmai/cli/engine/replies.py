"""`renmai engine replies`: the chance that each act is answered, from a table of events."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.cli.engine.options import Events, MemoryLimit, Threads, days, file_to_write, moment
from renmai.cli.engine.running import model_word, refusals_are_wrong_use, steps, tell_left_out
from renmai.cli.later import later
from renmai.cli.options import AsJson


def replies(
    events: Events,
    train_until: Annotated[
        int,
        typer.Option(
            "--train-until", parser=moment, metavar="ISO", help=later("Learn from nothing from here on.")
        ),
    ],
    until: Annotated[
        int,
        typer.Option("--until", parser=moment, metavar="ISO", help=later("Look at nothing from here on.")),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="REPLIES", help=later("The Parquet file to write."))],
    within_days: Annotated[
        float,
        typer.Option(
            "--within-days", parser=days, metavar="DAYS", help=later("How long an answer may take to count.")
        ),
    ] = 7.0,
    threads: Threads = None,
    memory_limit: MemoryLimit = None,
    as_json: AsJson = False,
) -> None:
    """Compute how likely each recipient is to answer each act and write it to a file."""
    if until < train_until:
        raise typer.BadParameter(_("--until lies before --train-until."))
    file_to_write(out)
    with refusals_are_wrong_use(), steps() as on_step:
        from renmai.engine.replies.run import write_replies  # noqa: PLC0415 - the engine takes a second to load, and help needs none of it

        report = write_replies(
            events, out, train_until_epoch_s=train_until, until_epoch_s=until, within_days=within_days,
            threads=threads, memory_limit=memory_limit, on_step=on_step,
        )  # fmt: skip
    tell_left_out(report.left_out, report.rows)
    if as_json:
        printing.write_json(asdict(report))
        return
    said = {"acts": report.acts, "events": report.events, "path": out, "model": model_word(report.model)}
    printing.line(_("%(acts)s chances from %(events)s events in %(path)s. Model: %(model)s.") % said)
    if not report.names and report.acts:
        printing.line(_("No event names what it answers, so an answer is the next act the other way."))
