"""Fits the coefficients that Renmai ships on the development sets and writes them with their provenance.

Run `python -m benchmarks.fit_strength`; it writes src/renmai/engine/models/strength.json. Evaluation takes
`pooled` too, to fit on the other sets only.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import first_fit
from benchmarks.devsets import DevSet, opened, sets
from benchmarks.ego_views import linux_i2c, side_by_side
from renmai.engine.fit import PairSample
from renmai.engine.history import sample_of
from renmai.engine.measures.strength import SIGNS
from renmai.engine.model import StrengthModel

HORIZONS_DAYS = (7, 30, 60, 90)
PRIOR_WEIGHT = 50.0
OUT = Path(__file__).resolve().parent.parent / "src" / "renmai" / "engine" / "models" / "strength.json"
Views = Sequence[DevSet]


def every_set() -> Mapping[str, Views]:
    """Return every set by its name, as each of those sees it who look at it apart."""
    return {name: [dev] for name, dev in sets().items()} | {"linux-i2c": linux_i2c()}


def seen_by(dev: DevSet, as_of_epoch_s: Sequence[int], horizon_days: float) -> PairSample:
    """Return the pairs of a set as some moments see them."""
    with opened(dev) as here:
        return sample_of(*here, as_of_epoch_s=as_of_epoch_s, horizon_days=horizon_days, egos=dev.egos)


def lessons(views: Views) -> list[PairSample]:
    """Return what a set teaches, a sample for each horizon."""
    dev = views[0] if len(views) == 1 else side_by_side(views)
    return [seen_by(dev, dev.looks, days) for days in HORIZONS_DAYS]


def pooled(samples: Iterable[PairSample]) -> StrengthModel:
    """Return the model fitted to samples, each weighing the same."""
    sample = first_fit.pooled(list(samples))
    logistic = first_fit.first_fit(sample, prior_weight=PRIOR_WEIGHT, signs=SIGNS, intercept_prior_weight=0.0)
    return StrengthModel("shipped", logistic)


def _rounded(plain: Any) -> Any:
    """Return plain values with numbers as exact as anybody reads them."""
    if isinstance(plain, dict):
        return {name: _rounded(value) for name, value in plain.items()}
    return round(plain, 5) if isinstance(plain, float) else plain


def main() -> None:
    """Fit on every set and write the coefficients."""
    every = every_set()
    provenance = {
        "how": "benchmarks/fit_strength.py: logistic regression, signs held; see docs/engine.md",
        "horizons_days": HORIZONS_DAYS,
        "prior_weight": PRIOR_WEIGHT,
        "sets": {
            name: {
                "events": sum(dev.events.num_rows for dev in views),
                "egos": "all" if views[0].egos is None else sum(len(dev.egos or ()) for dev in views),
                "looks": [datetime.fromtimestamp(look, UTC).date().isoformat() for look in views[0].looks],
            }
            for name, views in every.items()
        },
    }
    model = pooled(sample for views in every.values() for sample in lessons(views))
    plain = {"provenance": provenance, **_rounded(model.as_json())}
    OUT.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"written: {OUT.name}")


if __name__ == "__main__":
    main()
