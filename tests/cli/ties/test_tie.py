"""`renmai tie` and `renmai backtest`: why, the owner's word, how right it was, in both languages."""

import json

import pytest

from tests.cli.letters import CHINESE, LAST_DAY, ME


def of(rows: str, name: str) -> dict:
    return next(row for row in json.loads(rows) if row["name"] == name)


def test_a_tie_says_why_each_figure_is_so(book):
    """T3, T4, T5: what moved the strength most comes first, each with what it does to it."""
    said = book("tie", "李雷", "--today", LAST_DAY)
    lines = [line.strip() for line in said.out.splitlines()]

    assert said.status == 0
    assert any("reached out" in line and "raises it" in line for line in lines)
    assert any(line.startswith("∵ In 13 months you both reached out") for line in lines)
    assert any("usually within five hours" in line for line in lines)
    why = json.loads(book("tie", "李雷", "--json", "--today", LAST_DAY).out)["tie"]["why"]
    assert why.keys() == {"strength", "tie_class", "state", "standing", "reciprocity"}
    sizes = [abs(reason["numbers"]["contribution"]) for reason in why["strength"]]
    assert sizes == sorted(sizes, reverse=True)
    assert all(reason["effect"].keys() == {"code", "numbers", "sentence"} for reason in why["strength"])


def test_the_owner_s_word_is_shown_beside_what_is_computed_and_taken_back(book):
    """T2: both are shown, with who said so and when."""
    noted = book("tie", "say", "Ada Brook", "--class", "strong", "--because", "We grew up together.")
    assert (noted.status, noted.err) == (0, "")
    ada = of(book("people", "--json", "--today", LAST_DAY).out, "Ada Brook")
    assert (ada["tie_class"], ada["tie_class_computed"]) == ("strong", "weak")
    assert ada["declared"]["tie_class"] == "strong"
    assert ada["declared"]["because"] == "We grew up together."
    page = book("tie", "Ada Brook", "--today", LAST_DAY).out
    assert ": Strong; by the traces: Weak. We grew up together." in page

    assert book("tie", "unsay", "Ada Brook").status == 0
    ada = of(book("people", "--json", "--today", LAST_DAY).out, "Ada Brook")
    assert (ada["tie_class"], ada["declared"]) == ("weak", None)
    assert "your word on the tie to Ada Brook" in book("undo").out
    assert of(book("people", "--json", "--today", LAST_DAY).out, "Ada Brook")["tie_class"] == "strong"


def test_a_strength_is_said_from_0_to_100_and_kept_from_0_to_1(book):
    said = json.loads(book("tie", "say", "Ada Brook", "--strength", "80", "--today", LAST_DAY, "--json").out)
    again = json.loads(book("tie", "say", "Ada Brook", "--strength", "80", "--json").out)
    ada = of(book("people", "--json", "--today", LAST_DAY).out, "Ada Brook")

    assert said["decision_id"] > 0 and again == {"decision_id": None}
    assert (ada["strength"], ada["declared"]["strength"], ada["declared"]["on"]) == (0.8, 0.8, LAST_DAY)
    assert 0 < ada["strength_computed"] < 0.8
    assert "Nothing new" in book("tie", "say", "Ada Brook", "--strength", "80").out


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["Ada Brook", "--strength", "120"], 2, "“120” is no number from 0 to 100."),
        (["Ada Brook", "--strength", "much"], 2, "“much” is no number from 0 to 100."),
        (["Ada Brook", "--class", "best"], 2, "“best” is none of: pseudo, weak, strong."),
        (["Ada Brook", "--bond", "foe"], 2, "is none of: kin, friend, partner, colleague."),
        (["Ada Brook", "--because", "so"], 2, "Say what it is: --class, --bond or --strength."),
        (["Nobody Known", "--class", "weak"], 1, "There is nobody under “Nobody Known”."),
        (["999999", "--class", "weak"], 1, "There is nobody under “999999”."),
        ([ME, "--class", "weak"], 1, "carries no tie"),
    ],
)
def test_what_cannot_be_said_of_a_tie_is_one_sentence(book, words, status, sentence):
    said = book("tie", "say", *words)

    assert (said.status, said.out) == (status, "")
    assert sentence in said.err and said.err.count("\n") == 1


def test_the_whole_way_reads_in_chinese(run, mailbox):
    """X3."""
    run("import", mailbox, "--me", ME, language=CHINESE)
    said = run("tie", "say", "Ada Brook", "--bond", "friend", "--today", LAST_DAY, language=CHINESE)
    assert "记下了" in said.out
    page = run("tie", "Ada Brook", "--today", LAST_DAY, language=CHINESE).out
    assert f"你在 {LAST_DAY} 说：朋友；按往来算：弱关系。" in page
    assert "抬高" in page and "双方都主动过的月份" in page
    wrong = run("tie", "say", "Ada Brook", "--strength", "120", language=CHINESE)
    assert "120" in wrong.err and "0" in wrong.err and "number" not in wrong.err
    assert "你对这段关系的说法（Ada Brook）" in run("undo", language=CHINESE).out
    refused = run("backtest", "--today", LAST_DAY, language=CHINESE)
    assert (refused.status, refused.out) == (1, "")
    assert "才看得出准不准" in refused.err


def test_a_backtest_of_too_small_or_too_young_a_book_is_refused_in_one_sentence(book):
    """T3: honest where nothing can be said."""
    for words, sentence in (
        (["--today", LAST_DAY], "to tell, it takes 5 who were"),
        (["--today", "2025-06-01"], "it must reach back six months"),
        (["--today", "2026-11-01"], "The newest trace is from February 2026"),
    ):
        said = book("backtest", *words)
        assert (said.status, said.out) == (1, "")
        assert sentence in said.err and said.err.count("\n") == 1
    assert book("backtest", "--horizon-days", "0").status == 2
