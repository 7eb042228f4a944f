"""Asking on a terminal: each question by a number, Enter for the likeliest, and one key keeps (C3)."""

import io
import json

import pytest

from renmai.cli import printing
from tests.cli.lines.test_log import DAY, timeline


@pytest.fixture
def typed(monkeypatch):
    """Let somebody sit at the terminal who types these lines."""

    def typed(run, text: str, *words):
        monkeypatch.setattr(printing, "is_conversation", lambda: True)
        monkeypatch.setattr("renmai.cli.lines.questions.typed_line", io.StringIO(text).readline)
        said = run(*words)
        monkeypatch.undo()
        return said

    return typed


def test_somebody_new_is_said_by_a_number_and_enter_keeps(run, typed):
    said = typed(run, "1\n\n", "log", "昨天和王五吃饭", *DAY)

    assert said.status == 0 and "Nobody in the book is called “王五”" in said.err
    assert len(timeline(run, "王五")) == 1


def test_one_of_two_is_chosen_and_what_is_no_number_is_asked_again(run, typed):
    run("people", "add", "王五")
    second = json.loads(run("people", "add", "王五", "--new", "--handle", "w5@x.example", "--json").out)
    said = typed(run, "9\n2\n\n", "log", "昨天和王五吃饭", *DAY)

    assert said.status == 0 and "w5@x.example" in said.err
    assert len(timeline(run, str(second["id"]))) == 1


def test_whoever_says_no_keeps_nothing(run, typed):
    run("people", "add", "王五")
    said = typed(run, "n\n", "log", "昨天和王五吃饭", *DAY)

    assert said.status == 130 and timeline(run, "王五") == []


def test_a_line_of_nobody_is_given_somebody_or_kept_for_later(run, typed):
    run("people", "add", "王五")
    typed(run, "王五\n\n", "log", "吃了火锅", *DAY)
    assert len(timeline(run, "王五")) == 1

    assert typed(run, "\n\n", "log", "想到一个点子", *DAY).status == 0


def test_a_day_to_come_is_asked_for_again(run, typed):
    run("people", "add", "王五")
    typed(run, "soon\n2026-02-27\n\n", "log", "后天和王五吃饭", *DAY)

    assert [each["at"][:10] for each in timeline(run, "王五")] == ["2026-02-27"]
