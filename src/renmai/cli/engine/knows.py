"""`renmai engine knows`: who of an ego's people know each other, from a table of events."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.cli.engine.options import Events, file_to_write
from renmai.cli.engine.running import refusals_are_wrong_use, steps, tell_left_out
from renmai.cli.later import later
from renmai.cli.options import AsJson


def knows(
    events: Events,
    ego: Annotated[
        str, typer.Option("--ego", metavar="KEY", help=later("Through whose eyes to look, as in the table."))
    ],
    out: Annotated[Path, typer.Option("--out", metavar="PAIRS", help=later("The Parquet file to write."))],
    as_json: AsJson = False,
) -> None:
    """Judge every two people the ego saw together and write the pairs to a file."""
    file_to_write(out)
    with refusals_are_wrong_use(), steps() as on_step:
        from renmai.engine.knows_run import write_knows  # noqa: PLC0415 - the engine takes a second to load, and help needs none of it

        report = write_knows(events, out, ego=ego, on_step=on_step)
    tell_left_out(report.left_out, report.rows)
    if as_json:
        printing.write_json(asdict(report))
    else:
        said = {"pairs": report.pairs, "events": report.events, "path": out}
        printing.line(_("%(pairs)s pairs from %(events)s events in %(path)s.") % said)
