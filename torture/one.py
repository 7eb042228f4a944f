"""A process that attacks promises and says what came of each: `python -m torture.one SHARE SEED NAME…`.

The folder named by RENMAI_HOME holds the books, each in a folder of its own. Prints a line of JSON each.
"""

import importlib
import json
import sys
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from random import Random

from tests.faults.importing import wake


def main(share: float, seed: str, names: list[str]) -> None:
    """Attack one promise after the other; an attack that breaks is a loss as well."""
    wake()
    from django.conf import settings  # noqa: PLC0415 - settings are ready only now

    for name in names:
        began = time.perf_counter()
        module = importlib.import_module(f"torture.{name}")
        try:
            outcome = asdict(module.attack(Path(settings.HOME) / name, Random(f"{seed} {name}"), share))
        except Exception as wrong:  # noqa: BLE001 - told as what was lost
            traceback.print_exc()
            outcome = {"attempts": 0, "losses": [f"the attack broke: {wrong!r}"], "note": ""}
        seconds = round(time.perf_counter() - began, 1)
        print(json.dumps({"name": name, "seconds": seconds, **outcome}), flush=True)


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2], sys.argv[3:])
