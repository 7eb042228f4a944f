"""`renmai value`: noted, shown, matched, answered and taken back, in both languages."""

import json
from datetime import UTC, datetime

import pytest

from tests.cli.letters import CHINESE, LAST_DAY, ME, letter

ON = ("--today", LAST_DAY)


def page(book) -> dict:
    return json.loads(book("value", "--json", *ON).out)


def of(book, name: str) -> dict:
    return json.loads(book("value", "of", name, "--json", *ON).out)


def noted(said) -> int:
    assert said.status == 0, said.err
    return json.loads(said.out)["decision_id"]


def test_a_book_without_value_says_where_to_begin(book):
    """V1."""
    said = book("value", *ON)
    assert said.status == 0 and "Write down what you can give" in said.out
    assert page(book)["matches"] == {"give": [], "get": [], "join": []}


def test_what_is_noted_is_matched_shown_and_put_aside(book):
    """V1, V2, V4."""
    noted(book("value", "offer", "me", "patent law advice", "--json", *ON))
    need = noted(book("value", "need", "李雷", "专利律师", "--importance", "high", "--json", *ON))
    assert noted(book("value", "need", "李雷", "专利律师", "--json", *ON)) is None
    [match] = page(book)["matches"]["give"]

    assert (match["need"]["id"], match["need"]["name"], match["need"]["importance"]) == (need, "李雷", "high")
    assert match["fit"] > 0 and match["because"][0]["sentence"]
    shown = book("value", *ON).out
    assert "Mine for theirs" in shown and "patent law advice → 李雷: 专利律师" in shown
    assert "I can give → they need" in book("value", "of", "李雷", *ON).out

    assert book("value", "dismiss", match["key"], *ON).status == 0
    assert page(book)["matches"]["give"] == []
    assert "a match for 李雷 is shown again" in book("undo").out
    assert len(page(book)["matches"]["give"]) == 1


def test_a_line_in_either_language_names_its_person(book):
    """V2."""
    said = book("value", "note", "李雷在找印刷厂", *ON)
    assert said.out.startswith("Noted as ") and ": 李雷 looks for 印刷厂." in said.out
    assert ": Ada Brook has bind books." in book("value", "note", "Ada Brook can bind books", *ON).out
    assert ": you look for a loft." in book("value", "note", "I am looking for a loft", *ON).out
    assert "Nothing new" in book("value", "note", "李雷在找印刷厂", *ON).out


def test_of_somebody_both_columns_stand_and_an_empty_one_says_so(book):
    """V3."""
    said = book("value", "of", "Ada Brook", *ON)
    assert said.status == 0 and said.out.count("Nothing yet.") == 2
    assert "You do not know what Ada looks for." in said.out
    card = of(book, "Ada Brook")
    assert (card["ways"], card["give"], [each["code"] for each in card["questions"]]) == (
        "neither",
        [],
        ["ask_need", "ask_offer"],
    )


def test_changing_ending_and_undoing_go_back_and_forth(book):
    """V2."""
    need = noted(book("value", "need", "Ada Brook", "a printer", "--json", *ON))
    assert book("value", "change", need, "--text", "two printers", "--until", "2026-04-01", *ON).status == 0
    card = json.loads(book("value", "of", "Ada Brook", "--json", *ON).out)["give"][0]["needs"]
    assert (card["text"], card["until"]) == ("two printers", "2026-04-01")
    assert book("value", "change", need, "--until", "open", *ON).status == 0
    assert (
        json.loads(book("value", "of", "Ada Brook", "--json", *ON).out)["give"][0]["needs"]["until"] is None
    )
    assert book("value", "end", need, *ON).status == 0
    assert json.loads(book("value", "of", "Ada Brook", "--json", *ON).out)["give"] == []
    assert "the end of a need or an offer of Ada Brook" in book("undo").out
    assert len(json.loads(book("value", "of", "Ada Brook", "--json", *ON).out)["give"]) == 1


def test_a_proposal_from_a_letter_is_accepted_or_put_aside(book, tmp_path):
    """V2."""
    at = datetime(2026, 2, 27, 9, tzinfo=UTC)
    words = "We are looking for a printer in Porto. And I need someone who reads German."
    path = tmp_path / "more.mbox"
    path.write_bytes(letter("Ada Brook <ada@example.com>", f"Me <{ME}>", at, "Two things", words))
    assert book("import", path).status == 0
    first, second = page(book)["proposals"]

    assert (first["name"], first["sentence"]) == ("Ada Brook", "We are looking for a printer in Porto.")
    assert first["because"][0]["sentence"] == "Ada Brook wrote on 27 February:"
    assert book("value", "accept", first["key"], *ON).status == 0
    assert book("value", "dismiss", second["key"], *ON).status == 0
    assert page(book)["proposals"] == []
    [row] = of(book, "Ada Brook")["give"]
    assert (row["needs"]["origin"], row["needs"]["sentence"]) == ("written", first["sentence"])


def test_achievements_and_the_review_of_a_quarter(book):
    """V1."""
    words = ("Three years without a return", "--proof", "returns.pdf", "--witness", "Ada Brook")
    done = noted(book("value", "achieve", *words, "--json", *ON))
    book("value", "achieve", "A book of patterns", "--growing", *ON)
    book("value", "offer", "me", "binding", "--today", "2025-06-01")
    found = page(book)
    assert found["achievements"][0]["witness"]["name"] == "Ada Brook"
    assert found["growing"][0]["text"] == "A book of patterns"
    assert "have not looked through it" in found["review"]
    assert book("value", "reviewed", *ON).status == 0 and page(book)["review"] is None
    assert "Nothing new" in book("value", "reviewed", *ON).out
    book("value", "end", done, *ON)
    assert page(book)["achievements"] == []


def test_in_chinese_everything_is_said_in_chinese(book):
    assert book("init", "--language", "zh-hans").status == 0
    book("value", "offer", "我", "专利法咨询", *ON, language=CHINESE)
    book("value", "need", "李雷", "专利律师", *ON, language=CHINESE)
    said = book("value", *ON, language=CHINESE).out
    assert "我有，他们要" in said and "我能给" in said and "Mine" not in said
    assert "两边" in book("value", "of", "Ada Brook", *ON, language=CHINESE).out
    assert "李雷在找印刷厂。" in book("value", "note", "李雷在找印刷厂", *ON, language=CHINESE).out


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["need", "Nobody", "x"], 1, "There is nobody under “Nobody”."),
        (["need", "李雷", " "], 1, "Say what it is in at least one word"),
        (["need", "李雷", "x", "--until", "2020-01-01"], 1, "It would be over on"),
        (["need", "李雷", "x", "--origin", "rumour"], 2, "is none of: said, written, guess."),
        (["need", "李雷", "x", "--until", "soon"], 2, "is no day"),
        (["change", "1"], 2, "say what changes"),
        (["change", "999", "--text", "x"], 1, "No need, offer or achievement 999 stands."),
        (["end", "x"], 2, "is no number"),
        (["accept", "x"], 1, "Nothing under “x” waits for an answer."),
        (["dismiss", "1-2"], 1, "No need and offer under “1-2” stand."),
        (["note", "It rains."], 1, "does not tell who looks for what"),
        (["of", "Nobody"], 1, "There is nobody under “Nobody”."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(book, words, status, sentence):
    said = book("value", *words)
    assert said.status == status and sentence in said.err and "Traceback" not in said.err
