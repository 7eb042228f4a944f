"""`renmai position` and `renmai leaving`: shapes, what is refused, and that undo says what it undid."""

import json

import pytest

from tests.cli.letters import CHINESE, LAST_DAY


def test_what_was_noted_is_listed_with_its_key_and_undone_by_name(book):
    said = book("position", "add", "李雷", "青枝家居", "--title", "采购主管", "--today", LAST_DAY)
    assert (said.status, said.err) == (0, "")
    (card,) = json.loads(book("position", "李雷", "--json", "--today", LAST_DAY).out)
    (position,) = card["positions"]
    assert position.keys() == {
        "key", "organisation", "title", "host", "since", "until", "source", "line", "noted_on",
    }  # fmt: skip
    assert (position["organisation"], position["source"], position["host"]) == (
        "青枝家居",
        "said",
        "example.cn",
    )
    again = book("position", "add", "李雷", "青枝家居", "--title", "采购主管", "--today", LAST_DAY)
    assert "Nothing new" in again.out

    ended = book("position", "end", position["key"], "--until", "2026-03-20", "--json", "--today", LAST_DAY)
    assert json.loads(ended.out)["decision_id"] > 0
    assert "2026-03-20" in book("position", "李雷", "--today", LAST_DAY).out
    assert book("undo").out == "Undone: the end of a position of 李雷.\n"
    assert book("undo").out == "Undone: a position of 李雷. “采购主管”\n"
    assert "已撤销" not in book("position", "add", "me", "Acme", "--today", LAST_DAY).out
    assert book("undo").out == "Undone: a position of yourself. “Acme”\n"


def test_leaving_as_json_has_the_shape_of_the_documentation(book):
    book("position", "add", "me", "Acme", "--domain", "example.org", "--today", LAST_DAY)
    found = json.loads(book("leaving", "--json", "--today", LAST_DAY).out)

    assert found.keys() == {
        "position", "is_assumed", "leaves_on", "ties", "untouched", "expected", "strength", "kept_strength",
        "lost", "because", "people", "plan",
    }  # fmt: skip
    assert (found["position"]["host"], found["is_assumed"]) == ("example.org", False)
    assert [each["name"] for each in found["people"]]
    assert all(0 < each["chance"] <= 1 and each["because"][0]["sentence"] for each in found["people"])
    book("position", "add", "李雷", "青枝家居", "--today", LAST_DAY)
    one = json.loads(book("leaving", "李雷", "--json", "--today", LAST_DAY).out)
    assert one["position"]["host"] == "example.cn" and one["tie"]["fate"] in ("stays", "open", "lost")
    past = json.loads(book("leaving", "--past", "--json", "--today", LAST_DAY).out)
    assert (past["changes"], past["because"][0]["code"]) == ([], "past_leaving_none")


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["position", "add", "me", "--title", "founder"], 2, "ORGANISATION is missing"),
        (["position", "accept", "me"], 2, "KEY is missing"),
        (["position", "add", "me", "A", "--since", "soon"], 2, "“soon” is no day"),
        (["position", "add", "me", " "], 1, "needs an organisation"),
        (
            ["position", "add", "me", "A", "--since", "2026-02-01", "--until", "2026-01-01"],
            1,
            "It cannot end on 1 January",
        ),
        (["position", "accept", "me", "x"], 1, "Nothing is proposed under x"),
        (["position", "refuse", "me", "x"], 1, "Nothing is proposed under x"),
        (["position", "end", "77"], 1, "There is no position 77"),
        (["position", "add", "Nobody Known", "A"], 1, "There is nobody under “Nobody Known”."),
        (["leaving", "--position", "77"], 1, "There is no position 77"),
        (["leaving", "李雷", "--past"], 2, "about your own positions"),
        (["leaving", "--past", "--position", "1"], 2, "all of your past changes"),
        (["leaving", "999999"], 1, "There is nobody under “999999”."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(book, words, status, sentence):
    said = book(*words)

    assert (said.status, said.out) == (status, "")
    assert sentence in said.err and said.err.count("\n") == 1


def test_the_whole_way_reads_in_chinese(book):
    """X3."""
    book("init", "--language", "zh-hans", language=CHINESE)
    assert "记下了" in book("position", "add", "me", "半亩设计", "--today", LAST_DAY).out
    page = book("leaving", "--today", LAST_DAY).out
    assert page.startswith("今天离开的话：半亩设计") and "段经过半亩设计" in page
    assert book("leaving", "李雷", "--today", LAST_DAY).out.startswith("如果李雷离职")
    assert "看不出你换过东家" in book("leaving", "--past", "--today", LAST_DAY).out
    assert book("undo").out == "已撤销：你自己的一个职位。 「半亩设计」\n"
