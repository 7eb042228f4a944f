"""`renmai log --edit`: words, people and day of a kept line, with one undo; `--yes` is never silent (C3)."""

import json

import pytest

DAY = ("--today", "2026-03-02")


@pytest.fixture
def people(run):
    for name in ("李雷", "韩梅"):
        run("people", "add", name)
    return run


def timeline(run, name: str) -> list[tuple[str, str]]:
    shown = json.loads(run("person", name, "--json", *DAY).out)
    return [(each["at"][:10], each["excerpt"]) for each in shown["timeline"]]


def log(run, *words: str) -> dict:
    return json.loads(run("log", *words, "--yes", "--json", *DAY).out)


def test_words_and_day_of_a_kept_line_are_changed_and_brought_back(people):
    number = str(log(people, "昨天和李雷吃饭")["decision_id"])
    changed = log(people, "昨天和李雷、韩梅喝茶", "--edit", number)
    assert timeline(people, "韩梅") == [("2026-03-01", "昨天和李雷、韩梅喝茶")]

    log(people, "--edit", str(changed["decision_id"]), "--day", "2026-02-20")
    assert timeline(people, "李雷") == [("2026-02-20", "昨天和李雷、韩梅喝茶")]
    people("undo")
    people("undo")
    assert timeline(people, "李雷") == [("2026-03-01", "昨天和李雷吃饭")]


def test_a_number_of_no_line_is_refused_and_nothing_at_all_is_wrong_use(people):
    said = people("log", "和李雷吃饭", "--edit", "999", "--yes")
    assert (said.status, "999" in said.err) == (1, True)
    assert people("log").status == 2


@pytest.mark.parametrize("line", ["和王五吃饭", "Zoom with the team"])
def test_yes_with_nobody_certain_says_so_and_shows_what_waits(people, line):
    said = people("log", line, "--yes", "--json", *DAY)
    card = json.loads(said.out)

    assert (said.status, card["decision_id"]) == (1, None) and card["questions"]
    assert "nobody in it is certain" in said.err
    told = people("log", line, "--yes", *DAY)
    assert (told.status, "nobody in it is certain" in told.err) == (1, True)
