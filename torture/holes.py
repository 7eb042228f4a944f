"""Holes: what the first attack on every promise found, tried again, each as its whole kind.

Every hole is reproduced by tests of the suite, which are run here as they stand; nothing is written twice.
A hole of which no test ran is a loss as well.
"""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from xml.etree import ElementTree

from torture.known_holes import HOLES, Hole
from torture.outcome import Outcome, times

ROOT = Path(__file__).resolve().parent.parent
WORST = ("failure", "error")
LONGEST_S = 900


def attack(place: Path, chance: Random, share: float) -> Outcome:
    """Run the reproductions of every hole; tell by hole how many ran and how many came through."""
    outcome = Outcome()
    wanted = times(len(HOLES), share, chance, least=1)
    holes = sorted(chance.sample(HOLES, wanted), key=lambda hole: hole.number)
    ran = run([name for hole in holes for name in hole.tests], place)
    for hole in holes:
        tried, through = Counter[str](), []
        for name, wrong in ran:
            if is_of(name, hole):
                tried[name] += 1
                through += [wrong] if wrong else []
        count = tried.total()
        missing = [name for name in hole.tests if not any(_is_in(each, name) for each in tried)]
        lost = [*through, *(f"no test is called {name}" for name in missing)]
        outcome.attempts += count
        outcome.losses += [f"hole {hole.number}: {each}" for each in lost]
        outcome.rows.append([str(hole.number), hole.kind, f"{count:,}", f"**{len(lost)}**"])
    outcome.note = f"{len(holes)} holes of the first attack, each reproduced as its kind (below)"
    return outcome


def run(names: list[str], place: Path) -> list[tuple[str, str]]:
    """Run tests by their names; return each that ran, `file::test`, with what was wrong, if anything."""
    place.mkdir(parents=True, exist_ok=True)
    told = place / "told.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:randomly", f"--junitxml={told}"]
    variables = {name: value for name, value in os.environ.items() if name != "RENMAI_HOME"}
    asked = sorted({f"tests/{name}" for name in names})
    done = subprocess.run(
        [*command, *asked], cwd=ROOT, env=variables, capture_output=True, text=True, timeout=LONGEST_S
    )
    if not told.exists():
        raise RuntimeError(f"the tests did not run: {done.stdout[-2_000:]}")
    return [
        (_name(case), _fault(case))
        for case in ElementTree.parse(told).iter("testcase")
        if case.find("skipped") is None
    ]


def is_of(name: str, hole: Hole) -> bool:
    """Tell whether a test that ran reproduces a hole."""
    return any(_is_in(name, each) for each in hole.tests)


def _is_in(name: str, wanted: str) -> bool:
    file, _, test = wanted.partition("::")
    return name == wanted if test else name.startswith(f"{file}::")


def _name(case: ElementTree.Element) -> str:
    """Return `web/test_server.py::test_that`, without what it was parametrized by."""
    module = case.attrib["classname"].removeprefix("tests.").replace(".", "/")
    return f"{module}.py::{case.attrib['name'].partition('[')[0]}"


def _fault(case: ElementTree.Element) -> str:
    found = next((case.find(worst) for worst in WORST if case.find(worst) is not None), None)
    return "" if found is None else f"{case.attrib['name']}: {found.attrib.get('message', '')[:200]}"
