"""Things done together as of a day: promises, steps due, tiers, who came through whom (P1, T7 to T9)."""

from datetime import date, timedelta

import pytest

from renmai.actions.book.noting import NobodyToNote, NoSuchDay, NoSuchNote, NothingSaid
from renmai.actions.capture.undo_last import undo_last
from renmai.actions.network.record_commendation import record_commendation
from renmai.actions.network.record_introducer import NoIntroducer, record_introducer
from renmai.actions.people.merge_people import merge_people
from renmai.actions.ties.record_tier import NoSuchTier, record_tier
from renmai.actions.today.plan_day import plan_day
from renmai.actions.today.record_outcome import record_outcome
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_promise import record_promise
from renmai.actions.together.record_promise_end import record_promise_end
from renmai.actions.together.record_promise_move import PromiseIsOver, record_promise_move
from renmai.actions.together.terms import CooperationTerms
from renmai.domain.today.plan import Outcome
from renmai.domain.together.cooperation import Stage
from renmai.queries.network.reputation import reputation_card
from renmai.queries.pages.people import people_page
from renmai.queries.pages.person import person_card
from renmai.queries.ties.tiers import tiers_card
from renmai.queries.today.page import today_card
from renmai.queries.together.promises import promise_cards
from renmai.store.ties.kept_ties import my_ids
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
NOW = TODAY + timedelta(hours=1)
ADA, BOB, CAL = "Ada Byron <ada@work.example>", "Bob Marsh <bob@mill.example>", "Cal Ide <cal@kiln.example>"


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Ada weekly; in one letter she brought Bob and me together; in one she wrote to Cal and me alone."""
    box = Mailbox()
    box.rounds(ADA, range(3, 300, 7))
    box.add(ADA, [ME, BOB], 60, "Introducing you two: Bob prints, and you need a printer.", subject="Print")
    box.rounds(BOB, [55, 41])
    box.add(ADA, [ME, CAL], 30, "Here is the list we spoke of.", subject="The list")
    box.rounds(CAL, [20])
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


def whom(book, name: str) -> int:
    return person_called(book, name).pk


def promised(book, name: str, *, due_on: date | None, what: str = "the price list") -> int:
    return record_promise(book, whom(book, name), what, due_on=due_on, now=NOW, on=DAY - timedelta(days=5))


def items(book, *, on: date = DAY, kind: str = "promise") -> dict[str, str]:
    return {item.name: item.because[0].code for item in today_card(book, today=on).items if item.kind == kind}


def test_a_promise_comes_onto_the_day_s_list_when_it_is_near_and_stays_when_it_is_late(book):
    """P1: promises I made come first."""
    promised(book, "Bob Marsh", due_on=DAY + timedelta(days=9))
    promised(book, "Cal Ide", due_on=None)

    assert items(book) == {}
    assert items(book, on=DAY + timedelta(days=7)) == {"Bob Marsh": "promise_soon"}
    assert items(book, on=DAY + timedelta(days=9)) == {"Bob Marsh": "promise_today"}
    late = today_card(book, today=DAY + timedelta(days=12)).items
    assert (late[0].name, late[0].because[0].code, late[0].step.code) == (
        "Bob Marsh",
        "promise_late",
        "step_promise_late",
    )


def test_done_on_today_keeps_the_promise_and_undo_opens_it_again(book):
    number = promised(book, "Bob Marsh", due_on=DAY)
    [item] = [item for item in today_card(book, today=DAY).items if item.kind == "promise"]
    record_outcome(book, item.key, now=NOW, counts_at=NOW)

    [card] = promise_cards(book, today=DAY)
    assert (card.number, card.is_kept, card.ended_on) == (number, True, DAY)
    assert items(book, on=DAY + timedelta(days=1)) == {}
    undo_last(book, now=NOW)
    [card] = promise_cards(book, today=DAY)
    assert card.ended_on is None
    assert items(book) == {"Bob Marsh": "promise_today"}


def test_a_promise_ends_once_kept_or_given_up(book):
    number = promised(book, "Bob Marsh", due_on=DAY)
    assert record_promise_end(book, number, is_kept=False, now=NOW, on=DAY) is not None
    assert record_promise_end(book, number, now=NOW, on=DAY) is None
    assert items(book) == {}
    assert [card.is_kept for card in promise_cards(book, today=DAY)] == [False]
    with pytest.raises(NoSuchNote):
        record_promise_end(book, 10**9, now=NOW, on=DAY)
    with pytest.raises(NothingSaid):
        promised(book, "Bob Marsh", due_on=DAY, what="  ")


def test_a_moved_promise_waits_for_its_new_day_and_undo_brings_the_old_one_back(book):
    number = promised(book, "Bob Marsh", due_on=DAY)
    later = DAY + timedelta(days=9)
    assert record_promise_move(book, number, later, now=NOW, on=DAY) is not None
    assert record_promise_move(book, number, later, now=NOW, on=DAY) is None

    assert items(book) == {}
    assert items(book, on=later) == {"Bob Marsh": "promise_today"}
    assert [card.due_on for card in promise_cards(book, today=DAY - timedelta(days=1))] == [DAY]
    undo_last(book, now=NOW)
    assert items(book) == {"Bob Marsh": "promise_today"}


def test_a_promise_without_a_day_any_more_never_presses(book):
    number = promised(book, "Bob Marsh", due_on=DAY)
    record_promise_move(book, number, None, now=NOW, on=DAY)

    assert items(book) == items(book, on=DAY + timedelta(days=3)) == {}
    [card] = promise_cards(book, today=DAY)
    assert (card.due_on, card.ended_on) == (None, None)


def test_a_moved_promise_is_reminded_of_anew_though_its_first_reminder_was_dropped(book):
    number = promised(book, "Bob Marsh", due_on=DAY)
    [item] = [item for item in today_card(book, today=DAY).items if item.kind == "promise"]
    record_outcome(book, item.key, outcome=Outcome.DROP, now=NOW, counts_at=NOW)
    assert items(book, on=DAY + timedelta(days=1)) == {}
    record_promise_move(book, number, DAY + timedelta(days=1), now=NOW, on=DAY)

    assert items(book, on=DAY + timedelta(days=1)) == {"Bob Marsh": "promise_today"}
    [item] = [
        each for each in today_card(book, today=DAY + timedelta(days=1)).items if each.kind == "promise"
    ]
    record_outcome(book, item.key, now=NOW, counts_at=NOW + timedelta(days=1))
    assert [card.is_kept for card in promise_cards(book, today=DAY + timedelta(days=1))] == [True]


def test_a_promise_that_ended_or_never_was_has_no_day_to_move(book):
    number = promised(book, "Bob Marsh", due_on=DAY)
    with pytest.raises(NoSuchDay):
        record_promise_move(book, number, date(1066, 10, 14), now=NOW, on=DAY)
    record_promise_end(book, number, now=NOW, on=DAY)
    with pytest.raises(PromiseIsOver):
        record_promise_move(book, number, DAY + timedelta(days=1), now=NOW, on=DAY)
    with pytest.raises(NoSuchNote):
        record_promise_move(book, 10**9, DAY, now=NOW, on=DAY)


def test_the_next_step_of_a_cooperation_is_mine_when_it_is_due(book):
    """P1, V8: with what is in it for them."""
    terms = {"title": "Boxes", "their_gain": "less waste", "next_step": "send the sample", "due_on": DAY}
    record_cooperation(book, whom(book, "Bob Marsh"), terms, stage="running", now=NOW, on=DAY)
    [item] = [item for item in today_card(book, today=DAY).items if item.kind == "promise"]

    assert [each.code for each in item.because] == ["coop_step_today", "coop_for_them"]
    assert items(book, on=DAY - timedelta(days=1)) == {}
    record_outcome(book, item.key, now=NOW, counts_at=NOW)
    assert items(book) == {}


def test_a_tier_is_chosen_filtered_and_shown_everywhere_alike(book):
    """T8."""
    ada = whom(book, "Ada Byron")
    assert record_tier(book, ada, 5, now=NOW, on=DAY) is not None
    assert record_tier(book, ada, 5, now=NOW, on=DAY) is None
    page = people_page(book, today=DAY, tier=5)

    assert [(row.name, row.tier) for row in page.rows] == [("Ada Byron", 5)]
    assert (page.found, page.tiers) == (1, {5: 1, 50: 0, 100: 0})
    assert people_page(book, today=DAY, tier=5, search="bob").rows == ()
    assert people_page(book, today=DAY, tier=5, view="weak").rows == ()
    assert people_page(book, today=DAY - timedelta(days=1), tier=5).rows == ()
    assert person_card(book, ada, today=DAY).together.tier.tier == 5
    record_tier(book, ada, None, now=NOW, on=DAY)
    assert people_page(book, today=DAY, tier=5).rows == ()
    undo_last(book, now=NOW)
    assert people_page(book, today=DAY, tier=5).found == 1
    with pytest.raises(NoSuchTier):
        record_tier(book, ada, 7, now=NOW, on=DAY)
    with pytest.raises(NobodyToNote):
        record_tier(book, my_ids(book.owner_id)[0], 5, now=NOW, on=DAY)


def test_after_a_merge_the_later_choice_of_tier_holds(book):
    bob, cal = whom(book, "Bob Marsh"), whom(book, "Cal Ide")
    record_tier(book, cal, 50, now=NOW, on=DAY)
    record_tier(book, bob, 100, now=NOW + timedelta(minutes=1), on=DAY)
    merge_people(book, bob, cal, now=NOW + timedelta(minutes=2))

    assert [(row.id, row.tier) for row in people_page(book, today=DAY, tier=100).rows] == [(bob, 100)]
    assert people_page(book, today=DAY, tier=50).rows == ()


def test_somebody_of_a_tier_who_is_quiet_too_long_is_greeted_with_the_tier_s_reason(book):
    """T8: Cal and I have no rhythm yet; the circle of five has one."""
    assert "Cal Ide" not in items(book, kind="cooling")
    record_tier(book, whom(book, "Cal Ide"), 5, now=NOW, on=DAY)

    assert items(book, kind="cooling")["Cal Ide"] == "tier_overdue"
    card = tiers_card(book, today=DAY)
    assert [member.overdue_days for member in card.tiers[0].members] == [5]
    assert [each.code for each in card.tiers[0].because] == ["tier_late_people"]


def test_the_tiers_propose_with_reasons_and_say_when_they_hold_too_many(book):
    """T8."""
    first = tiers_card(book, today=DAY).proposed[0]
    assert (first.row.name, first.tier, first.because[0].code) == ("Ada Byron", 5, "tier_proposed_strong")
    record_tier(book, first.row.id, None, now=NOW, on=DAY)
    assert "Ada Byron" not in [each.row.name for each in tiers_card(book, today=DAY).proposed]


def test_a_letter_that_introduces_is_proposed_with_its_sentence_and_noted_only_by_the_owner(book):
    """T9: never stored silently; a letter to both alone is enough where its writer is somebody real to me."""
    found = {each.name: each for each in reputation_card(book, today=DAY).proposed}

    assert found["Bob Marsh"].introducer == "Ada Byron"
    assert found["Bob Marsh"].because[0].code == "met_said"
    assert found["Bob Marsh"].because[0].numbers["said"].startswith("Introducing you two")
    assert found["Cal Ide"].because[0].code == "met_first_letter"
    assert reputation_card(book, today=DAY).branches == ()
    card = person_card(book, whom(book, "Bob Marsh"), today=DAY).together
    assert (card.met, card.met_perhaps.introducer) == (None, "Ada Byron")


def test_the_tree_tells_what_came_of_each_branch(book):
    """T9: who came through whom, ties by class, cooperations."""
    ada, bob, cal = (whom(book, name) for name in ("Ada Byron", "Bob Marsh", "Cal Ide"))
    record_introducer(book, bob, ada, how="over tea", now=NOW, on=DAY)
    record_introducer(book, cal, bob, now=NOW, on=DAY)
    record_cooperation(book, cal, {"title": "Pots"}, stage="done", now=NOW, on=DAY)
    record_commendation(book, ada, "keeps his word", to_whom="her firm", now=NOW, on=DAY)
    card = reputation_card(book, today=DAY)
    [root] = card.branches
    [below] = root.below

    assert (root.name, root.yields.people, root.yields.weak, root.yields.finished) == ("Ada Byron", 2, 2, 1)
    assert (below.name, below.how, [each.name for each in below.below]) == (
        "Bob Marsh",
        "over tea",
        ["Cal Ide"],
    )
    assert (card.introduced_total, card.introducers_total, card.proposed) == (2, 2, ())
    assert [(said.name, said.to_whom) for said in card.commendations] == [("Ada Byron", "her firm")]
    assert [each.name for each in person_card(book, ada, today=DAY).together.brought] == ["Bob Marsh"]
    assert reputation_card(book, today=DAY - timedelta(days=1)).branches == ()


def test_nobody_is_introduced_by_themselves_or_by_whom_they_introduced(book):
    ada, bob = whom(book, "Ada Byron"), whom(book, "Bob Marsh")
    record_introducer(book, bob, ada, now=NOW, on=DAY)
    for one, other in ((ada, bob), (ada, ada)):
        with pytest.raises(NoIntroducer):
            record_introducer(book, one, other, now=NOW, on=DAY)

    assert record_introducer(book, bob, ada, now=NOW, on=DAY) is None


def test_that_nobody_introduced_them_is_an_answer_too(book):
    record_introducer(book, whom(book, "Bob Marsh"), None, now=NOW, on=DAY)

    assert "Bob Marsh" not in [each.name for each in reputation_card(book, today=DAY).proposed]
    undo_last(book, now=NOW)
    assert "Bob Marsh" in [each.name for each in reputation_card(book, today=DAY).proposed]


def test_a_cooperation_counts_from_the_day_it_was_done_on_and_not_before(book):
    record_cooperation(
        book, whom(book, "Cal Ide"), CooperationTerms(title="A kiln"), now=NOW, on=DAY, stage=Stage.DONE
    )

    def done(day: date) -> int:
        return person_card(book, whom(book, "Cal Ide"), today=day).tie.finished

    assert (done(DAY - timedelta(days=1)), done(DAY)) == (0, 1)
