"""`renmai promise`: made, moved to another day, kept; each said back and taken back."""

import json

from tests.cli.letters import LAST_DAY

AS_OF = ("--today", LAST_DAY)


def promised(book) -> int:
    said = book("promise", "make", "李雷", "the plans", "--by", "2026-03-02", "--json", *AS_OF)
    return json.loads(said.out)["number"]


def due_on(book) -> str | None:
    [promise] = json.loads(book("promise", "--json", *AS_OF).out)
    return promise["due_on"]


def test_a_promise_moves_to_another_day_to_none_and_back(book):
    number = promised(book)
    said = book("promise", "move", number, "2026-03-09", *AS_OF)
    assert (said.status, said.out) == (0, "Noted. renmai undo takes it back.\n")
    assert due_on(book) == "2026-03-09"
    assert book("promise", "move", number, "2026-03-09", *AS_OF).out.startswith("Nothing new")

    book("promise", "move", number, "open", *AS_OF)
    assert due_on(book) is None
    assert book("undo").out == "Undone: the promise to 李雷 is due when it was.\n"
    assert due_on(book) == "2026-03-09"


def test_a_promise_that_was_kept_is_not_moved(book):
    number = promised(book)
    book("promise", "keep", number, *AS_OF)
    said = book("promise", "move", number, "2026-03-09", *AS_OF)

    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("renmai: “the plans” ended on 2 March;")


def test_a_day_of_another_year_is_said_with_its_year(book):
    number = promised(book)
    book("promise", "keep", number, *AS_OF)
    said = book("promise", "move", number, "2027-03-09", "--today", "2027-01-04")

    assert said.err.startswith("renmai: “the plans” ended on 2 March 2026;")
