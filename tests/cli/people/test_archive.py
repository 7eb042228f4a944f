"""`renmai archive`: who is no longer in one's life, listed with its word, and called back."""

import json

import pytest

from tests.cli.letters import LAST_DAY

AS_OF = ("--today", LAST_DAY)


def on_today(book) -> set[str]:
    return {each["name"] for each in json.loads(book("today", "--json", *AS_OF).out)["items"]}


def test_somebody_is_archived_left_in_peace_listed_and_called_back(book):
    assert "Ada Brook" in on_today(book)
    said = book("archive", "Ada", "--reason", "we parted", *AS_OF)
    assert (said.status, said.out) == (
        0,
        "Noted: never proposed for anything from now on; renmai undo takes it back.\n",
    )
    assert "Ada Brook" not in on_today(book)
    [ada] = json.loads(book("archive", "--json").out)
    assert (ada["name"], ada["state"], ada["text"]) == ("Ada Brook", "archived", "we parted")
    assert "Ada Brook" not in book("people", *AS_OF).out.split("renmai archive")[0]
    assert "Ada Brook  archived" in book("search", "ada", *AS_OF).out
    assert "we parted" in book("person", "Ada", *AS_OF).out

    assert book("archive", "back", "Ada", *AS_OF).status == 0
    assert "Ada Brook" in on_today(book)
    book("undo")
    assert "Ada Brook" not in on_today(book)


@pytest.mark.parametrize(("language", "word"), [("en", "deceased"), ("zh-hans", "已故")])
def test_who_has_died_is_listed_with_that_word(book, language, word):
    book("init", "--language", language)
    book("archive", "add", "Ada", "--deceased", *AS_OF)
    assert word in book("archive").out
    assert word in book("search", "ada", *AS_OF).out


def test_history_says_which_of_the_three_it_was(book):
    for said in (("Ada",), ("back", "Ada"), ("add", "Ada", "--deceased")):
        book("archive", *said, *AS_OF)
    told = [row["because"]["sentence"] for row in json.loads(book("history", "--json").out)["decisions"][:3]]
    assert told == ["Ada Brook has died", "Ada Brook called back", "Ada Brook archived"]
