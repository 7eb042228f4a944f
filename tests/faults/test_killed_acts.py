"""Imports and rebuilds killed at any moment, or beside each other, lose and double nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.damage import calendar, card, event, mail, mbox

KILLS = int(os.environ.get("RENMAI_KILLS", "15"))
AT_ONCE = 4
ROOT = Path(__file__).parent.parent.parent
COMPARED = ("records", "interactions", "participations", "people", "handles", "homeless")


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> list[str]:
    """A mailbox, an address book and a calendar that speak of the same people."""
    folder = tmp_path_factory.mktemp("files")
    mails = [
        mail(f"person{number % 90}").replace("Message-ID: <", f"Message-ID: <{number}.")
        for number in range(1_500)
    ]
    (folder / "inbox.mbox").write_bytes(mbox(*mails))
    (folder / "people.vcf").write_text("".join(_card(number) for number in range(120)))
    rule = "RRULE:FREQ=WEEKLY;COUNT=20\r\n"
    (folder / "work.ics").write_bytes(calendar(*(event(f"event{number}", rule) for number in range(40))))
    return [str(path) for path in sorted(folder.iterdir())]


def _card(number: int) -> str:
    name = f"Person {number}"
    return card(name).replace(f"{name.encode().hex()}@", f"person{number}@")


def run(files: list[str], home: Path, **plan: object) -> dict:
    """Return what the book holds after a plan of acts and kills."""
    command = [sys.executable, "-m", "tests.faults.killing", json.dumps(plan), *files]
    environment = {**os.environ, "RENMAI_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=1_800)
    assert done.returncode == 0, done.stderr[-3000:]
    return {**json.loads(done.stdout.splitlines()[-1]), "said": done.stderr}


@pytest.fixture(scope="module")
def undisturbed(files, tmp_path_factory) -> dict:
    """The book of one import that nothing disturbed."""
    return run(files, tmp_path_factory.mktemp("undisturbed"), last=["import"])


def test_an_undisturbed_import_holds_everything(undisturbed):
    assert undisturbed["statuses"] == [0]
    assert len(undisturbed["records"]) == 1_500 + 120 + 40
    assert len(undisturbed["interactions"]) == 1_500 + 40 * 20
    assert undisturbed["homeless"] == []


def test_imports_killed_at_random_moments_lose_and_double_nothing(files, undisturbed, tmp_path):
    disturbed = run(files, tmp_path, kills=KILLS, killed="import", last=["import"])

    assert disturbed["killed"] > 0
    assert (disturbed["damaged"], disturbed["statuses"]) == ([], [0])
    assert {name: disturbed[name] for name in COMPARED} == {name: undisturbed[name] for name in COMPARED}


def test_imports_at_once_never_meet_a_locked_database_and_double_nothing(files, undisturbed, tmp_path):
    crowded = run(files, tmp_path, last=["import"] * AT_ONCE)

    assert "locked" not in crowded["said"]
    assert crowded["statuses"] == [0] * AT_ONCE, crowded["said"][-2000:]
    assert {name: crowded[name] for name in COMPARED} == {name: undisturbed[name] for name in COMPARED}


def test_rebuilds_killed_at_random_moments_lose_and_double_nothing(files, undisturbed, tmp_path):
    rebuilt = run(files, tmp_path, first=["import"], kills=KILLS // 2, killed="rebuild", last=["rebuild"])

    assert rebuilt["killed"] > 0
    assert (rebuilt["damaged"], rebuilt["statuses"]) == ([], [0, 0])
    assert {name: rebuilt[name] for name in COMPARED} == {name: undisturbed[name] for name in COMPARED}


def test_a_rebuild_beside_an_import_ends_in_the_same_book(files, undisturbed, tmp_path):
    crowded = run(files, tmp_path, first=["import"], last=["rebuild", "import"])

    assert crowded["statuses"] == [0, 0, 0], crowded["said"][-2000:]
    assert {name: crowded[name] for name in COMPARED} == {name: undisturbed[name] for name in COMPARED}
