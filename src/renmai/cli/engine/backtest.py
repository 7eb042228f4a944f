"""`renmai engine backtest`: what strength as of a past moment predicted, beside what was observed."""

from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.cli.engine.judgements import BAR, show_lift, show_rivals
from renmai.cli.engine.options import Events, HorizonDays, Refit, moment
from renmai.cli.engine.running import refusals_are_wrong_use, steps
from renmai.cli.later import later
from renmai.cli.options import AsJson


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
    with refusals_are_wrong_use(), steps() as on_step:
        from renmai.engine import backtesting  # noqa: PLC0415 - the engine takes a second to load, and help needs none of it

        on_step("computing")
        found = backtesting.backtest(events, cutoff_epoch_s=cutoff, horizon_days=horizon_days, refit=refit)
    if as_json:
        printing.write_json(found)
    else:
        _show(found)


def _show(found: dict[str, Any]) -> None:
    said = {
        "pairs": found["pairs"],
        "in_touch": found["pairs_in_touch"],
        "predicted": round(found["pairs_predicted"]),
        "days": f"{found['horizon_days']:g}",
    }
    printing.line(
        _("%(pairs)s pairs known; %(in_touch)s were in touch both ways within %(days)s days.") % said
    )
    printing.line(_("Expected in touch: %(predicted)s; observed: %(in_touch)s.") % said)
    show_rivals(found)
    printing.line()
    printing.line(_("Expected, beside what happened, weakest tenth first:"))
    for part in found["calibration"]:
        bar = "█" * round(part["observed"] * BAR)
        printing.line(f"{part['predicted']:7.1%} {part['observed']:7.1%}  {bar}")
    printing.line()
    printing.line(_("Of those in touch, how many the likeliest hold:"))
    show_lift(found["lift"])
