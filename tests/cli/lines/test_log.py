"""`renmai log`: shown, asked and kept; without a terminal nothing is guessed (C3)."""

import json

import pytest

from tests.cli.letters import CHINESE

DAY = ("--today", "2026-03-02")
LINE = "昨天和李雷、韩梅吃饭，李雷在找供应链，我答应周五前发他名单"


@pytest.fixture
def people(run):
    for name in ("李雷", "韩梅"):
        run("people", "add", name)
    return run


def timeline(run, name: str) -> list[dict]:
    return json.loads(run("person", name, "--json", *DAY).out)["timeline"]


def test_what_is_certain_is_kept_with_yes_and_taken_back_by_one_undo(people):
    kept = json.loads(people("log", LINE, "--yes", "--json", *DAY).out)

    assert (kept["on"], kept["kind"], kept["questions"]) == ("2026-03-01", "meal", [])
    assert [each["kind"] for each in kept["follows"]] == ["need", "promise"]
    assert [each["origin"] for each in kept["follows"]] == ["guess", "guess"]
    assert [each["kind"] for each in timeline(people, "韩梅")] == ["meal"]
    assert people("undo").out.startswith("Undone: what was written down of 李雷, 韩梅.")
    assert timeline(people, "韩梅") == []


def test_without_yes_nothing_is_kept_and_what_is_understood_is_shown(people):
    said = people("log", LINE, "--json", *DAY)

    assert (said.status, json.loads(said.out)["decision_id"]) == (0, None)
    assert timeline(people, "李雷") == []


def test_what_is_open_is_a_question_and_the_status_is_one(people):
    said = people("log", "昨天和王五吃饭", "--yes", "--json", *DAY)
    card = json.loads(said.out) if said.out else {}

    assert said.status == 1
    assert card == {} or card["questions"][0]["said"] == "王五"
    shown = people("log", "昨天和王五吃饭", "--json", *DAY)
    assert shown.status == 1
    assert json.loads(shown.out)["questions"][0]["because"]["code"] == "line_who_is_new"


def test_a_name_may_be_said_to_be_new_and_somebody_else_to_have_been_there(people):
    kept = json.loads(
        people("log", "昨天和王五吃饭", "--new", "王五", "--with", "韩梅", "--yes", "--json", *DAY).out
    )

    assert [each["name"] for each in kept["people"]] == ["王五", "韩梅"]
    assert kept["people"][0]["id"] is not None
    assert len(timeline(people, "王五")) == len(timeline(people, "韩梅")) == 1


def test_a_dry_run_keeps_nothing(people):
    said = people("log", LINE, "--dry-run", *DAY)

    assert said.status == 0 and "李雷 looks for: 供应链" in said.out
    assert timeline(people, "李雷") == []


def test_the_same_line_twice_is_refused_until_it_is_meant(people):
    people("log", LINE, "--yes", *DAY)
    assert people("log", LINE, "--yes", *DAY).status == 1
    assert people("log", LINE, "--yes", "--again", *DAY).status == 0
    assert len(timeline(people, "李雷")) == 2


def test_a_line_that_names_nobody_is_kept_for_later_only_if_wished(people):
    assert people("log", "想到一个点子", "--yes", *DAY).status == 1
    kept = json.loads(people("log", "想到一个点子", "--yes", "--later", "--json", *DAY).out)

    assert kept["is_kept_for_later"] is True


def test_it_speaks_chinese(people):
    people("init", "--language", "zh-hans")
    said = people("log", LINE, "--dry-run", *DAY, language=CHINESE)

    assert "李雷在找：供应链" in said.out and "我答应李雷" in said.out and "吃饭" in said.out


def test_the_day_may_be_said(people):
    kept = json.loads(people("log", "和李雷吃饭", "--day", "2026-02-20", "--yes", "--json", *DAY).out)

    assert kept["on"] == "2026-02-20"
    assert people("log", "和李雷吃饭", "--day", "2026-03-09", "--yes", *DAY).status == 1


def test_it_stands_in_the_history(people):
    people("log", LINE, "--yes", *DAY)

    assert LINE in people("history", "韩梅").out
