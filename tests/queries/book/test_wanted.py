"""What takes longer than a page may: the page shows what was made last and asks; the worker makes it."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from renmai.actions.positions.record_position import record_position
from renmai.actions.today.plan_day import plan_day
from renmai.actions.together.record_promise import record_promise
from renmai.actions.value.record_value import record_value
from renmai.domain.book.refusals import Refused
from renmai.queries.network.network import network_card
from renmai.queries.pages.frame import frame_card
from renmai.queries.positions.page import positions_card
from renmai.queries.positions.past_leaving import past_leaving_card
from renmai.queries.ties.backtest import backtest_card
from renmai.store.models import Match, Person
from renmai.upkeep.book import wanted
from renmai.upkeep.positions import mine
from renmai.upkeep.value import matches
from renmai.upkeep.value.matches import fresh_matches
from tests.queries.books import ME, TODAY, Mailbox

DAY = TODAY.date()
MILL = [f"Mill {name} <{name}@mill.example>" for name in ("ann", "bob", "cid")]


def talk(box: Mailbox, people: list[str]) -> None:
    """Let each of some people write to me with all others in copy, and answer them."""
    for place, sender in enumerate(people):
        others = [each for each in people if each != sender]
        for days in (90, 60, 30):
            first = box.add(sender, ME, days - place, subject="Plan", cc=others)
            box.add(ME, sender, days - place - 1, subject="Plan", cc=others, answers=first)
            box.add(others[0], sender, days - place - 2, cc=[ME, *others[1:]], subject="Plan", answers=first)


@pytest.fixture
def book(viewer, tmp_path, monkeypatch):
    """A book of three who know each other, too large for a page to work anything out."""
    monkeypatch.setattr(wanted, "SMALL_ACTS", 0)
    box = Mailbox()
    talk(box, MILL)
    box.imported(viewer, tmp_path)
    plan_day(viewer, today=DAY)
    return viewer


@pytest.fixture
def hurried(book):
    """The owner as a page looks: it cannot wait."""
    return replace(book, can_wait=False)


def test_a_page_shows_people_without_circles_until_the_worker_has_found_them(book, hurried):
    before = network_card(hurried, today=DAY)
    assert {dot.name for dot in before.drawn} >= {"Mill ann", "Mill bob"} and before.circles == ()
    assert frame_card(hurried, today=DAY).is_working_out

    plan_day(book, today=DAY)
    after = network_card(hurried, today=DAY)
    assert after.circles and after == network_card(book, today=DAY)
    assert not frame_card(hurried, today=DAY).is_working_out


def test_after_new_letters_the_last_circles_stay_until_new_ones_are_made(book, hurried, tmp_path):
    network_card(book, today=DAY)
    box = Mailbox()
    box.raw = [b""] * 900
    talk(box, [*MILL, "Dan New <dan@new.example>"])
    box.imported(book, tmp_path)
    between = network_card(hurried, today=DAY)
    assert [circle.name for circle in between.circles] == ["mill.example"]
    assert "Dan New" in {dot.name for dot in between.drawn if dot.circle is None}

    plan_day(book, today=DAY)
    assert "Dan New" in {dot.name for dot in network_card(hurried, today=DAY).drawn if dot.circle is not None}


def test_of_those_who_lost_their_tie_the_last_circles_say_nothing(book, hurried):
    network_card(book, today=DAY)
    Person.objects.filter(name="Mill ann").update(is_person=False, is_tie_stale=True)
    plan_day(book, today=DAY)
    gone = network_card(hurried, today=DAY + timedelta(days=1))

    assert all(holder.name != "Mill ann" for circle in gone.circles for holder in circle.holders)


def test_a_judgement_is_in_work_until_it_is_made_and_so_is_why_there_is_none(book, hurried):
    with pytest.raises(Refused) as in_work:
        backtest_card(hurried, today=DAY)
    assert in_work.value.because.code == "backtest_in_work"

    plan_day(book, today=DAY)
    with pytest.raises(Refused) as made:
        backtest_card(hurried, today=DAY)
    assert made.value.because.code == "backtest_too_young"
    assert not wanted.is_wanted(book.owner_id)


def test_what_my_letters_say_of_my_work_outlasts_notes_but_not_letters(book, tmp_path, monkeypatch):
    made = []
    make = mine._made
    monkeypatch.setattr(mine, "_made", lambda *given: made.append(given) or make(*given))
    first = positions_card(book, None, today=DAY)
    record_promise(book, Person.objects.get(name="Mill bob").pk, "The map", now=TODAY, on=DAY)
    assert positions_card(book, None, today=DAY) == first and len(made) == 1

    box = Mailbox()
    box.raw = [b""] * 900
    box.rounds(MILL[0], [9, 6, 3])
    box.imported(book, tmp_path)
    assert positions_card(book, None, today=DAY).proposals != first.proposals
    assert len(made) == 2


def test_past_changes_are_made_anew_once_a_position_is_noted(book, hurried):
    assert past_leaving_card(hurried, today=DAY).because == ()
    plan_day(book, today=DAY)
    assert [each.code for each in past_leaving_card(hurried, today=DAY).because] == ["past_leaving_none"]

    late = {"on": DAY, "now": TODAY}
    record_position(book, None, organisation="Mill", until=DAY - timedelta(days=20), **late)
    assert [each.code for each in past_leaving_card(hurried, today=DAY).because] == ["past_leaving_none"]
    plan_day(book, today=DAY)
    assert [each.code for each in past_leaving_card(hurried, today=DAY).because] == ["past_leaving_too_early"]


def test_what_meets_what_is_compared_by_the_worker_where_many_notes_are_kept(book, hurried, monkeypatch):
    bob = Person.objects.get(name="Mill bob").pk
    late = {"on": DAY, "now": TODAY}
    record_value(book, bob, "need", "a printer for posters", **late)
    fresh_matches(hurried, today=DAY)
    record_value(book, None, "offer", "printing posters", **late)
    monkeypatch.setattr(matches, "AT_ONCE", 1)
    fresh_matches(hurried, today=DAY)
    assert not Match.objects.exists() and wanted.is_wanted(book.owner_id)

    plan_day(book, today=DAY)
    assert Match.objects.exists() and not wanted.is_wanted(book.owner_id)


def test_what_fails_is_told_once_and_must_be_asked_for_again(book, hurried):
    made = []
    wanted.want(hurried, "a card", lambda viewer: made.append(viewer.can_wait) or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        wanted.make_wanted(book.owner_id)

    wanted.make_wanted(book.owner_id)
    assert made == [True] and not wanted.is_wanted(book.owner_id)


def test_what_failed_is_tried_again_after_ever_more_askings(book, hurried):
    tries = []

    def ask(times: int) -> None:
        for _ in range(times):
            wanted.want(hurried, "a plan", lambda _: tries.append(1) or 1 / 0)

    def make() -> None:
        with suppress(ZeroDivisionError):
            wanted.make_wanted(book.owner_id)

    ask(1), make()
    ask(4), make()
    assert len(tries) == 1 and not wanted.is_wanted(book.owner_id)
    ask(1), make()
    ask(16), make()
    assert len(tries) == 2
    ask(1), make()
    assert len(tries) == 3

    ask(64)
    wanted.want(hurried, "a plan", lambda _: tries.append(1))
    make()
    ask(1), make()
    assert len(tries) == 5, "and what went well is forgotten"
    wanted.want(hurried, "another", tries.append)
    make()
    assert len(tries) == 6, "nobody waits for another's fault"


def test_who_can_wait_and_who_looks_at_a_small_book_waits(book, hurried, monkeypatch):
    assert network_card(book, today=DAY).circles
    monkeypatch.setattr(wanted, "SMALL_ACTS", 20_000)
    with pytest.raises(Refused) as refused:
        backtest_card(hurried, today=DAY)

    assert refused.value.because.code == "backtest_too_young"
    assert not wanted.is_wanted(book.owner_id)
