"""`renmai history`, `undo NUMBER` and `redo`: every decision is listed, undone and brought back."""

import json

from tests.cli.letters import LAST_DAY

AS_OF = ("--today", LAST_DAY)


def numbers(said) -> list[int]:
    return [each["number"] for each in json.loads(said.out)["decisions"]]


def test_a_favour_dropped_by_a_slip_comes_back_with_undo_and_the_promise_stays(book):
    """Case undo-after-drop-takes-another."""
    lent = json.loads(
        book("favour", "add", "李雷", "lent my car", "--given", "--size", "large", "--json", *AS_OF).out
    )["decision_id"]
    book("promise", "make", "李雷", "send photos", "--by", "2026-03-30", *AS_OF)
    book("favour", "undo", lent)

    assert "stands again" in book("undo").out
    assert "lent my car" in book("favour", "show", "李雷", *AS_OF).out
    assert "send photos" in book("promise", *AS_OF).out


def test_any_decision_is_undone_by_its_number_and_brought_back(book):
    book("favour", "add", "李雷", "lent my car", "--given", *AS_OF)
    book("tier", "set", "李雷", "50", *AS_OF)
    [tier, favour, *_] = numbers(book("history", "--json"))

    undone = book("undo", favour)
    assert (undone.out, undone.err) == (
        "Undone: the favour with 李雷. “lent my car”\n",
        f"renmai redo {favour} brings it back.\n",
    )
    rows = json.loads(book("history", "李雷", "--json").out)["decisions"]
    assert [(each["number"], each["undone_at"] is None) for each in rows] == [(tier, True), (favour, False)]
    assert rows[0]["because"]["sentence"] == "李雷 in the tier of 50"
    assert book("redo", favour).out == f"Decision {favour} stands again: 李雷. “lent my car”\n"
    assert "lent my car" in book("favour", "show", "李雷", *AS_OF).out


def test_the_history_is_a_table_by_pages_and_says_how_to_undo(book):
    for what in ("one", "two", "three"):
        book("favour", "add", "李雷", what, "--given", *AS_OF)
    page = book("history", "--limit", 2, "--page", 2).out
    assert "one" in page and "two" not in page
    assert "Page 2 of 2" in page and "renmai undo NUMBER" in page


def test_undoing_what_a_later_decision_rests_on_is_refused_with_its_number(book):
    number = json.loads(
        book("promise", "make", "李雷", "the plans", "--by", "2026-03-02", "--json", *AS_OF).out
    )["number"]
    book("promise", "move", number, "2026-03-09", *AS_OF)
    [moved, *_] = numbers(book("history", "--json"))
    said = book("undo", number)
    assert said.status == 1 and f"{moved} rests on it" in said.err
