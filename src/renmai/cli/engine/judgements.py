"""How a judgement of strength looks in text: bands with bars, what the likeliest hold, the rivals."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from renmai.cli import printing
from renmai.cli.engine.running import model_word

BAR = 40
LEAST_SHOWN = 0.05
"""The likeliest hundredth is a few people in most books, and shown in words."""


def show_bands(bands: Iterable[Mapping[str, Any]]) -> None:
    """Print a line a band: how many, predicted, observed with its interval as a bar."""
    headings = (_("chance"), _("people"), _("expected"), _("happened"), "", "")
    printing.table(headings, (_band(band) for band in bands), right=(1, 2, 3))


def _band(band: Mapping[str, Any]) -> tuple[str, ...]:
    low, observed, high = (round(band[name] * BAR) for name in ("low", "observed", "high"))
    bar = "█" * observed + "░" * (high - observed)
    return (
        f"{band['from'] * 100:.0f}–{band['to'] * 100:.0f}%",
        str(band["pairs"]),
        f"{band['predicted']:.0%}",
        f"{band['observed']:.0%}",
        f"{band['low']:.0%}–{band['high']:.0%}" if high > low else "",
        bar,
    )


def show_lift(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print a line a share of people: how many of those in touch it holds, beside latest contact."""
    shown = [row for row in rows if row["share"] >= LEAST_SHOWN]
    headings = (_("likeliest"), _("people"), _("in touch"), _("share"), _("by recency"), "")
    printing.table(headings, (_row(row) for row in shown), right=(0, 1, 2, 3, 4))


def _row(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        f"{row['share']:.0%}",
        str(row["pairs"]),
        f"{row['in_touch']:.0f}",
        f"{row['gain']:.0%}",
        f"{row['baselines']['recency']:.0f}",
        "█" * round(row["gain"] * BAR),
    )


def show_rivals(found: Mapping[str, Any]) -> None:
    """Print AUC, average precision, Brier and ECE of strength, with what the simpler rules reach below."""
    strength = found["strength"]
    rows = [
        [
            _("strength (%(model)s)") % {"model": model_word(found["model"])},
            *(f"{strength[key]:.3f}" for key in ("auc", "average_precision", "brier", "ece")),
        ],
        *(
            [_rival(rival), f"{rival['auc']:.3f}", f"{rival['average_precision']:.3f}", "", ""]
            for rival in found["baselines"]
        ),
    ]
    printing.table(["", "AUC", "AP", "Brier", "ECE"], rows, right=(1, 2, 3, 4))


def _rival(rival: Mapping[str, Any]) -> str:
    names = {
        "recency": _("recency"),
        "count": _("count"),
        "interactions_rank": _("Interactions Rank"),
        "both_directions": _("both directions"),
        "geometric_mean": _("geometric mean"),
    }
    days = rival["auc_half_life_days"]
    name = names[rival["name"]]
    return f"{name}, {_('half-life %(days)s days') % {'days': days}}" if days else name
