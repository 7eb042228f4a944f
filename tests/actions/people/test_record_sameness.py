"""Same person? Yes, no and not sure are decisions: they bind, can be undone, and ties follow (C2)."""

from datetime import date, timedelta

import pytest

from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.merge_people import SamePerson
from renmai.actions.people.record_sameness import record_sameness
from renmai.domain.book.refusals import NoSuchPerson
from renmai.domain.people.likeness import Sameness
from renmai.queries.people.same import same_page
from renmai.queries.today.page import today_card
from renmai.store.models import Person
from renmai.store.ties.rows import rows_of
from tests.traces import address_book, card, mailbox

ME = "Me <me@example.org>"
ADA, OTHER = "Ada Lovell <ada@mill.example>", "Ada Lovell <quill7@post.example>"
DAY = date(2026, 2, 20)
LETTERS = f"""
1 2026-01-05 {ADA} > {ME}
2 2026-01-06 {ME} > {ADA} | In-Reply-To: <1@example.org> | References: <1@example.org>
3 2026-01-07 {OTHER} > {ME} | In-Reply-To: <2@example.org> | References: <1@example.org> <2@example.org>
"""


@pytest.fixture
def book(viewer, tmp_path, now):
    import_paths(viewer, [mailbox(tmp_path / "letters.mbox", LETTERS)], now=now, me=["me@example.org"])
    return viewer


def two(book) -> tuple[int, int]:
    """Return the two who are asked about."""
    [asked] = same_page(book, today=DAY).asked
    return asked.one.person_id, asked.other.person_id


def test_two_addresses_of_one_name_in_one_conversation_are_asked_about_with_both_sides(book):
    page = same_page(book, today=DAY)
    [asked] = page.asked

    assert (page.total, page.unsure) == (1, ())
    assert asked.one.handles == ("mailto:ada@mill.example",)
    assert asked.other.handles == ("mailto:quill7@post.example",)
    assert (asked.one.acts, asked.other.acts) == (2, 1)
    assert asked.other.last_on == date(2026, 1, 7)
    assert {each.code for each in asked.because} >= {"same_by_same_name", "same_by_in_one_conversation"}


def test_until_it_is_decided_both_have_one_tie(book, now):
    today_card(book, today=DAY)
    one, other = two(book)
    ties = rows_of(book.owner_id, [one, other])

    assert ties[one].tie.acts_in == 2 and other not in ties
    assert same_page(book, today=DAY).asked[0].is_counted_as_one
    record_sameness(book, one, other, Sameness.NO, now=now)
    today_card(book, today=DAY)
    ties = rows_of(book.owner_id, [one, other])
    assert (ties[one].tie.acts_in, ties[other].tie.acts_in) == (1, 1)


def test_yes_joins_them_and_its_undoing_asks_again(book, now):
    one, other = two(book)
    decision = record_sameness(book, one, other, Sameness.YES, now=now)

    assert same_page(book, today=DAY).asked == ()
    assert not Person.objects.filter(pk=other).exists()
    undo_decision(book, decision, now=now)
    assert two(book) == (one, other)


def test_no_is_remembered_over_a_rebuild_an_import_and_a_card_that_names_both(book, tmp_path, now):
    one, other = two(book)
    assert record_sameness(book, one, other, Sameness.NO, now=now) is not None
    assert record_sameness(book, other, one, Sameness.NO, now=now) is None
    rebuild_book(book, now=now)
    both = card("u1", "Ada Lovell", "EMAIL:ada@mill.example", "EMAIL:quill7@post.example")
    import_paths(book, [address_book(tmp_path / "cards.vcf", both)], now=now + timedelta(hours=1))

    assert same_page(book, today=DAY).asked == ()
    assert set(Person.objects.filter(name="Ada Lovell").values_list("pk", flat=True)) == {one, other}


def test_no_can_be_undone(book, now):
    one, other = two(book)
    decision = record_sameness(book, one, other, Sameness.NO, now=now)
    undo_decision(book, decision, now=now)

    assert two(book) == (one, other)


def test_who_is_not_sure_is_not_asked_again_until_that_is_undone(book, now):
    one, other = two(book)
    decision = record_sameness(book, one, other, Sameness.UNSURE, now=now)
    page = same_page(book, today=DAY)

    assert page.asked == () and [card.one.person_id for card in page.unsure] == [one]
    assert page.unsure[0].is_counted_as_one
    undo_decision(book, decision, now=now)
    assert two(book) == (one, other)


def test_a_later_yes_holds_over_an_earlier_no(book, now):
    one, other = two(book)
    record_sameness(book, one, other, Sameness.NO, now=now)
    record_sameness(book, one, other, Sameness.YES, now=now + timedelta(hours=1))

    assert not Person.objects.filter(pk=other).exists()


@pytest.mark.parametrize("sameness", list(Sameness))
def test_of_one_person_and_of_nobody_nothing_can_be_said(book, now, sameness):
    one, _ = two(book)
    with pytest.raises(SamePerson):
        record_sameness(book, one, one, sameness, now=now)
    with pytest.raises(NoSuchPerson):
        record_sameness(book, one, 999_999, sameness, now=now)
