"""A process of its own that imports files one by one, and says what came of each and what it cost.

`python -m tests.faults.importing FILE…` with RENMAI_HOME set prints one JSON object a line.
"""

import json
import os
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import django

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ME = ("me@example.org",)
MEBIBYTE = 1 << 20


def wake() -> None:
    """Start Django on the home named in the environment."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "renmai.config.settings"
    django.setup()


def peak_mb() -> float:
    """Return the most memory this program ever had; what its parent had before is not its own."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE  # macOS counts bytes
    (high,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(high.split()[1]) / 1024


def main(paths: list[str]) -> None:
    wake()
    from renmai.actions.book.open_book import open_book
    from renmai.actions.capture.import_paths import import_paths

    viewer = open_book(NOW, language="en")
    for path in paths:
        began = time.process_time()
        report = import_paths(viewer, [path], now=NOW, me=ME)
        outcome = {
            "file": Path(path).name,
            "cpu_seconds": time.process_time() - began,
            "peak_mb": peak_mb(),
            "state": report.state,
            "records": report.records_read,
            "people": list(report.people_names),
            "problems": [[p.code, p.file, str(p.where), dict(p.numbers)] for p in report.problems],
        }
        print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
