"""Attacks every promise about the owner's data and prints a table: `python -m torture`, also `make torture`.

    python -m torture                       everything: some twenty minutes on two cores
    python -m torture --share .02           a fiftieth of it
    python -m torture --only kills,backups --seed 7
    python -m torture --write               puts the table into docs/security.md, too

Two attacks run at a time, each in a process and folders of its own. What is drawn depends on the seed; at
which moment a kill meets a process depends on the machine as well. Ends with 1 where anything was lost.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from torture.promises import PROMISES
from torture.table import Run, lines_of, losses_of, write

ROOT = Path(__file__).resolve().parent.parent
AT_ONCE = 2
QUICK = Path("/dev/shm")
"""Where files are kept in memory: a kill finds the same there, and no disk is worn."""
TOLD_OF_A_BREAK = 2_000


def main() -> None:
    """Attack, print, and write where asked."""
    asked = _asked()
    began = time.perf_counter()
    outcomes = attacked(asked.only.split(",") if asked.only else list(PROMISES), asked.share, asked.seed)
    run = Run(asked.share, asked.seed, time.perf_counter() - began)
    lines, losses = lines_of(run, outcomes), losses_of(outcomes)
    print("\n".join(lines))
    print("\n".join(losses), file=sys.stderr)
    if asked.write:
        write(lines)
    sys.exit(1 if losses else 0)


def attacked(names: list[str], share: float, seed: str) -> dict[str, dict[str, Any]]:
    """Attack promises, two at a time; return what came of each."""
    with (
        tempfile.TemporaryDirectory(prefix="renmai-torture-", dir=QUICK if QUICK.is_dir() else None) as place,
        ThreadPoolExecutor(AT_ONCE) as lanes,
    ):
        running = {name: lanes.submit(_attacked, name, Path(place) / name, share, seed) for name in names}
        return {name: found.result() for name, found in running.items()}


def _attacked(name: str, home: Path, share: float, seed: str) -> dict[str, Any]:
    """Attack one promise in a process of its own; one that breaks is a loss, too."""
    command = [sys.executable, "-m", "torture.one", str(share), seed, name]
    variables = {**os.environ, "RENMAI_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    variables.pop("DATABASE_URL", None)
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith('{"name"')]
    if not lines:
        said = done.stderr[-TOLD_OF_A_BREAK:]
        return {"attempts": 0, "losses": [f"the attack ended with {done.returncode}: {said}"], "note": ""}
    outcome: dict[str, Any] = json.loads(lines[-1])
    print(f"{name}: {outcome['attempts']} in {outcome['seconds']:.0f} s", file=sys.stderr, flush=True)
    if outcome["losses"]:
        print(done.stderr[-TOLD_OF_A_BREAK:], file=sys.stderr, flush=True)
    return outcome


def _asked() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m torture", description="Attack every promise.")
    parser.add_argument("--share", type=float, default=1.0, help="how much of a whole run")
    parser.add_argument("--seed", default="1", help="what chance begins with")
    parser.add_argument("--only", default="", help=f"some of: {', '.join(PROMISES)}")
    parser.add_argument("--write", action="store_true", help="put the table into docs/security.md")
    asked = parser.parse_args()
    if unknown := [name for name in asked.only.split(",") if asked.only and name not in PROMISES]:
        parser.error(f"no promise is called {', '.join(unknown)}; there is {', '.join(PROMISES)}")
    return asked


if __name__ == "__main__":
    main()
