"""Favours, asks and wishes as they are recorded: what is refused, what undoing leaves (V6, V7)."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renmai.actions.asks.noting import NoSuchExchange, NotAnExchange
from renmai.actions.asks.record_ask import NeedsBecause, record_ask
from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_thanks import record_thanks
from renmai.actions.asks.record_wish import record_wish
from renmai.actions.asks.undo_exchange import undo_exchange
from renmai.actions.book.noting import NoSuchDay, NotYet, UntilIsPast
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.merge_people import merge_people
from renmai.domain.asks.asks import Request
from renmai.domain.asks.limits import Ending
from renmai.domain.book.refusals import IsOneself, NoSuchPerson
from renmai.queries.asks.check import ask_card
from renmai.queries.asks.ledger import ledger, ledgers
from renmai.store.asks.ledger import endings, exchanges
from renmai.store.models import Decision, Person
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import TODAY, Mailbox
from tests.traces import address_book, card

DAY = TODAY.date()


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", [30])
    box.rounds("Bob Marsh <bob@mill.example>", [40])
    box.rounds("Robert Marsh <bob@home.example>", [50])
    box.imported(viewer, tmp_path)
    return viewer


def ada(book) -> int:
    return person_called(book, "Ada Byron").pk


def favour(book, what="a hand", *, mine=True, who=None, days_ago=0, **more) -> int:
    on = DAY - timedelta(days=days_ago)
    return record_favour(book, who or ada(book), what, is_from_me=mine, on=on, now=TODAY, **more)


def asked(book, what="a word", *, size="middle", who=None, because="It burns.", **more) -> int:
    request = Request(what=what, size=size)
    more = {"on": DAY, "now": TODAY} | more
    return record_ask(book, who or ada(book), request, because=because, **more).decision_id


def between(book):
    return exchanges(book.owner_id, until=DAY)[ada(book)]


def test_a_favour_takes_its_size_from_what_is_said_else_from_the_amount_else_middle(book):
    favour(book, "one", size="small", amount="9000 CNY")
    favour(book, "two", amount="9000 CNY")
    favour(book, "three")
    sizes = {each.what: (each.size, each.amount) for each in between(book).favours}
    assert sizes == {"one": ("small", "9000 CNY"), "two": ("large", "9000 CNY"), "three": ("middle", "")}


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"what": " "}, "no_words"),
        ({"size": "huge"}, "no_such_word"),
        ({"amount": "a cow"}, "no_such_amount"),
    ],
)
def test_a_favour_without_words_size_or_amount_is_refused_and_nothing_is_kept(book, wish, code):
    with pytest.raises(NotAnExchange) as refused:
        favour(book, **{"what": "a hand", **wish})
    assert refused.value.because.code == code and not Decision.objects.filter(kind="favour").exists()


def test_nobody_and_the_owner_have_no_ledger(book):
    me = Person.objects.get(owner_id=book.owner_id, is_me=True).pk
    with pytest.raises(NoSuchPerson):
        favour(book, who=10**6)
    with pytest.raises(NotAnExchange):
        favour(book, who=me)
    with pytest.raises(IsOneself):
        ledger(book, me, today=DAY)
    with pytest.raises(IsOneself):
        ask_card(book, me, Request(what="a word"), today=DAY)
    with pytest.raises(NoSuchPerson):
        ledger(book, 10**6, today=DAY)


@pytest.mark.parametrize(("days_ahead", "is_refused"), [(0, False), (1, True), (180, True), (-50000, True)])
def test_a_favour_or_thanks_of_a_day_to_come_or_centuries_off_is_refused_with_both_days(
    book, days_ahead, is_refused
):
    """Case favour-dated-ahead-vanishes."""
    got = favour(book, "a press", mine=False, days_ago=5)
    day, before = DAY + timedelta(days=days_ahead), Decision.objects.count()

    def note(what: str) -> None:
        if what == "favour":
            favour(book, days_ago=-days_ahead)
        else:
            record_thanks(book, got, on=day, now=TODAY)

    for what in ("favour", "thanks"):
        if not is_refused:
            note(what)
            continue
        with pytest.raises((NotYet, NoSuchDay)) as refused:
            note(what)
        if days_ahead > 0:
            assert refused.value.because.numbers == {"day": day.isoformat(), "today": DAY.isoformat()}
    assert Decision.objects.count() == before + 2 * (not is_refused)


def test_thanks_are_said_once_for_what_was_received_and_for_nothing_else(book):
    got, given_ = favour(book, mine=False, days_ago=5), favour(book)
    assert [int(each.key) for each in ledger(book, ada(book), today=DAY).unthanked] == [got]
    assert record_thanks(book, got, on=DAY, now=TODAY)
    assert record_thanks(book, got, on=DAY, now=TODAY) is None
    assert ledger(book, ada(book), today=DAY).unthanked == ()
    for none in (given_, asked(book), 10**6):
        with pytest.raises(NoSuchExchange):
            record_thanks(book, none, on=DAY, now=TODAY)


def test_asking_against_the_verdict_wants_a_line_of_why_and_keeps_it(book):
    with pytest.raises(NeedsBecause):
        asked(book, size="large", because="  ")
    assert not Decision.objects.filter(kind="ask").exists()

    asked(book, size="large", because="It  burns.")
    (kept,) = between(book).asks
    checked = ask_card(book, ada(book), Request(what="a word", size="large"), today=DAY - timedelta(days=1))
    assert (kept.verdict, kept.because) == ("wait", "It burns.")
    assert (kept.load, kept.owed) == checked.nearness


def test_whom_one_had_better_not_ask_is_asked_only_with_a_reason(book, tmp_path):
    """V7: the action looks itself, so no door can record an ask as if nothing spoke against it."""
    import_paths(book, [address_book(tmp_path / "eve.vcf", card("1", "Eve Ray"))], now=TODAY)
    stranger = person_called(book, "Eve Ray").pk
    with pytest.raises(NeedsBecause):
        asked(book, who=stranger, because="")

    asked(book, who=stranger, because="Nobody else has the key.")
    (kept,) = exchanges(book.owner_id, until=DAY)[stranger].asks
    assert (kept.verdict, kept.because) == ("better_not", "Nobody else has the key.")


def test_an_ask_is_checked_as_of_the_day_it_was_made(book):
    """What passed later says nothing of it."""
    earlier = DAY - timedelta(days=3)
    favour(book, "a van", mine=False)
    before = ask_card(book, ada(book), Request(what="a word"), today=earlier)
    made = record_ask(book, ada(book), Request(what="a word"), because="It burns.", on=earlier, now=TODAY)
    assert made.card.findings == before.findings
    assert "ask_thanks_owed" not in [each.because.code for each in made.card.findings]


@pytest.mark.parametrize("wrong", [{"what": "  "}, {"size": "huge"}])
def test_an_ask_without_words_or_of_no_size_is_refused(book, wrong):
    with pytest.raises(NotAnExchange):
        asked(book, **wrong)
    assert not Decision.objects.filter(kind="ask").exists()


def test_a_granted_ask_is_a_favour_received_until_that_is_taken_back(book):
    ask_id = asked(book, size="large")
    granted = record_ask_ending(book, ask_id, "granted", on=DAY, now=TODAY)
    (got,) = between(book).favours
    assert (got.key, got.size, got.is_from_me, got.of_ask) == (str(ask_id), "large", False, True)
    assert record_ask_ending(book, ask_id, "granted", on=DAY, now=TODAY) is None
    assert record_thanks(book, ask_id, on=DAY, now=TODAY)
    assert between(book).favours[0].is_thanked

    undo_decision(book, granted, now=TODAY)
    assert between(book).favours == () and between(book).asks[0].is_open


def test_the_latest_word_on_how_an_ask_ended_holds(book):
    ask_id = asked(book)
    record_ask_ending(book, ask_id, "granted", on=DAY, now=TODAY)
    record_ask_ending(book, ask_id, "declined", on=DAY, now=TODAY)
    assert between(book).asks[0].outcome == "declined" and between(book).favours == ()
    assert endings(book.owner_id, until=DAY) == [Ending(0.75, 0.0, "declined")]
    with pytest.raises(NotAnExchange):
        record_ask_ending(book, ask_id, "maybe", on=DAY, now=TODAY)
    with pytest.raises(NoSuchExchange):
        record_ask_ending(book, 10**6, "granted", on=DAY, now=TODAY)


def test_a_wish_goes_when_it_is_asked_and_comes_back_with_undo(book):
    on = DAY + timedelta(days=9)
    wish_id = record_wish(book, ada(book), "a word", size="small", until=on, on=DAY, now=TODAY, is_proud=True)
    (wish,) = between(book).wishes
    assert (wish.until, wish.is_proud, wish.size) == (on, True, "small")
    ask_id = asked(book, wish_id=wish_id)
    assert between(book).wishes == ()
    undo_decision(book, ask_id, now=TODAY)
    assert between(book).wishes == (wish,)
    with pytest.raises(UntilIsPast):
        record_wish(book, ada(book), "a word", size="small", until=DAY, on=DAY, now=TODAY)
    with pytest.raises(NoSuchExchange):
        asked(book, wish_id=ask_id)


def test_a_row_is_taken_back_by_its_number_but_no_other_decision_is(book):
    first = favour(book)
    favour(book, "another")
    undo_exchange(book, first, now=TODAY)
    assert [each.what for each in between(book).favours] == ["another"]
    merged = merge_people(
        book, person_called(book, "Bob Marsh").pk, person_called(book, "Robert Marsh").pk, now=TODAY
    )
    for none in (first, merged, 10**6):
        with pytest.raises(NoSuchExchange):
            undo_exchange(book, none, now=TODAY)


def test_the_ledger_follows_its_people_through_merge_and_rebuild(book):
    favour(book, "a van", who=person_called(book, "Robert Marsh").pk)
    favour(book, "a press", mine=False, who=person_called(book, "Bob Marsh").pk)
    merge_people(book, person_called(book, "Bob Marsh").pk, person_called(book, "Robert Marsh").pk, now=TODAY)
    rebuild_book(book, now=TODAY)
    (both,) = exchanges(book.owner_id, until=DAY).values()
    assert {each.what for each in both.favours} == {"a van", "a press"}


def test_as_of_an_earlier_day_nothing_later_is_known(book):
    ask_id = asked(book, on=DAY - timedelta(days=9))
    record_ask_ending(book, ask_id, "granted", on=DAY, now=TODAY)
    favour(book)
    before = exchanges(book.owner_id, until=DAY - timedelta(days=1))[ada(book)]
    assert before.favours == () and before.asks[0].is_open


def test_the_overview_says_who_did_more_for_whom_the_most_first_and_whom_to_thank(book):
    bob = person_called(book, "Bob Marsh").pk
    favour(book, size="large", mine=False, days_ago=3)
    favour(book, size="large", mine=False, days_ago=2)
    favour(book, who=bob, size="large")
    card = ledgers(book, today=DAY)
    assert [each.name for each in card.owing] == ["Ada Byron"]
    assert [each.name for each in card.owed] == ["Bob Marsh"]
    assert [len(each.unthanked) for each in card.unthanked] == [2] and card.even == ()


STEPS = st.lists(st.tuples(st.booleans(), st.sampled_from(["small", "middle", "large"])), max_size=5)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS, st.data())
def test_undoing_favours_in_any_order_restores_the_balance_step_by_step(book, steps, data):
    """V6: undo restores; the order in which favours were noted does not matter."""
    before = ledger(book, ada(book), today=DAY).balance
    noted = [favour(book, f"n{n}", mine=mine, size=size) for n, (mine, size) in enumerate(steps)]
    full = ledger(book, ada(book), today=DAY).balance
    signed = sum(row.left if row.favour.is_from_me else -row.left for row in full.rows)
    assert full.net == pytest.approx(signed)
    for decision_id in data.draw(st.permutations(noted)):
        undo_decision(book, decision_id, now=TODAY)
    assert ledger(book, ada(book), today=DAY).balance == before
