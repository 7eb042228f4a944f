"""The invented large book that benchmarks look at is filled by the tables of today."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SIZES = ("--people", "30", "--interactions", "400", "--favours", "5", "--outcomes", "20")


def test_a_book_of_any_size_is_filled_with_what_every_table_asks_for(tmp_path):
    variables = {"RENMAI_HOME": str(tmp_path / "book"), "PYTHONPATH": str(ROOT / "src")}
    variables["DJANGO_SETTINGS_MODULE"] = "renmai.config.settings"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "benchmarks.today", "--step", "fill", *SIZES],
        env={**os.environ, **variables, "DATABASE_URL": ""},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(tmp_path / "book" / "renmai.sqlite3") as book:
        assert book.execute("SELECT COUNT(*) FROM renmai_interaction").fetchone() == (400,)
