"""The check on a real book: what it rests on, who else could do it, what the owner's outcomes teach (V7)."""

from datetime import timedelta

import pytest

from renmai.actions.asks.record_ask import record_ask
from renmai.actions.asks.record_ask_ending import record_ask_ending
from renmai.actions.asks.record_favour import record_favour
from renmai.actions.asks.record_wish import record_wish
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.today.plan_day import plan_day
from renmai.domain.asks.asks import Ask, Request
from renmai.domain.book.refusals import IsOneself, NoSuchPerson
from renmai.domain.value.values import Side
from renmai.queries.asks.check import ask_at_a_glance, ask_card
from renmai.queries.asks.page import ask_page
from renmai.queries.asks.past import past_asks
from renmai.queries.asks.situations import situations
from renmai.queries.today.page import today_card
from renmai.store.asks.ledger import keep_ask
from renmai.store.models import Person
from renmai.store.people import notes
from renmai.store.ties.tiers import TIER
from renmai.store.value.values import VALUE
from renmai.upkeep.ties.ties import fresh_ties
from tests.books import person_called
from tests.built_once import built_once
from tests.queries.books import ME, TODAY, Mailbox
from tests.traces import address_book, card

DAY = TODAY.date()
PRINT = Request(what="print business cards", size="middle", why_them="You get the whole series.")


@pytest.fixture
@built_once
def book(viewer, tmp_path):
    """Ada is weak; Bob and Eve are old friends, and Bob prints; Dan owes an answer to what he was asked."""
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", [41, 22, 5])
    box.rounds("Bob Marsh <bob@mill.example>", range(6, 360, 12))
    box.rounds("Eve Ray <eve@home.example>", range(7, 360, 12))
    box.rounds("Dan Oak <dan@oak.example>", [60, 40])
    box.add(ME, "Dan Oak <dan@oak.example>", 3, "Could you send me the plan?", subject="The plan")
    box.imported(viewer, tmp_path)
    printer = card("1", "Bob Marsh", "EMAIL:bob@mill.example", "TITLE:printer of business cards")
    import_paths(viewer, [address_book(tmp_path / "bob.vcf", printer)], now=TODAY)
    plan_day(viewer, today=DAY)
    return viewer


def pk(book, name: str) -> int:
    return person_called(book, name).pk


def value(book, name: str | None, side: str, text: str) -> None:
    payload = {"side": side, "text": text, "origin": "said", "importance": "middle"}
    whose = None if name is None else pk(book, name)
    notes.note(book.owner_id, kind=VALUE, person_id=whose, payload=payload, on=DAY, now=TODAY)


def codes(found) -> dict[str, str]:
    return {each.because.code: str(each.verdict) for each in found.findings}


def test_a_letter_of_mine_that_waits_for_its_answer_holds_an_ask_up(book):
    found = ask_card(book, pk(book, "Dan Oak"), PRINT, today=DAY)
    assert codes(found)["ask_letter_open"] == found.verdict == "wait" and found.until > DAY


def test_who_else_has_it_is_named_where_this_one_is_held_up_and_not_otherwise(book):
    found = ask_card(book, pk(book, "Dan Oak"), PRINT, today=DAY)
    assert [(each.name, each.verdict) for each in found.better_people] == [("Bob Marsh", "go")]
    assert codes(found)["ask_cheaper"] == "wait"
    assert ask_card(book, pk(book, "Ada Byron"), PRINT, today=DAY).better_people == ()


def test_of_a_key_person_the_one_who_is_not_is_told_beside_a_go(book):
    """T8, V7: important people for important moments."""
    eve = pk(book, "Eve Ray")
    notes.note(book.owner_id, kind=TIER, person_id=eve, payload={"tier": 5}, on=DAY, now=TODAY)
    found = ask_card(book, eve, PRINT, today=DAY)
    assert found.verdict == "go" and codes(found)["ask_cheaper"] == "go"
    assert [each.name for each in found.better_people] == ["Bob Marsh"]


def test_what_they_need_and_what_i_have_for_it_come_before_the_ask(book):
    """V5: give first."""
    value(book, "Dan Oak", Side.NEED, "a photographer for product pictures")
    value(book, None, Side.OFFER, "product photographer, daylight studio")
    found = ask_card(book, pk(book, "Dan Oak"), Request(what="print business cards"), today=DAY)
    (offer,) = (each.because for each in found.steps if each.because.code == "give_offer")
    assert offer.numbers["offer"] == "product photographer, daylight studio"
    assert found.steps[-1].is_the_ask and found.steps[-1].on > found.steps[0].on
    assert found.draft.code == "draft_ask_need"


def test_an_ask_that_meets_a_need_of_theirs_is_told_so(book):
    value(book, "Ada Byron", Side.NEED, "somebody to print business cards for")
    found = ask_card(book, pk(book, "Ada Byron"), Request(what="print business cards"), today=DAY)
    assert codes(found)["ask_meets_their_need"] == "go"


