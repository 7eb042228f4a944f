"""The contract of `renmai engine match`: lines in, lines out, bad ones told, wrong files refused."""

import json

import pytest
from typer.testing import CliRunner

from renmai.cli.app import app

NEEDS = [{"id": 1, "lang": "zh", "text": "想学吉他"}, {"id": "b", "text": "need a divorce lawyer"}]
OFFERS = [{"id": "x", "lang": "en", "text": "guitar teacher"}, {"id": "y", "text": "家事律师"}]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run `renmai engine match` in a folder of its own; return what it said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RENMAI_HOME", str(tmp_path / "home"))
    lines(tmp_path / "needs.jsonl", NEEDS)
    lines(tmp_path / "offers.jsonl", OFFERS)

    def run(*words, language="en"):
        return CliRunner(env={"LANG": language}).invoke(app, ["engine", "match", *map(str, words)])

    return run


def lines(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def written(path="out.jsonl"):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_each_line_is_a_need_with_an_offer_its_rank_its_fit_and_why(run):
    said = run("needs.jsonl", "offers.jsonl", "--out", "out.jsonl", "--json")

    assert said.exit_code == 0
    assert json.loads(said.stdout)["matches"] == len(written()) == 2
    assert [set(row) for row in written()] == [{"need", "offer", "rank", "fit", "because"}] * 2
    assert [(row["need"], row["offer"], row["rank"]) for row in written()] == [(1, "x", 1), ("b", "y", 1)]
    assert set(written()[0]["because"][0]) == {"code", "need", "offer", "share"}


def test_top_bounds_the_offers_of_each_need(run, tmp_path):
    lines(tmp_path / "many.jsonl", [{"id": n, "text": f"guitar teacher {n}"} for n in range(9)])
    run("needs.jsonl", "many.jsonl", "--top", 3, "--out", "out.jsonl")

    assert [row["rank"] for row in written() if row["need"] == 1] == [1, 2, 3]


def test_bad_lines_are_told_by_number_and_spoil_nothing(run, tmp_path):
    good = json.dumps(NEEDS[0], ensure_ascii=False).encode()
    bad = [
        b"{",
        b'"text"',
        b'{"text": "x"}',
        b'{"id": 2}',
        b'{"id": 3, "text": " "}',
        b'{"id": "1", "text": "x"}',
    ]
    bad += [b"\xff\xfe", b'{"id": true, "text": "x"}', b'{"id": 4, "text": 5}']
    (tmp_path / "bad.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join([good, b"", *bad]))
    run("needs.jsonl", "offers.jsonl", "--out", "clean.jsonl")

    said = run("bad.jsonl", "offers.jsonl", "--out", "out.jsonl", "--json")

    report = json.loads(said.stdout)
    assert said.exit_code == 0
    assert report["left_out"]["needs"] == {"not_json": 3, "no_id": 2, "no_text": 3, "same_id": 1}
    assert report["lines"]["needs"]["not_json"] == [3, 4, 9]
    assert "bad.jsonl: left out, no text: 3 (lines 6, 7, 11)." in said.stderr
    assert [row["offer"] for row in written()] == ["x"]


def test_empty_files_make_an_empty_file(run, tmp_path):
    (tmp_path / "empty.jsonl").write_text("")
    said = run("empty.jsonl", "offers.jsonl", "--out", "out.jsonl")

    assert said.exit_code == 0
    assert written() == []
    assert run("needs.jsonl", "empty.jsonl", "--out", "out.jsonl").exit_code == 0


@pytest.mark.parametrize("lang", ["zh", "en", "fr", None, 7])
def test_the_text_shows_its_language_whatever_lang_says(run, tmp_path, lang):
    lines(tmp_path / "other.jsonl", [{"id": 1, "lang": lang, "text": "想学吉他"}])
    run("other.jsonl", "offers.jsonl", "--out", "out.jsonl")

    assert [row["offer"] for row in written()] == ["x"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["none.jsonl", "offers.jsonl", "--out", "o"], "There is no file none.jsonl."),
        (["needs.jsonl", ".", "--out", "o"], "could not be read"),
        (["needs.jsonl", "text.txt", "--out", "o"], "No line of text.txt is a JSON object"),
        (["needs.jsonl", "offers.jsonl", "--out", "no/o"], "there is nothing at “no”"),
        (["needs.jsonl", "offers.jsonl", "--out", "o", "--top", "0"], "--top"),
        (["needs.jsonl", "offers.jsonl", "--out", "o", "--synonyms", "text.txt"], "is no TOML"),
        (["needs.jsonl", "offers.jsonl"], "--out is missing"),
    ],
)
def test_wrong_use_ends_with_2_and_one_sentence(run, tmp_path, words, sentence):
    (tmp_path / "text.txt").write_text("this is\nno JSON\n")
    said = run(*words)

    assert said.exit_code == 2
    assert said.stdout == ""
    assert sentence in said.stderr and said.stderr.count("\n") == 1
