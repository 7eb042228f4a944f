"""Done and dropped stay so, whatever comes in later; done is contact, and ends its reason (P1, T8, V6)."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.people.merge_people import merge_people
from renmai.actions.ties.record_tie import record_tie
from renmai.actions.ties.record_tier import record_tier
from renmai.actions.today.record_outcome import record_outcome
from renmai.actions.together.record_cooperation import record_cooperation
from renmai.actions.together.record_progress import record_progress
from renmai.actions.together.terms import CooperationTerms
from renmai.domain.asks.asks import Request
from renmai.queries.asks.ledger import ledger, ledgers
from renmai.queries.pages.person import person_card
from renmai.queries.ties.tiers import tiers_card
from renmai.queries.today.page import today_card
from renmai.queries.together.one import cooperation_page
from renmai.wording import sentence
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox
from tests.traces import address_book, card

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
ADA, BOB = "Ada Byron <ada@work.example>", "Bob Marsh <bob@mill.example>"


@pytest.fixture
def box():
    return Mailbox()


def kinds(viewer, on: date) -> dict[str, str]:
    return {item.name: item.kind for item in today_card(viewer, today=on).items}


def answered(viewer, name: str, outcome: str, on: date, **more) -> int:
    """Answer Today's suggestion about somebody as of a day."""
    [item] = [each for each in today_card(viewer, today=on).items if each.name == name]
    return record_outcome(viewer, item.key, outcome, now=TODAY, counts_at=viewer.moment_on(on, TODAY), **more)


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def another_address(viewer, tmp_path) -> None:
    """A card comes in that knows an address which stands earlier in the alphabet."""
    cards = card("9", "Ada Byron", "EMAIL:aaa@home.example", "EMAIL:ada@work.example")
    import_paths(viewer, [address_book(tmp_path / "ada.vcf", cards)], now=TODAY)


def a_phone_and_a_nickname(viewer, tmp_path) -> None:
    cards = card("9", "Ada", "TEL;TYPE=CELL:+4915112345678", "EMAIL:ada@work.example")
    import_paths(viewer, [address_book(tmp_path / "ada.vcf", cards)], now=TODAY)


def a_merge(viewer, tmp_path) -> None:
    cards = card("9", "Countess", "EMAIL:aaa@home.example")
    import_paths(viewer, [address_book(tmp_path / "ada.vcf", cards)], now=TODAY)
    ada, countess = person_called(viewer, "Ada Byron").pk, person_called(viewer, "Countess").pk
    merge_people(viewer, countess, ada, now=TODAY)


@pytest.mark.parametrize("outcome", ["done", "drop", "later"])
@pytest.mark.parametrize("comes", [another_address, a_phone_and_a_nickname, a_merge])
def test_what_was_answered_stays_so_whatever_address_comes_in_later(viewer, tmp_path, box, outcome, comes):
    """Case dropped-reply-returns."""
    box.rounds(ADA, [60, 50, 40])
    box.add(ADA, ME, 2, "Can you send me the budget?")
    box.imported(viewer, tmp_path)
    more = {"until": later(9)} if outcome == "later" else {}
    answered(viewer, "Ada Byron", outcome, DAY, **more)
    comes(viewer, tmp_path)

    assert kinds(viewer, later(1)) == {}


def test_another_letter_is_owed_though_the_one_before_was_done(viewer, tmp_path, box):
    box.rounds(ADA, [60, 50, 40])
    box.add(ADA, ME, 2, "Can you send me the budget?")
    box.imported(viewer, tmp_path)
    answered(viewer, "Ada Byron", "done", DAY)
    box.add(ADA, ME, -1, "Could you come on Monday?")
    box.imported(viewer, tmp_path)

    assert kinds(viewer, later(2)) == {"Ada Byron": "reply"}


def in_tier(viewer, tmp_path, box, tier: int) -> int:
    box.rounds(ADA, range(300, 20, -14))
    box.imported(viewer, tmp_path)
    ada = person_called(viewer, "Ada Byron").pk
    record_tier(viewer, ada, tier, now=TODAY, on=later(-30))
    return ada


