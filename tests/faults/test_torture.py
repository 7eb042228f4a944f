"""A small share of `make torture`, in one process: its attacks on a book lose nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from torture.known_holes import HOLES

SHARE, SEED = "0.003", "suite"
ATTACKS = ("kills", "hostile", "backups", "erased")
ROOT = Path(__file__).parent.parent.parent
TESTS = ROOT / "tests"


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, dict]:
    """What came of each attack."""
    command = [sys.executable, "-m", "torture.one", SHARE, SEED, *ATTACKS]
    environment = {**os.environ, "RENMAI_HOME": str(tmp_path_factory.mktemp("attacked"))}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-3000:]
    told = (json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"name"'))
    return {outcome["name"]: outcome for outcome in told}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_loses_nothing(outcomes, name):
    assert outcomes[name]["losses"] == []
    assert outcomes[name]["note"]


def test_every_hole_of_the_first_attack_is_tried_by_tests_that_are_there():
    """They run where they stand; `make torture ARGS="--only holes"` counts them by hole."""
    asked = {name.partition("::") for hole in HOLES for name in hole.tests}

    assert [hole.number for hole in HOLES] == list(range(1, 27))
    assert [
        file + test
        for file, _, test in asked
        if f"def {test or 'test_'}" not in (TESTS / file).read_text("utf-8")
    ] == []
