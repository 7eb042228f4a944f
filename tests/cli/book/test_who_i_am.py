"""At a terminal an import asks in one question which handles are the owner's, and never a program (C4)."""

import json

import pytest
from typer.testing import CliRunner

from renmai.cli import printing
from renmai.cli.app import app
from tests.cli.letters import ENGLISH
from tests.traces import mailbox

LINES = "\n".join(
    f"{number} 2026-01-0{number} Me <me@example.org> > p{number}@example.org" for number in range(1, 6)
)


@pytest.fixture
def at_a_terminal(run, monkeypatch, tmp_path):
    """Import a mailbox whose owner is not known at a terminal where these lines are typed."""
    monkeypatch.setattr(printing, "is_conversation", lambda: True)
    path = mailbox(tmp_path / "mail.mbox", LINES)
    return lambda typed, *words: CliRunner(env=ENGLISH).invoke(
        app, ["import", str(path), *words], input=typed
    )


def is_known(run) -> bool:
    people = json.loads(run("people", "--json").out)
    return "me@example.org" not in json.dumps(people)


@pytest.mark.parametrize(
    ("typed", "expected"), [("\n", True), ("1\n", True), ("0\n", False), ("9\nx\n1, 2\n", True)]
)
def test_enter_takes_the_likeliest_and_a_wrong_number_is_asked_again(run, at_a_terminal, typed, expected):
    said = at_a_terminal(typed)
    assert said.exit_code == 0
    assert "1  me@example.org Me: in 5 of what came in, 5 of it written from here" in said.stderr
    assert ("Type numbers from 1 to 5, or 0." in said.stderr) == ("9" in typed)
    assert is_known(run) == expected


def test_a_program_is_told_of_whom_to_choose_and_not_asked(run, at_a_terminal):
    said = at_a_terminal("1\n", "--json")
    candidates = json.loads(said.stdout)["owner_candidates"]
    assert candidates[0] == {
        "handle": "me@example.org",
        "name": "Me",
        "acts": 5,
        "sent": 5,
        "is_likely": True,
    }
    assert "Which of these" not in said.stderr and not is_known(run)
