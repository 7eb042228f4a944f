"""The JSON of the command line: stable shapes, strength from 0 to 1, ISO days, a sentence for every code."""

import json
from datetime import date

import pytest

from tests.cli.letters import CHINESE, ENGLISH, LAST_DAY, ME


def test_an_import_says_what_came_in(run, mailbox):
    said = run("import", mailbox, "--me", ME, "--json")
    report = json.loads(said.out)

    assert report["records_read"] == report["records_new"] == 159
    assert report["interactions_new"] == 159
    assert report["people_new"] >= 2
    assert report["problems"] == []


def test_the_same_import_again_adds_nothing(book, mailbox):
    again = json.loads(book("import", mailbox, "--me", ME, "--json").out)

    assert again["records_read"] == 159
    assert (again["records_new"], again["interactions_new"], again["people_new"]) == (0, 0, 0)


def test_a_dry_run_says_the_same_and_keeps_nothing(run, mailbox):
    looked = json.loads(run("import", mailbox, "--me", ME, "--dry-run", "--json").out)

    assert looked["records_new"] == 159
    assert json.loads(run("people", "--json", "--today", LAST_DAY).out) == []


def test_a_problem_names_file_place_code_and_sentence(run, mailbox, tmp_path):
    empty = tmp_path / "empty.mbox"
    empty.touch()
    said = run("import", mailbox, empty, "--me", ME, "--json")
    [problem] = json.loads(said.out)["problems"]

    assert said.status == 0
    assert problem.keys() == {"file", "where", "code", "sentence"}
    assert problem["file"].endswith("empty.mbox")
    assert (problem["code"], problem["sentence"]) == ("empty", "The file is empty.")


@pytest.mark.parametrize(
    ("language", "words"),
    [(ENGLISH, "cards.vcf, card 1, line 2: "), (CHINESE, "cards.vcf, 第 1 张名片，第 2 行: ")],
)
def test_where_a_problem_stands_is_said_in_the_readers_language(run, tmp_path, language, words):
    cards = tmp_path / "cards.vcf"
    cards.write_text("BEGIN:VCARD\nno property\nFN:Ada\nEND:VCARD\n")

    assert words in " ".join(run("import", cards, language=language).out.split())
    [problem] = json.loads(run("import", cards, "--dry-run", "--json", language=language).out)["problems"]
    assert problem["where"] == "card 1, line 2"


def test_people_hold_the_promised_keys_and_nothing_else(book):
    rows = json.loads(book("people", "--json", "--today", LAST_DAY).out)
    keys = {"id", "name", "handles", "tie_class", "state", "strength", "tier", "last_contact_on"}
    keys |= {"tie_class_computed", "strength_computed", "finished", "declared", "gone"}

    assert rows and all(row.keys() == keys for row in rows)
    li = next(row for row in rows if row["name"] == "李雷")
    assert li["handles"] == ["mailto:lilei@example.cn"]
    assert (li["tie_class"], li["state"], li["tier"]) == ("strong", "active", None)
    assert 0.5 < li["strength"] <= 1
    assert date.fromisoformat(li["last_contact_on"]) <= date.fromisoformat(LAST_DAY)


def test_nothing_later_than_the_day_asked_for_is_looked_at(book):
    rows = json.loads(book("people", "--json", "--today", "2025-06-01").out)

    assert all(row["last_contact_on"] is None or row["last_contact_on"] <= "2025-06-01" for row in rows)
    ada = next((row for row in rows if row["name"] == "Ada Brook"), None)
    assert ada is None or ada["tie_class"] is None


def test_today_holds_the_promised_keys_and_says_why(book):
    page = json.loads(book("today", "--json", "--today", LAST_DAY).out)

    assert page.keys() == {"today", "items", "meetings", "handed_in", "same", "renewals"}
    assert page["today"] == LAST_DAY
    [ada] = [item for item in page["items"] if item["name"] == "Ada Brook"]
    assert ada.keys() == {"key", "person_id", "name", "kind", "because", "step", "draft", "agenda"}
    assert ada["kind"] == "reply"
    assert ada["because"] and all(b.keys() == {"code", "numbers", "sentence"} for b in ada["because"])
    assert "Friday at ten" in ada["because"][0]["sentence"]


def test_a_tie_comes_with_its_figures_and_evidence(book):
    tie = json.loads(book("tie", "李雷", "--json", "--today", LAST_DAY).out)

    assert tie.keys() == {"id", "name", "tie", "replies"}
    assert (tie["tie"]["acts_out"], tie["tie"]["acts_in"]) == (52, 52)
    assert tie["tie"]["because"]


def test_a_person_comes_with_handles_and_their_origins(book):
    person = json.loads(book("person", "lilei@example.cn", "--json", "--today", LAST_DAY).out)

    assert person["name"] == "李雷"
    assert [handle["text"] for handle in person["handles"]] == ["mailto:lilei@example.cn"]
    assert person["handles"][0]["origins"][0]["import"] == "letters.mbox"
    assert person["timeline_total"] == 104


def test_search_finds_by_pinyin_initials(book):
    found = json.loads(book("search", "ll", "--json", "--today", LAST_DAY).out)

    assert "李雷" in [row["name"] for row in found]


def test_sentences_are_in_the_language_of_the_book(run, mailbox):
    run("import", mailbox, "--me", ME, language=CHINESE)
    page = json.loads(run("today", "--json", "--today", LAST_DAY, language=CHINESE).out)

    assert any("Ada" in item["name"] and "问" in item["because"][0]["sentence"] for item in page["items"])
