"""Fits the coefficients that Renmai ships on the development sets and writes them with their provenance.

Run `python -m benchmarks.fit_strength`; it writes src/renmai/engine/models/strength.json. Evaluation takes
`pooled` too, to fit on the other sets only.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.devsets import DevSet, sets
from renmai.engine import backend
from renmai.engine.fit import Sample, fit_first
from renmai.engine.history import sample_of
from renmai.engine.model import StrengthModel
from renmai.engine.profile import profile_of
from renmai.engine.tables import checked, sound

HORIZONS_DAYS = (30, 60, 90)
PULL = 50.0
OUT = Path(__file__).resolve().parent.parent / "src" / "renmai" / "engine" / "models" / "strength.json"


def sample(dev: DevSet, horizon_days: float) -> Sample:
    """Return the pairs of a set as its looks see them."""
    connection = backend.connect()
    events = checked(backend.events_table(connection, dev.events))
    return sample_of(
        connection,
        sound(events),
        profile_of(connection, events),
        as_of_epoch_s=dev.looks,
        horizon_days=horizon_days,
        egos=dev.egos,
    )


def pooled(devs: Iterable[DevSet]) -> StrengthModel:
    """Return the model fitted to sets, each set and horizon weighing the same."""
    return fit_first(
        [sample(dev, days) for dev in devs for days in HORIZONS_DAYS], basis="shipped", pull=PULL
    )


def main() -> None:
    """Fit on every set and write the coefficients."""
    devs = sets()
    provenance = {
        "how": "benchmarks/fit_strength.py: logistic regression, signs held; see docs/engine.md",
        "horizons_days": HORIZONS_DAYS,
        "pull": PULL,
        "sets": {
            name: {
                "events": dev.events.num_rows,
                "egos": len(dev.egos) if dev.egos else "all",
                "looks": [datetime.fromtimestamp(look, UTC).date().isoformat() for look in dev.looks],
            }
            for name, dev in devs.items()
        },
    }
    plain = {"provenance": provenance, **pooled(devs.values()).as_json()}
    OUT.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"written: {OUT.name}")


if __name__ == "__main__":
    main()
