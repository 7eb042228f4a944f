"""Undo of any decision, in any order, and of the undo itself; what rests on a decision is said (C2, P1)."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_thanks import record_thanks
from renmai.actions.asks.undo_exchange import undo_exchange
from renmai.actions.book.restore_decision import NothingUndone, restore_decision
from renmai.actions.book.undo_decision import NoSuchDecision, SomethingRests, undo_by_number
from renmai.actions.capture.undo_last import NothingToUndo, undo_last
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_name import record_name
from renmai.actions.together.record_promise import record_promise
from renmai.actions.together.record_promise_move import record_promise_move
from renmai.queries.book.history import history_page
from renmai.store.models import Decision
from tests.actions.asks.test_exchanges import DAY, ada, asked, book, favour  # noqa: F401 - a fixture
from tests.books import content, person_called
from tests.queries.books import TODAY

WAYS = ("last", "number", "redo", "again")


def standing() -> set[str]:
    """Return what the owner noted that stands, in their own words."""
    return {
        each.payload.get("what", each.kind)
        for each in Decision.objects.filter(undone_at=None).exclude(kind="taken_back")
        if each.kind != "me"
    }


def promise(book, what="the photos") -> int:  # noqa: F811
    return record_promise(book, ada(book), what, due_on=DAY + timedelta(days=9), on=DAY, now=TODAY)


def test_undo_after_a_favour_was_taken_back_brings_it_back_and_takes_nothing_else(book):  # noqa: F811
    """The favour was dropped by a slip of the finger; the promise noted after it stays."""
    lent = favour(book, "lent my car")
    promise(book)
    undo_exchange(book, lent, now=TODAY)
    assert standing() == {"the photos"}

    undone = undo_last(book, now=TODAY)

    assert (undone.kind, undone.of_kind, undone.text) == ("taken_back", "favour", "lent my car")
    assert standing() == {"lent my car", "the photos"}


def test_what_is_taken_back_with_its_thanks_comes_back_with_them(book):  # noqa: F811
    got = favour(book, "a press", mine=False)
    record_thanks(book, got, on=DAY, now=TODAY)
    undo_exchange(book, got, now=TODAY)
    assert standing() == set()
    undo_last(book, now=TODAY)
    assert standing() == {"a press", "thanked"}


def test_undo_walks_back_past_what_it_undid_and_redo_walks_forward(book):  # noqa: F811
    for what in ("one", "two", "three"):
        favour(book, what)
    undo_last(book, now=TODAY)
    undo_last(book, now=TODAY + timedelta(seconds=1))
    assert standing() == {"one"}
    assert restore_decision(book, now=TODAY).text == "two"
    assert restore_decision(book, now=TODAY).text == "three"
    with pytest.raises(NothingUndone):
        restore_decision(book, now=TODAY)


def test_the_oldest_decision_is_undone_by_its_number_and_what_came_later_stays(book):  # noqa: F811
    first = favour(book, "one")
    for number in range(30):
        favour(book, f"later {number}")
    undo_by_number(book, first, now=TODAY)
    assert "one" not in standing() and len(standing()) == 30
    restore_decision(book, first, now=TODAY)
    assert len(standing()) == 31


def test_what_rests_on_a_decision_is_named_and_goes_first(book):  # noqa: F811
    given = promise(book)
    moved = record_promise_move(book, given, DAY + timedelta(days=20), on=DAY, now=TODAY)
    with pytest.raises(SomethingRests) as refused:
        undo_by_number(book, given, now=TODAY)
    assert refused.value.because.numbers == {"decision_id": given, "resting": str(moved)}
    undo_by_number(book, moved, now=TODAY)
    undo_by_number(book, given, now=TODAY)
    with pytest.raises(SomethingRests):
        restore_decision(book, moved, now=TODAY)
    restore_decision(book, given, now=TODAY)
    restore_decision(book, moved, now=TODAY)
    assert standing() == {"the photos", "promise_moved"}


def test_an_old_merge_is_undone_and_redone_whatever_was_decided_since(book):  # noqa: F811
    before = content(book)
    bob, robert = person_called(book, "Bob Marsh").pk, person_called(book, "Robert Marsh").pk
    merged = merge_people(book, bob, robert, now=TODAY)
    joined = content(book)
    named = record_name(book, ada(book), "Ada King", now=TODAY)
    undo_by_number(book, named, now=TODAY)
    undo_by_number(book, merged, now=TODAY)
    assert content(book) == before
    restore_decision(book, merged, now=TODAY)
    assert content(book) == joined


def test_undo_of_nothing_and_of_what_is_not_there_says_so(book):  # noqa: F811
    with pytest.raises(NoSuchDecision):
        undo_by_number(book, 10**6, now=TODAY)
    with pytest.raises(NoSuchDecision):
        restore_decision(book, 10**6, now=TODAY)
    noted = favour(book, "one")
    undo_by_number(book, noted, now=TODAY)
    assert undo_by_number(book, noted, now=TODAY).taken_back_by is None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(WAYS), st.integers(0, 9)), max_size=9))
def test_nothing_is_ever_beyond_recovery_whatever_is_undone(book, steps):  # noqa: F811
    """Whatever was undone in whatever order, restoring everything gives all notes back."""
    Decision.objects.exclude(kind="me").delete()
    ask_id = asked(book, "a word")
    record_ask_ending(book, ask_id, "granted", on=DAY, now=TODAY)
    record_favour(book, ada(book), "a van", is_from_me=True, on=DAY, now=TODAY)
    promise(book)
    noted = list(Decision.objects.exclude(kind="me").order_by("pk").values_list("pk", flat=True))
    for moment, (what, which) in enumerate(steps):
        now, number = TODAY + timedelta(seconds=moment), noted[which % len(noted)]
        try:
            if what == "last" and Decision.objects.filter(undone_at=None).exclude(kind="me").exists():
                undo_last(book, now=now)
            elif what == "number":
                undo_by_number(book, number, now=now)
            else:
                restore_decision(book, number if what == "again" else None, now=now)
        except (SomethingRests, NothingUndone, NothingToUndo):
            continue
    for number in noted:
        restore_decision(book, number, now=TODAY)
    assert standing() == {"a word", "ask_ended", "a van", "the photos"}


def test_history_lists_every_decision_with_whose_it_is_and_what_rests_on_it(book):  # noqa: F811
    given = promise(book)
    moved = record_promise_move(book, given, DAY + timedelta(days=20), on=DAY, now=TODAY)
    lent = favour(book, "a van", who=person_called(book, "Bob Marsh").pk)
    undo_by_number(book, lent, now=TODAY)

    page = history_page(book)
    rows = {each.number: each for each in page.rows}
    assert [each.number for each in page.rows][:3] == [lent, moved, given]
    assert (rows[lent].name, rows[lent].text, rows[lent].undone_at) == ("Bob Marsh", "a van", TODAY)
    assert (rows[given].resting, rows[moved].resting) == ((moved,), ())
    assert rows[given].because.code == "decided_promise"

    of_ada = history_page(book, person_id=ada(book))
    assert [each.number for each in of_ada.rows] == [moved, given]
    second = history_page(book, page=2, per_page=1)
    assert (second.page, second.pages, [each.number for each in second.rows]) == (2, page.total, [moved])
    assert history_page(book, page=99).page == 1
