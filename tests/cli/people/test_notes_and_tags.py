"""`renmai note` and `renmai tag`: written down, looked at, changed, and taken back, in both languages."""

import json

import pytest

from tests.cli.letters import LAST_DAY

AS_OF = ("--today", LAST_DAY)


def test_a_note_is_written_looked_at_changed_and_removed(book):
    number = json.loads(book("note", "add", "Ada", "allergic to nuts", "--json", *AS_OF).out)["number"]
    [note] = json.loads(book("note", "Ada", "--json", *AS_OF).out)
    assert (note["number"], note["name"], note["text"]) == (number, "Ada Brook", "allergic to nuts")
    assert "Nothing new" in book("note", "add", "Ada", "allergic to nuts", *AS_OF).out

    assert book("note", "change", str(number), "allergic to eggs", *AS_OF).status == 0
    assert "allergic to eggs" in book("person", "Ada", *AS_OF).out
    assert "Ada Brook" in book("search", "eggs", *AS_OF).out
    assert book("note", "remove", str(number), *AS_OF).status == 0
    assert book("note", *AS_OF).out == "Nothing is noted.\n"
    book("undo")
    assert "allergic to eggs" in book("note", *AS_OF).out
    said = book("note", "remove", "999", *AS_OF)
    assert (said.status, said.err) == (1, "renmai: There is no note 999.\n")


def test_a_tag_is_put_on_filtered_by_called_otherwise_and_taken_off(book):
    book("tag", "add", "Ada", "#climbing", *AS_OF)
    [tag] = json.loads(book("tag", "--json", *AS_OF).out)
    assert (tag["tag"], [each["name"] for each in tag["people"]]) == ("climbing", ["Ada Brook"])
    rows = json.loads(book("people", "--tag", "Climbing", "--json", *AS_OF).out)
    assert [row["name"] for row in rows] == ["Ada Brook"]
    assert json.loads(book("person", "Ada", "--json", *AS_OF).out)["tags"] == ["climbing"]

    book("tag", "rename", "climbing", "mountains", *AS_OF)
    assert "mountains" in book("tag", "Ada", *AS_OF).out
    assert book("tag", "remove", "Ada", "mountains", *AS_OF).status == 0
    said = book("tag", "remove", "Ada", "mountains", *AS_OF)
    assert said.status == 1 and said.err.endswith("Ada Brook does not bear the tag “mountains”.\n")


@pytest.mark.parametrize("kind", ["note", "tag"])
def test_what_was_noted_is_undone_in_words_of_the_language(book, kind):
    book(kind, "add", "Ada", "登山", *AS_OF)
    assert "登山" in book("undo").out
    book("init", "--language", "zh-hans")
    book(kind, "add", "Ada", "登山", *AS_OF)
    assert book("undo").out.startswith("已撤销：Ada Brook的一")


def test_what_to_raise_is_noted_stands_on_today_and_is_closed(book):
    number = json.loads(book("agenda", "add", "Ada", "her move", "--json", *AS_OF).out)["number"]
    [point] = json.loads(book("agenda", "Ada", "--json", *AS_OF).out)
    assert (point["number"], point["text"]) == (number, "her move")
    items = json.loads(book("today", "--json", *AS_OF).out)["items"]
    assert {each["name"]: each["agenda"] for each in items}["Ada Brook"] == ["her move"]
    assert book("agenda", "close", str(number), *AS_OF).status == 0
    assert book("agenda", *AS_OF).out == "Nothing is to be raised.\n"


def test_a_line_is_kept_for_later_filed_and_dropped(book):
    number = json.loads(book("inbox", "add", "knows a printer", "--json", *AS_OF).out)["number"]
    [line] = json.loads(book("inbox", "--json", *AS_OF).out)
    assert (line["number"], line["text"]) == (number, "knows a printer")
    assert book("inbox", "file", str(number), "Ada").status == 0
    assert "knows a printer" in book("note", "Ada", *AS_OF).out
    assert book("inbox", *AS_OF).out == "Nothing waits to be filed.\n"
    book("undo")
    assert book("inbox", "drop", str(number), *AS_OF).status == 0
    said = book("inbox", "drop", str(number), *AS_OF)
    assert said.status == 1 and "Nothing waits to be filed under the number" in said.err
