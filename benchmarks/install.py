"""What an installation weighs and takes, now and at the last commit that brought scikit-learn and npm's htmx.

    python -m benchmarks.install        some minutes; both in one run, each into a fresh environment

Each wheel is built, then installed with what its lock pins: once to fill pip's cache, thrown away, and once to
be timed. `section()` tells it for docs/benchmarks.md.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tools.check_wheel import ROOT, alone, built, installed

BEFORE = "ad8f98e"
HEAD = """## Installing

`python -m benchmarks.install`: the wheel with all that its lock pins, into a fresh environment from a warm cache, then
`renmai demo --no-serve`, which makes an invented book and prints its Today. Beside it the last commit that took
scikit-learn along and built the page's htmx with npm; one run. Packages and MB without pip itself.

| | wheel, kB | packages | MB | install, s | CPU s | first demo, s | CPU s |
|---|---:|---:|---:|---:|---:|---:|---:|"""


class Weight(NamedTuple):
    """One installation: sizes, then wall and CPU seconds of installing and of the first demo."""

    wheel_kb: float
    packages: int
    mb: float
    install_s: float
    install_cpu_s: float
    demo_s: float
    demo_cpu_s: float


def section() -> Iterator[str]:
    """Yield the section of docs/benchmarks.md."""
    yield HEAD
    with tempfile.TemporaryDirectory(prefix="renmai-install-") as folder:
        before = Path(folder) / "before"
        checked_out(BEFORE, before)
        yield f"| before ({BEFORE}) | {' | '.join(shown(weighed(before, Path(folder) / 'old')))} |"
        yield f"| now | {' | '.join(shown(weighed(ROOT, Path(folder) / 'new')))} |"


def main() -> None:
    """Print the section."""
    for line in section():
        print(line, flush=True)


def checked_out(commit: str, into: Path) -> None:
    """Check out a commit of this repository in a folder, its page built as it then was."""
    into.mkdir()
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    subprocess.run(["tar", "x"], cwd=into, input=packed, check=True)
    subprocess.run([sys.executable, "tools/frontend.py"], cwd=into, check=True, stdout=subprocess.DEVNULL)


def weighed(checkout: Path, place: Path) -> Weight:
    """Build, install twice and run once."""
    place.mkdir()
    wheel = built(checkout, place)
    lock = checkout / "requirements.lock"
    shutil.rmtree(installed(wheel, lock, place / "cold").parent)
    programs, *install = timed(lambda: installed(wheel, lock, place / "venv"))
    packages, mb = held(programs.parent)
    demo = [programs / "renmai", "demo", "--no-serve"]
    variables = alone(programs, place)
    _, *first = timed(
        lambda: subprocess.run(demo, cwd=place, env=variables, check=True, stdout=subprocess.DEVNULL)
    )
    return Weight(wheel.stat().st_size / 1000, packages, mb, *install, *first)


def timed(do: Callable[[], Any]) -> tuple[Any, float, float]:
    """Return its result, with the wall and CPU seconds it and the programs it started took."""
    started, before = time.perf_counter(), os.times()
    result = do()
    seconds, after = time.perf_counter() - started, os.times()
    return result, seconds, sum(after[:4]) - sum(before[:4])


def held(environment: Path) -> tuple[int, float]:
    """Return how many packages an environment holds and their MB, compiled files included, without pip."""
    (packages,) = environment.glob("lib/python*/site-packages")
    of_pip = ("pip", "setuptools")
    count = sum(1 for path in packages.glob("*.dist-info") if not path.name.startswith(of_pip))
    files = (path for path in packages.rglob("*") if path.is_file())
    size = sum(
        path.stat().st_size for path in files if not path.relative_to(packages).parts[0].startswith(of_pip)
    )
    return count, size / 1e6


def shown(weight: Weight) -> Iterator[str]:
    """Yield the cells of a row."""
    yield f"{weight.wheel_kb:,.0f}"
    yield str(weight.packages)
    yield f"{weight.mb:,.0f}"
    for seconds in weight[3:]:
        yield f"{seconds:,.1f}"


if __name__ == "__main__":
    main()
