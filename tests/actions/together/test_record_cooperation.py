"""Cooperation noted: its steps, its undo, and the tie it moves, everywhere alike (V8, T2, T7)."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmai.actions.book.noting import NobodyToNote, NoSuchDay, NoSuchNote, NothingSaid
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.capture.undo_last import undo_last
from renmai.actions.people.merge_people import merge_people
from renmai.actions.ties.record_tie import record_tie
from renmai.actions.today.plan_day import plan_day
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_progress import record_progress
from renmai.actions.together.terms import NoSuchMargin, NoSuchMove, NoSuchStage
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.together.cooperation import Stage, may_follow
from renmai.queries.pages.people import people_page
from renmai.queries.pages.person import person_card
from renmai.queries.ties.one import tie_row
from renmai.queries.together.board import board_card
from renmai.store.ties.kept_ties import my_ids
from renmai.store.together import cooperations as store
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import TODAY, Mailbox

DAY = TODAY.date()
NOW = TODAY + timedelta(hours=1)


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Ada weekly and long; Bob once both ways; Cleo, to whom only I wrote."""
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", range(3, 300, 7))
    box.rounds("Bob Marsh <bob@mill.example>", [30])
    box.add("me@owner.example", "Cleo Dane <cleo@star.example>", 20)
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


def begin(book, name: str, *, stage: str = "idea", on: date = DAY, **terms) -> int:
    whom = person_called(book, name).pk
    return record_cooperation(book, whom, {"title": "Boxes", **terms}, stage=stage, now=NOW, on=on)


def go(book, number: int, stage: str | None = None, *, on: date = DAY, **more) -> int | None:
    return record_progress(book, number, stage=stage, now=NOW, on=on, **more)


def looked_at(book, name: str, *, on: date = DAY):
    return tie_row(book, person_called(book, name).pk, today=on).tie


def views(book) -> tuple[int, int, int]:
    counts = people_page(book, today=DAY).counts
    return counts["strong"], counts["weak"], counts["pseudo"]


def test_a_first_finished_one_makes_a_weak_tie_and_a_second_a_strong_one(book):
    """T2, T7: page, list, counts and reasons agree; what the traces say stays beside it."""
    assert looked_at(book, "Cleo Dane").tie_class == "pseudo"
    before = views(book)
    first = begin(book, "Cleo Dane", stage="running")
    assert looked_at(book, "Cleo Dane").tie_class == "pseudo"
    go(book, first, "done")
    cleo = looked_at(book, "Cleo Dane")

    assert (cleo.tie_class, cleo.tie_class_computed, cleo.finished) == ("weak", "pseudo", 1)
    assert (cleo.is_class_by_cooperation, cleo.raised.code) == (True, "class_by_first")
    assert "Cleo Dane" in [row.name for row in people_page(book, today=DAY, view="weak").rows]
    assert views(book) == (before[0], before[1] + 1, before[2] - 1)

    begin(book, "Cleo Dane", stage="done")
    assert looked_at(book, "Cleo Dane").tie_class == "strong"
    card = person_card(book, person_called(book, "Cleo Dane").pk, today=DAY)
    assert (card.together.ladder.finished, card.together.ladder.rung) == (2, "keep")


def test_undo_restores_the_tie_step_by_step_and_a_rebuild_gives_the_same(book):
    number = begin(book, "Cleo Dane", stage="running")
    go(book, number, "done")
    rebuild_book(book, now=NOW)
    assert looked_at(book, "Cleo Dane").tie_class == "weak"

    undo_last(book, now=NOW)
    assert looked_at(book, "Cleo Dane").tie_class == "pseudo"
    assert board_card(book, today=DAY).cooperations[0].stage == "running"
    undo_decision(book, number, now=NOW)
    assert board_card(book, today=DAY).cooperations == ()


def test_going_back_from_done_lowers_the_tie_again(book):
    number = begin(book, "Cleo Dane", stage="done")
    assert looked_at(book, "Cleo Dane").tie_class == "weak"
    go(book, number, "running")
    assert looked_at(book, "Cleo Dane").tie_class == "pseudo"


def test_the_owner_s_word_goes_before_what_was_done_together(book):
    """T2."""
    begin(book, "Cleo Dane", stage="done")
    record_tie(book, person_called(book, "Cleo Dane").pk, {"tie_class": "pseudo"}, now=NOW)
    cleo = looked_at(book, "Cleo Dane")

    assert (cleo.tie_class, cleo.tie_class_computed, cleo.finished) == ("pseudo", "pseudo", 1)
    assert not cleo.is_class_by_cooperation


