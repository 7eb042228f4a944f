"""`renmai engine paths`: the most probable paths between two people, from a table of edges."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.cli.engine.running import refusals_are_wrong_use, steps, tell_left_out
from renmai.cli.later import later
from renmai.cli.options import AsJson, whole_number

MOST_PATHS = 1000
LONGEST_PATH = 4


def paths(
    edges: Annotated[
        Path,
        typer.Argument(
            metavar="EDGES", help=later("A Parquet file of source, target, probability, or a folder of them.")
        ),
    ],
    source: Annotated[str, typer.Option("--from", metavar="KEY", help=later("Whom the paths begin with."))],
    target: Annotated[str, typer.Option("--to", metavar="KEY", help=later("Whom they lead to."))],
    number: Annotated[
        int,
        typer.Option(
            "-k", parser=whole_number(1, MOST_PATHS), metavar="N", help=later("How many paths at most.")
        ),
    ] = 5,
    max_hops: Annotated[
        int,
        typer.Option(
            "--max-hops",
            parser=whole_number(1, LONGEST_PATH),
            metavar="N",
            help=later("How many edges a path has at most; one less is how many people stand between."),
        ),
    ] = 4,
    as_json: AsJson = False,
) -> None:
    """Find the best paths and print them, the most probable first."""
    with refusals_are_wrong_use(), steps() as on_step:
        from renmai.engine.paths.index import PathIndex  # noqa: PLC0415 - the engine takes a second to load, and help needs none of it

        on_step("reading_edges")
        index = PathIndex(edges)
        tell_left_out(index.left_out, index.rows_left_out)
        on_step("looking")
        found = index.paths(source, target, k=number, max_hops=max_hops)
    if as_json:
        printing.write_json(
            [
                {"people": list(path.people), "probability": path.probability, "hops": path.hops}
                for path in found
            ]
        )
        return
    for path in found:
        people = " → ".join(map(str, path.people))
        printing.line(f"{path.probability:.4g}  {people}")
    if not found:
        said = {"source": source, "target": target, "number": max_hops}
        printing.line(
            _("No path leads from “%(source)s” to “%(target)s” over at most %(number)s edges.") % said
        )
