"""`renmai engine`: compute ties from tables of events, and see how well strength would have foretold them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from renmai import engine
from renmai.cli import printing
from renmai.cli.options import AsJson
from renmai.domain.refusals import Refused
from renmai.wording import sentence

REFITS = ("auto", "never", "always")
BAR = 40

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=str(later("Compute ties from tables of events, without a book.")),
)


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


def one_of_refits(text: object) -> str:
    """Return how to refit."""
    if text not in REFITS:
        raise typer.BadParameter(
            _("“%(text)s” is none of: %(choices)s.") % {"text": text, "choices": ", ".join(REFITS)}
        )
    return str(text)


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
        parser=one_of_refits,
        metavar="HOW",
        help=later("auto learns from the past where that foretells better; never; always."),
    ),
]


@app.command("ties", help=str(later("Compute every tie as of a moment.")))
def ties(
    events: Events,
    as_of: Annotated[
        int,
        typer.Option("--as-of", parser=moment, metavar="ISO", help=later("Look at nothing from here on.")),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="TIES", help=later("The Parquet file to write."))],
    horizon_days: HorizonDays = 90.0,
    refit: Refit = "auto",
    engine_name: Annotated[
        str, typer.Option("--engine", metavar="NAME", help=later("What computes: duckdb."))
    ] = "duckdb",
    spark_master: Annotated[
        str,
        typer.Option("--spark-master", metavar="URL", help=later("Where Spark runs, with --engine spark.")),
    ] = "",
    threads: Annotated[
        int | None, typer.Option("--threads", min=1, help=later("How many threads at most."))
    ] = None,
    memory_limit: Annotated[
        str | None,
        typer.Option("--memory-limit", metavar="SIZE", help=later("As in 2GB; the rest goes to disk.")),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compute the ties of every pair and write them to a file."""
    if spark_master and engine_name != "spark":
        raise typer.BadParameter(_("--spark-master goes with --engine spark only."))
    if not out.parent.is_dir():
        raise typer.BadParameter(_("there is nothing at “%(path)s”.") % {"path": out.parent})
    with _refusals_are_wrong_use(), _steps() as on_step:
        report = engine.write_ties(
            events, out, as_of_epoch_s=as_of, horizon_days=horizon_days, refit=refit,
            engine=engine_name, threads=threads, memory_limit=memory_limit, on_step=on_step,
        )  # fmt: skip
    for fault, count in report.left_out.items():
        rows = ", ".join(str(row) for row in report.rows[fault])
        printing.error(_left_out(fault) % {"count": count, "rows": rows})
    if as_json:
        printing.as_json(asdict(report))
    else:
        said = {"ties": report.ties, "events": report.events, "path": out, "model": _model(report.model)}
        printing.line(_("%(ties)s ties from %(events)s events in %(path)s. Strength: %(model)s.") % said)


@app.command("backtest", help=str(later("Ask as of a past moment, and see what came of it.")))
def backtest(
    events: Events,
    cutoff: Annotated[
        int,
        typer.Option("--cutoff", parser=moment, metavar="ISO", help=later("The past moment to ask as of.")),
    ],
    horizon_days: HorizonDays = 90.0,
    refit: Refit = "auto",
    as_json: AsJson = False,
) -> None:
    """Judge strength as of the cut-off, beside baselines that know the outcome."""
    with _refusals_are_wrong_use(), _steps() as on_step:
        on_step("computing")
        found = engine.backtest(events, cutoff_epoch_s=cutoff, horizon_days=horizon_days, refit=refit)
    if as_json:
        printing.as_json(found)
    else:
        _show(found)


def _show(found: dict[str, Any]) -> None:
    said = {
        "pairs": found["pairs"],
        "in_touch": found["pairs_in_touch"],
        "days": f"{found['horizon_days']:g}",
    }
    printing.line(
        _("%(pairs)s pairs known; %(in_touch)s were in touch both ways within %(days)s days.") % said
    )
    strength = found["strength"]
    rows = [
        [
            _("strength (%(model)s)") % {"model": _model(found["model"])},
            *(f"{strength[key]:.3f}" for key in ("auc", "average_precision", "brier", "ece")),
        ],
        *(
            [_baseline(rival), f"{rival['auc']:.3f}", f"{rival['average_precision']:.3f}", "", ""]
            for rival in found["baselines"]
        ),
    ]
    printing.table(["", "AUC", "AP", "Brier", "ECE"], rows, right=(1, 2, 3, 4))
    printing.line()
    printing.line(_("Foretold, beside what came, weakest tenth first:"))
    for part in found["calibration"]:
        bar = "█" * round(part["came"] * BAR)
        printing.line(f"{part['foretold']:7.1%} {part['came']:7.1%}  {bar}")


def _baseline(rival: dict[str, Any]) -> str:
    names = {
        "recency": _("recency"),
        "count": _("count"),
        "interactions_rank": _("Interactions Rank"),
        "both_directions": _("both directions"),
        "geometric_mean": _("geometric mean"),
    }
    days = rival["auc_half_life_days"]
    return (
        f"{names[rival['name']]}, {_('half-life %(days)s days') % {'days': days}}"
        if days
        else names[rival["name"]]
    )


def _model(basis: str) -> str:
    return {
        "shipped": _("coefficients as shipped"),
        "recalibrated": _("shipped coefficients, recalibrated on the past"),
        "refit": _("fitted to the past"),
    }[basis]


def _left_out(fault: str) -> str:
    return {
        "null_person": _("Left out, no sender or no recipient: %(count)s (rows %(rows)s)."),
        "self_loop": _("Left out, sender and recipient are the same: %(count)s (rows %(rows)s)."),
        "bad_audience": _("Left out, audience below 1: %(count)s (rows %(rows)s)."),
        "bad_time": _("Left out, time missing or outside 1970 to 2100: %(count)s (rows %(rows)s)."),
    }[fault]


@contextmanager
def _refusals_are_wrong_use() -> Iterator[None]:
    """Turn a refusal of the engine into wrong use: one sentence, exit status 2."""
    try:
        yield
    except Refused as refused:
        raise typer.BadParameter(sentence(refused.because)) from refused


@contextmanager
def _steps() -> Iterator[Callable[[str], None]]:
    """Yield a function that is told which step runs; it shows only on a terminal."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    words = {
        "reading": _("Reading events"),
        "learning": _("Learning from the past"),
        "computing": _("Computing ties"),
    }
    with printing.console(is_error=True).status(words["reading"]) as status:
        yield lambda step: status.update(words[step])
