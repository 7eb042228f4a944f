"""`renmai people add`: somebody by hand; who may be there already is named (C3)."""

import json

import pytest

from tests.cli.letters import CHINESE


def test_somebody_is_added_listed_and_taken_back(run):
    said = run("people", "add", "Ada Brook", "--handle", "ada@mill.example")
    [ada] = json.loads(run("people", "--json").out)

    assert said.status == 0
    assert said.out == f"Added as {ada['id']}: Ada Brook; renmai undo takes it back.\n"
    assert ada["handles"] == ["mailto:ada@mill.example"]
    assert run("undo").out == "Undone: Ada Brook is no longer in the book by hand.\n"
    assert json.loads(run("people", "--json").out) == []


def test_json_says_whom_the_book_knows_now(run):
    added = json.loads(run("people", "add", "李雷", "--json").out)
    [person] = json.loads(run("people", "--json").out)

    assert added == {"decision_id": added["decision_id"], "id": person["id"], "name": "李雷"}
    assert person["handles"] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ({}, "“王伟” may be in the book already: {id} 王伟. If it is somebody else of that name, add --new."),
        (CHINESE, "“王伟”可能已经有了：{id} 王伟。如果是同名的另一个人，请加上 --new。"),
    ],
)
def test_somebody_of_that_name_is_named_and_another_one_added_only_as_new(run, language, sentence):
    language = {"language": language} if language else {}
    first = json.loads(run("people", "add", "王伟", "--json", **language).out)
    refused = run("people", "add", "王伟", **language)

    assert (refused.status, refused.out) == (1, "")
    assert refused.err == f"renmai: {sentence.format(id=first['id'])}\n"
    assert run("people", "add", "王伟", "--new", **language).status == 0
    assert len(json.loads(run("people", "--json", **language).out)) == 2


def test_people_may_still_be_looked_for_without_a_verb(run):
    run("people", "add", "Ada Brook")
    run("people", "add", "Bob Stone")

    assert [each["name"] for each in json.loads(run("people", "bob", "--json").out)] == ["Bob Stone"]
    assert "Ada Brook" in run("people", "--all").out