def test_without_a_request_the_moment_is_judged_and_nothing_of_the_request_is(book):
    fresh_ties(book, book.end_of(DAY))
    found = ask_at_a_glance(book, pk(book, "Ada Byron"), today=DAY)
    assert found.request is None and found.verdict == "go"
    assert not {"ask_reason_for_them", "ask_proud_unknown", "ask_worth_it"} & codes(found).keys()


def test_a_wish_is_what_the_person_page_judges(book):
    ada = pk(book, "Ada Byron")
    wish = {"size": "large", "until": DAY + timedelta(days=5)}
    record_wish(book, ada, "a whole evening", **wish, on=DAY, now=TODAY)
    fresh_ties(book, book.end_of(DAY))
    found = ask_at_a_glance(book, ada, today=DAY)
    assert (found.request.what, found.verdict) == ("a whole evening", "wait")


def test_the_owner_and_nobody_cannot_be_asked(book):
    me = Person.objects.get(owner_id=book.owner_id, is_me=True).pk
    assert ask_at_a_glance(book, me, today=DAY) is None
    for none, refused in ((me, IsOneself), (10**6, NoSuchPerson)):
        with pytest.raises(refused):
            ask_card(book, none, PRINT, today=DAY)


def test_words_that_name_somebody_else_go_before_the_number(book):
    ada, eve = pk(book, "Ada Byron"), pk(book, "Eve Ray")
    assert ask_page(book, ada, "Eve Ray", PRINT, today=DAY).card.person_id == eve
    assert ask_page(book, ada, "Ada Byron", PRINT, today=DAY).card.person_id == ada
    assert ask_page(book, None, "nobody at all", PRINT, today=DAY).is_nobody
    assert ask_page(book, None, "", None, today=DAY).card is None


def test_as_of_an_earlier_day_neither_favour_nor_ask_is_known(book):
    ada = pk(book, "Ada Byron")
    record_favour(book, ada, "a van", is_from_me=False, on=DAY, now=TODAY)
    assert "ask_thanks_owed" in codes(ask_card(book, ada, PRINT, today=DAY))
    assert "ask_ledger_empty" in codes(ask_card(book, ada, PRINT, today=DAY - timedelta(days=1)))


def test_after_enough_endings_the_lines_are_the_owner_s_own_and_the_page_says_from_what(book):
    ada = pk(book, "Ada Byron")
    for n in range(8):
        on = DAY - timedelta(days=200 + n)
        far = Ask(key="", on=on, what=f"word {n}", size="small", verdict="wait", because="x", load=1.3)
        made = keep_ask(book.owner_id, ada, far, now=TODAY)
        record_ask_ending(book, made, "granted", on=on, now=TODAY)
        basis = past_asks(book, today=DAY).basis
        assert basis.code == ("limits_learnt" if n == 7 else "limits_shipped")
    assert basis.numbers["beyond_granted"] == 8
    assert ask_card(book, ada, PRINT, today=DAY).limits.ask_points > 4.0


def test_an_ask_awaited_longer_than_patience_is_proposed_as_ignored(book):
    ada = pk(book, "Ada Byron")
    record_ask(book, ada, Request(what="a word", size="small"), because="x", on=DAY, now=TODAY)
    overs = [past_asks(book, today=DAY + timedelta(days=days)).asks[0].is_over for days in (0, 13, 14)]
    assert overs == [False, False, True]


def test_thanks_owed_are_prompted_from_the_next_day_on_and_go_with_the_thanks(book):
    """P1, V6."""
    record_favour(
        book,
        pk(book, "Bob Marsh"),
        "lent me the van",
        is_from_me=False,
        on=DAY - timedelta(days=1),
        now=TODAY,
    )
    (thank,) = (item for item in today_card(book, today=DAY).items if item.kind == "thank")
    assert thank.because[0].numbers["what"] == "lent me the van" and thank.draft.code == "draft_thank"
    of_the_day = today_card(book, today=DAY - timedelta(days=1)).items
    assert [item for item in of_the_day if item.kind == "thank"] == []


def test_how_somebody_answers_is_said_from_the_fourth_letter_on(viewer, tmp_path):
    box = Mailbox()
    box.rounds("Ada Byron <ada@work.example>", [80, 60, 40])
    box.rounds("Bob Marsh <bob@mill.example>", [90, 80, 60, 40])
    box.imported(viewer, tmp_path)
    fresh_ties(viewer, viewer.end_of(DAY))
    ada, bob = pk(viewer, "Ada Byron"), pk(viewer, "Bob Marsh")
    known = situations(viewer, [ada, bob], today=DAY)

    assert known[ada].reply_chance is None
    assert known[bob].reply_chance > 0.5