def test_a_merge_takes_both_their_cooperations_along(book):
    begin(book, "Cleo Dane", stage="done")
    begin(book, "Bob Marsh", stage="done")
    keep, gone = (person_called(book, name).pk for name in ("Bob Marsh", "Cleo Dane"))
    merge_people(book, keep, gone, now=NOW)

    assert tie_row(book, keep, today=DAY).tie.finished == 2
    assert tie_row(book, keep, today=DAY).tie.tie_class == "strong"


def test_as_of_an_earlier_day_a_later_step_is_not_known(book):
    earlier = DAY - timedelta(days=10)
    number = begin(book, "Cleo Dane", stage="running", on=earlier)
    go(book, number, "done", on=DAY)

    assert looked_at(book, "Cleo Dane", on=earlier).tie_class == "pseudo"
    assert board_card(book, today=earlier).cooperations[0].stage == "running"
    assert board_card(book, today=earlier - timedelta(days=1)).cooperations == ()
    assert looked_at(book, "Cleo Dane").tie_class == "weak"


def test_terms_are_changed_one_by_one_and_saying_the_same_again_notes_nothing(book):
    """V8: an attempt in vain is counted each time."""
    number = begin(book, "Bob Marsh", their_gain="less waste")
    assert go(book, number, terms={"need": "less waste", "margin_percent": 12.0, "due_on": DAY}) is not None
    assert go(book, number, terms={"need": " less  waste ", "due_on": DAY}) is None
    assert go(book, number, is_attempt=True) is not None
    assert go(book, number, is_attempt=True) is not None
    [card] = board_card(book, today=DAY).cooperations

    assert (card.need, card.margin_percent, card.their_gain, card.attempts) == (
        "less waste",
        12.0,
        "less waste",
        2,
    )
    assert card.due_in_days == 0
    assert go(book, number, terms={"due_on": None, "margin_percent": None}) is not None
    [card] = board_card(book, today=DAY).cooperations
    assert (card.due_on, card.margin_percent) == (None, None)


def test_what_cannot_be_is_refused_in_words_and_changes_nothing(book):
    number, bob = begin(book, "Bob Marsh", stage="reviewed"), person_called(book, "Bob Marsh").pk
    before = board_card(book, today=DAY)
    refused = [
        (NoSuchMove, lambda: go(book, number, "running")),
        (NoSuchStage, lambda: go(book, number, "finished")),
        (NoSuchNote, lambda: go(book, 10**9, "done")),
        (NothingSaid, lambda: go(book, number, terms={"title": " "})),
        (NothingSaid, lambda: record_cooperation(book, bob, {}, now=NOW, on=DAY)),
        (NoSuchMargin, lambda: go(book, number, terms={"margin_percent": float("nan")})),
        (NoSuchMargin, lambda: go(book, number, terms={"margin_percent": 101.0})),
        (NoSuchDay, lambda: go(book, number, terms={"due_on": date(9999, 1, 1)})),
        (NoSuchPerson, lambda: record_cooperation(book, 10**9, {"title": "x"}, now=NOW, on=DAY)),
        (NobodyToNote, lambda: record_cooperation(book, _me(book), {"title": "x"}, now=NOW, on=DAY)),
    ]
    for refusal, act in refused:
        with pytest.raises(refusal):
            act()

    assert board_card(book, today=DAY) == before


def _me(book) -> int:
    return my_ids(book.owner_id)[0]


moves = st.lists(st.sampled_from([*Stage, "undo"]), max_size=8)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=moves)
def test_any_sequence_of_moves_and_undos_is_the_rule_s_own_history(book, moves):
    """V8: what the rule forbids is refused; undo takes the last step back and nothing else."""
    number = record_cooperation(
        book, person_called(book, "Bob Marsh").pk, {"title": "Boxes"}, now=NOW, on=DAY
    )
    history: list[tuple[str, int | None]] = [("idea", None)]
    for move in moves:
        if move == "undo":
            if len(history) > 1:
                undo_decision(book, history.pop()[1], now=NOW)
        elif may_follow(history[-1][0], move):
            history.append((str(move), go(book, number, move)))
        elif move != history[-1][0]:
            with pytest.raises(NoSuchMove):
                go(book, number, move)
        found = store.one(book.owner_id, number, until=DAY)
        assert found.stage == history[-1][0]
        assert [each.stage for each in found.milestones] == [stage for stage, _ in history]
        assert store.finished(book.owner_id, until=DAY).get(found.person_id, 0) >= found.is_finished
