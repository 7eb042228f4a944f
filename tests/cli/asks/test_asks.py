"""`renmai favour` and `renmai ask`: printed, noted, refused and taken back, in both languages (V6, V7)."""

import json

import pytest

from tests.cli.letters import CHINESE, LAST_DAY

AS_OF = ("--today", LAST_DAY)


@pytest.fixture
def ledger(book):
    """A book with a favour each way."""
    book("favour", "add", "李雷", "替他改过简历", "--given", "--on", "2026-01-05", *AS_OF)
    tea = ("一盒茶", "--received", "--gift", "--amount", "¥400", "--on", "2026-02-20")
    book("favour", "add", "李雷", *tea, *AS_OF)
    return book


def test_the_ledger_shows_both_sides_what_is_left_and_the_thanks_owed(ledger):
    out = ledger("favour", "李雷", *AS_OF).out

    assert "About even between you and 李雷." in out and "(thanks owed)" in out
    assert "middle 400 CNY" in out and "gave" in out and "got" in out
    found = json.loads(ledger("favour", "李雷", "--json", *AS_OF).out)
    assert [(row["side"], row["points"], row["is_gift"]) for row in found["rows"]] == [
        ("received", 3.0, True),
        ("given", 3.0, False),
    ]
    assert found["net"] == pytest.approx(found["given"] - found["received"], abs=0.011)
    assert len(found["thanks_owed"]) == 1
    assert "Thanks owed" in ledger("favour", *AS_OF).out


def test_thanks_are_noted_once_and_a_row_is_taken_back_by_its_number(ledger):
    (owed,) = json.loads(ledger("favour", "李雷", "--json", *AS_OF).out)["thanks_owed"]
    assert "thanks were said" in ledger("favour", "thank", owed).out
    assert "Nothing new" in ledger("favour", "thank", owed).out
    assert "Taken back" in ledger("favour", "undo", owed).out
    rows = json.loads(ledger("favour", "李雷", "--json", *AS_OF).out)["rows"]
    assert [row["side"] for row in rows] == ["given"]


def test_an_ask_is_judged_noted_with_its_verdict_ended_and_undone(book):
    said = book("ask", "Ada Brook", "look at my plan", *AS_OF)
    assert said.status == 0 and said.out.startswith("[Wait]")
    refused = book("ask", "record", "Ada Brook", "look at my plan", *AS_OF)
    assert refused.status == 1 and "leave one line of why" in refused.err

    noted = book("ask", "record", "Ada Brook", "look at my plan", "--because", "It burns.", "--json", *AS_OF)
    found = json.loads(noted.out)
    assert found["verdict"] == "wait"
    assert "favour received" in book("ask", "end", found["decision_id"], "granted", *AS_OF).out
    (row,) = json.loads(book("favour", "Ada Brook", "--json", *AS_OF).out)["rows"]
    assert row["is_ask"] and row["side"] == "received"
    assert "how the ask of Ada Brook ended" in book("undo").out
    (kept,) = json.loads(book("ask", "--json", *AS_OF).out)["asks"]
    assert (kept["outcome"], kept["because"], kept["verdict"]) == (None, "It burns.", "wait")


def test_the_shape_of_a_check_is_as_promised(book):
    found = json.loads(book("ask", "Ada Brook", "look at my plan", "--json", *AS_OF).out)

    assert list(found) == ["verdict", "until", "reasons", "better_people", "give_first"]
    assert all(each.keys() == {"code", "numbers", "sentence"} for each in found["reasons"])
    assert found["until"] > LAST_DAY
    assert [each["code"] for each in found["give_first"]][0] == "give_reply"


def test_an_empty_ledger_and_no_asks_say_how_to_begin(book):
    assert "renmai favour add PERSON WHAT" in book("favour", *AS_OF).out
    assert "ask record keeps it" in book("ask", *AS_OF).out


def test_everything_is_said_in_chinese_too(run, mailbox):
    run("init", "--language", "zh-hans", language=CHINESE)
    run("import", mailbox, "--me", "me@example.org", language=CHINESE)
    said = run("ask", "Ada Brook", "看一页计划书", "--size", "large", *AS_OF, language=CHINESE).out

    assert said.startswith("[缓]") and "对方有何好处" in said and "不方便也请直说" in said
    run("ask", "wish", "李雷", "借车", "--until", "2026-04-01", *AS_OF, language=CHINESE)
    assert "留待日后" in run("ask", *AS_OF, language=CHINESE).out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["favour", "add", "李雷", "x", "--received", "--amount", "a cow"], "“a cow” is no amount"),
        (["favour", "thank", "4711"], "There is no favour received under 4711."),
        (["favour", "nobody"], "There is nobody under “nobody”."),
        (["ask", "end", "4711", "granted"], "There is no ask under 4711."),
        (["ask", "wish", "李雷", "x", "--until", LAST_DAY], "“Later” wants a day after"),
        (["ask", "record", "李雷", "x", "--wish", "4711"], "There is no wish to ask under 4711."),
    ],
)
def test_what_cannot_be_is_refused_with_1_and_one_sentence(book, words, sentence):
    said = book(*words, *AS_OF)

    assert said.status == 1 and sentence in said.err and said.err.count("\n") == 1


@pytest.mark.parametrize("noun", ["favour", "ask"])
def test_what_was_never_noted_is_not_taken_back(book, noun):
    said = book(noun, "undo", "4711")

    assert said.status == 1 and "There is no favour, ask or wish under 4711." in said.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("favour", "add", "李雷", "a van", "--given", "--on", "2026-06-01"),
            "2026-06-01 is still to come: it is ",
        ),
        (("favour", "add", "李雷", "a van", "--given", "--on", "1850-01-01"), "1850-01-01 is too far off"),
        (("ask", "me", "x"), "That is you"),
        (("favour", "show", "me"), "That is you"),
    ],
)
def test_a_slip_of_the_year_or_the_owner_themselves_is_refused_in_words(book, words, said):
    """Cases favour-dated-ahead-vanishes and years-missing-in-refusals."""
    refused = book(*words, "--today", LAST_DAY)
    assert refused.status != 0 and said in refused.err
    assert "No favour is noted" in book("favour", "--today", LAST_DAY).out
