"""`renmai engine backtest`: what strength as of a past moment foretold, beside what came."""

from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from renmai import engine
from renmai.cli import printing
from renmai.cli.engine.options import Events, HorizonDays, Refit, moment
from renmai.cli.engine.running import model_word, refusals_are_wrong_use, steps
from renmai.cli.options import AsJson

BAR = 40


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
            _("strength (%(model)s)") % {"model": model_word(found["model"])},
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
