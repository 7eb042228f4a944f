"""The diary: the events of a test, written in its docstring.

A line is `DAY [×TIMES every DAYSd] ARROW NAME KIND [audience=N] [role=R]`. The arrows: → from me, ← to me, ⇄
taking turns and beginning with me, ↔ both at once, as in a meeting. The time of day is noon, UTC.
"""

import re
from datetime import UTC, datetime

import pyarrow as pa
import pytest
from typer.testing import CliRunner

from renmai.cli.app import app

DAY_S = 86_400
LINE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?: ×(?P<times>\d+) every (?P<gap>\d+)d)? "
    r"(?P<arrow>[→←⇄↔]) (?P<name>\S+) (?P<kind>\w+)(?P<rest>.*)"
)


def at(text: str) -> int:
    """Return the second at which a day begins."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def rows_of(text: str) -> list[dict[str, object]]:
    """Return the events of a diary."""
    return [row for line in LINE.finditer(text) for row in _rows_of_line(line)]


def _rows_of_line(line: re.Match[str]) -> list[dict[str, object]]:
    extra = dict(word.split("=") for word in line["rest"].split())
    rows: list[dict[str, object]] = []
    for turn in range(int(line["times"] or 1)):
        second = at(line["day"]) + DAY_S // 2 + turn * int(line["gap"] or 0) * DAY_S
        ways = {"→": ["out"], "←": ["in"], "⇄": [("out", "in")[turn % 2]], "↔": ["out", "in"]}[line["arrow"]]
        for way in ways:
            sender, recipient = ("me", line["name"]) if way == "out" else (line["name"], "me")
            rows.append(
                {
                    "at_epoch_s": second,
                    "sender": sender,
                    "recipient": recipient,
                    "kind": line["kind"],
                    "audience": int(extra.get("audience", 1)),
                    "role": extra.get("role"),
                }
            )
    return rows


def table_of(rows: list[dict[str, object]]) -> pa.Table:
    """Return events as Arrow."""
    schema = pa.schema(
        [
            ("at_epoch_s", pa.int64()),
            ("sender", pa.string()),
            ("recipient", pa.string()),
            ("kind", pa.string()),
            ("audience", pa.int32()),
            ("role", pa.string()),
        ]
    )
    return pa.Table.from_pylist(rows, schema=schema)


@pytest.fixture
def diary(request) -> pa.Table:
    """The events written in the test's own docstring."""
    return table_of(rows_of(request.function.__doc__))


@pytest.fixture
def speak(tmp_path, monkeypatch):
    """Run `renmai engine` in a folder of its own and return what it said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RENMAI_HOME", str(tmp_path / "home"))

    def speak(*words):
        return CliRunner(env={"LANG": "en"}).invoke(app, ["engine", *map(str, words)])

    return speak