@pytest.mark.parametrize(("tier", "rhythm"), [(5, 14), (50, 30)])
def test_done_starts_the_rhythm_of_a_tier_anew(viewer, tmp_path, box, tier, rhythm):
    """Case keep-in-touch-done-gone-for-a-year: rung up, no trace; due again after the rhythm."""
    in_tier(viewer, tmp_path, box, tier)
    done_on = later(100)
    answered(viewer, "Ada Byron", "done", done_on)

    said = {}
    for days in (1, rhythm // 2, rhythm - 1, rhythm, rhythm + 1, rhythm + 2):
        for item in today_card(viewer, today=done_on + timedelta(days=days)).items:
            said.setdefault(days, item.because[0])
    assert min(said) == rhythm + 1
    with override("en"):
        words = sentence(said[rhythm + 1])
    assert said[rhythm + 1].numbers["silent_days"] == rhythm + 1, words


def test_a_tier_counts_from_what_was_done_on_its_page_and_the_persons(viewer, tmp_path, box):
    ada = in_tier(viewer, tmp_path, box, 5)
    answered(viewer, "Ada Byron", "done", later(100))

    [key, *_] = tiers_card(viewer, today=later(120)).tiers
    assert [(each.silent_days, each.overdue_days) for each in key.members] == [(20, 6)]
    assert person_card(viewer, ada, today=later(110)).together.tier.overdue_days == 0


def test_what_a_tier_asks_for_comes_back_a_season_after_it_was_dropped(viewer, tmp_path, box):
    in_tier(viewer, tmp_path, box, 50)
    answered(viewer, "Ada Byron", "drop", later(20))

    assert kinds(viewer, later(100)) == {}
    assert kinds(viewer, later(110)) == {"Ada Byron": "cooling"}


def test_a_revival_that_was_done_comes_due_again_after_as_long_a_silence(viewer, tmp_path, box):
    box.rounds(BOB, range(2000, 900, -10))
    box.imported(viewer, tmp_path)
    answered(viewer, "Bob Marsh", "done", DAY)

    assert kinds(viewer, later(119)) == {}
    assert kinds(viewer, later(120)) == {"Bob Marsh": "revive"}


@pytest.mark.parametrize("is_friend", [False, True])
def test_somebody_of_a_tier_without_any_trace_is_proposed_from_the_day_of_the_choice(
    viewer, tmp_path, is_friend
):
    """Case key-circle-never-mailed: people one only rings up."""
    cards = card("1", "Best Bea", "TEL;TYPE=CELL:+4915112345678")
    import_paths(viewer, [address_book(tmp_path / "bea.vcf", cards)], now=TODAY)
    bea = person_called(viewer, "Best Bea").pk
    record_tier(viewer, bea, 5, now=TODAY, on=DAY)
    if is_friend:
        record_tie(viewer, bea, {"bond": "friend"}, because="since school", now=TODAY)

    assert kinds(viewer, later(14)) == {}
    [item] = today_card(viewer, today=later(15)).items
    with override("en"):
        assert sentence(item.because[0]) == (
            "You keep Best in your tier of 5, in touch within 14 days; "
            "for 15 days no contact can be seen here."
        )
    [key, *_] = tiers_card(viewer, today=later(20)).tiers
    assert [(each.silent_days, each.overdue_days) for each in key.members] == [(None, 6)]

    answered(viewer, "Best Bea", "done", later(15))
    assert kinds(viewer, later(29)) == {}
    assert kinds(viewer, later(30)) == {"Best Bea": "cooling"}
    record_tier(viewer, bea, None, now=TODAY, on=later(31))
    assert kinds(viewer, later(60)) == {}


def test_done_on_a_thank_you_is_thanks_for_all_that_was_owed_by_then(viewer, tmp_path, box):
    """Case done-thanks-not-noted."""
    box.rounds(ADA, [60, 50, 4])
    box.imported(viewer, tmp_path)
    ada = person_called(viewer, "Ada Byron").pk
    for what, days_ago in (("a flat", 6), ("a lift", 3)):
        record_favour(viewer, ada, what, is_from_me=False, on=later(-days_ago), now=TODAY)
    asked = record_ask(viewer, ada, Request(what="a word"), because="x", on=later(-3), now=TODAY)
    record_ask_ending(viewer, asked.decision_id, "granted", on=later(-2), now=TODAY)
    done = answered(viewer, "Ada Byron", "done", DAY)

    assert ledgers(viewer, today=DAY).unthanked == ()
    assert "thank" not in kinds(viewer, later(20)).values()
    assert [each.favour.is_thanked for each in ledger(viewer, ada, today=DAY).balance.rows] == [True] * 3

    record_favour(viewer, ada, "a press", is_from_me=False, on=later(-2), now=TODAY)
    assert [each.what for each in ledger(viewer, ada, today=DAY).unthanked] == ["a press"], "noted since"
    undo_decision(viewer, done, now=TODAY)
    assert len(ledger(viewer, ada, today=DAY).unthanked) == 4


def test_done_on_a_step_of_a_cooperation_ends_the_step_and_not_the_next(viewer, tmp_path, box):
    box.rounds(BOB, [60, 50, 4])
    box.imported(viewer, tmp_path)
    bob = person_called(viewer, "Bob Marsh").pk
    terms = CooperationTerms(title="Tea tour", their_gain="fees", next_step="send the route", due_on=later(1))
    number = record_cooperation(viewer, bob, terms, now=TODAY, on=DAY)
    done = answered(viewer, "Bob Marsh", "done", DAY)

    shown = cooperation_page(viewer, number, today=later(3)).cooperation
    assert (shown.next_step, shown.due_on) == ("", None)
    assert kinds(viewer, later(3)) == {}

    call = CooperationTerms(next_step="call the inn", due_on=later(1))
    step = record_progress(viewer, number, terms=call, now=TODAY, on=DAY)
    assert kinds(viewer, later(1)) == {"Bob Marsh": "promise"}, "another step of the same day is another"
    undo_decision(viewer, step, now=TODAY)
    undo_decision(viewer, done, now=TODAY)
    assert cooperation_page(viewer, number, today=DAY).cooperation.next_step == "send the route"
