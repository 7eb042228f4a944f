"""Bad input end to end: it is explained, its good records are kept, it costs little time and memory (C1)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils import translation

from renmai.domain.book.because import Because
from renmai.wording import sentence
from tests.faults.damage import DAMAGES, write_all

MOST_SECONDS = 10
MOST_MB = 512
HANGS_S = 1_800
"""Ends a process that hangs; how long a busy machine takes for the rest says nothing."""
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, dict]:
    """What came of every file, imported one by one in one process; memory is the most it ever had."""
    folder, home = tmp_path_factory.mktemp("damaged"), tmp_path_factory.mktemp("home")
    write_all(folder)
    command = [sys.executable, "-m", "tests.faults.importing", *(str(folder / name) for name in DAMAGES)]
    environment = {**os.environ, "RENMAI_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=HANGS_S)
    assert done.returncode == 0, done.stderr[-3000:]
    return {outcome["file"]: outcome for outcome in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_is_explained_and_its_good_records_are_kept(outcomes, name):
    outcome, damage = outcomes[name], DAMAGES[name]

    assert outcome["state"] == "done"
    assert set(damage.codes) <= {problem[0] for problem in outcome["problems"]}, outcome["problems"]
    assert outcome["records"] >= damage.records
    assert set(damage.people) <= set(outcome["people"])


@pytest.mark.parametrize("name", DAMAGES)
def test_a_problem_names_its_file_and_reads_as_a_sentence_in_both_languages(outcomes, name):
    for code, file, _, numbers in outcomes[name]["problems"]:
        assert file.startswith(name)
        for language in ("en", "zh-hans"):
            with translation.override(language):
                text = sentence(Because(code, numbers))

            assert "%(" not in text
            assert text.endswith((".", "。", "?", "？"))


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_costs_neither_time_nor_memory(outcomes, name):
    assert outcomes[name]["cpu_seconds"] < MOST_SECONDS
    assert outcomes[name]["peak_mb"] < MOST_MB
