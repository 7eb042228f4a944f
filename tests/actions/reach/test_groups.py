"""R2: groups are kept, changed and left with members and entries; members are mentioned and not met."""

from datetime import date, timedelta

import pytest

from renmai.actions.book.noting import NoSuchNote, NothingSaid
from renmai.actions.book.undo_decision import undo_by_number
from renmai.actions.capture.erase_from_book import erase_from_tables
from renmai.actions.reach.record_group import (
    NotAGroup,
    record_group,
    record_group_change,
    record_group_left,
)
from renmai.actions.reach.record_group_entry import record_group_entry, record_group_entry_removal
from renmai.actions.reach.record_group_members import (
    NoSuchMember,
    record_member,
    record_member_removal,
    record_members,
    record_members_of_chat,
)
from renmai.actions.reach.record_met_through import record_met_through
from renmai.actions.value.record_value import record_value
from renmai.queries.reach.channels_page import channels_card
from renmai.queries.reach.groups import NoSuchGroup, group_card, group_named, group_rows, renewals
from renmai.store.models import Decision, Person
from tests.books import person_called
from tests.queries.books import TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}
ADA, BOB = "Ada Brook <ada@mill.example>", "Bob Stone <bob@yard.example>"
TERMS = {"channel": "schoolmates", "fee": "1200 CNY", "period": "year", "renews_on": date(2026, 4, 20)}


@pytest.fixture
def people(viewer, tmp_path):
    box = Mailbox()
    box.rounds(ADA, (90, 60, 30))
    box.rounds(BOB, (80, 50, 20))
    box.imported(viewer, tmp_path)
    return person_called(viewer, "Ada Brook").pk, person_called(viewer, "Bob Stone").pk


@pytest.fixture
def chapter(viewer):
    return record_group(viewer, "Alumni chapter", TERMS, now=TODAY, on=DAY - timedelta(days=400))


def members(viewer, group):
    return [each.name for each in group_card(viewer, group, today=DAY).members]


def test_a_group_is_kept_changed_and_left_and_each_of_it_undone(viewer, chapter):
    [row] = group_rows(viewer, today=DAY)
    assert (row.name, row.fee, row.renews_in_days) == ("Alumni chapter", "1200 CNY", 4)

    changed = record_group_change(viewer, chapter, {"fee": "900 CNY", "renews_on": None}, **WHEN)
    assert group_card(viewer, chapter, today=DAY).row.fee == "900 CNY"
    assert record_group_change(viewer, chapter, {"fee": "900 CNY"}, **WHEN) is None
    left = record_group_left(viewer, chapter, **WHEN)
    assert group_rows(viewer, today=DAY)[0].is_left and record_group_left(viewer, chapter, **WHEN) is None

    for each in (left, changed):
        undo_by_number(viewer, each, now=TODAY)
    assert group_rows(viewer, today=DAY) == (row,)
    assert group_rows(viewer, today=DAY - timedelta(days=401)) == ()


@pytest.mark.parametrize(
    ("name", "terms", "refusal"),
    [
        (" ", {}, NothingSaid),
        ("x", {"fee": "much"}, NotAGroup),
        ("x", {"period": "week"}, NotAGroup),
        ("x", {"channel": "street"}, NotAGroup),
        ("alumni CHAPTER", {}, NotAGroup),
    ],
)
def test_what_is_no_group_is_refused_and_nothing_is_kept(viewer, chapter, name, terms, refusal):
    with pytest.raises(refusal):
        record_group(viewer, name, terms, **WHEN)
    assert len(group_rows(viewer, today=DAY)) == 1


def test_a_group_is_named_by_its_number_or_a_part_of_its_name(viewer, chapter):
    record_group(viewer, "Alumni abroad", {}, **WHEN)

    assert group_named(viewer, str(chapter), today=DAY) == chapter
    assert group_named(viewer, "chapter", today=DAY) == chapter
    for text in ("alumni", "chess", ""):
        with pytest.raises(NoSuchGroup):
            group_named(viewer, text, today=DAY)


def test_a_list_adds_whom_the_book_knows_and_keeps_the_rest_as_names_only(viewer, people, chapter):
    before = Person.objects.count()
    listed = "name,email\nAda Brook,\nSomebody,bob@yard.example\nChen Wei,\nAda Brook,"
    report = record_members(viewer, chapter, listed, **WHEN)

    assert (report.added, report.names, report.unsure) == (2, 1, ())
    assert set(members(viewer, chapter)) == {"Ada Brook", "Bob Stone"}
    card = group_card(viewer, chapter, today=DAY)
    assert card.names == ("Chen Wei",) and card.yields.met == 0
    assert Person.objects.count() == before
    assert record_members(viewer, chapter, listed, **WHEN).decision_id is None

    undo_by_number(viewer, report.decision_id, now=TODAY)
    card = group_card(viewer, chapter, today=DAY)
    assert (card.members, card.names) == ((), ())


def test_a_member_is_taken_out_and_put_back(viewer, people, chapter):
    assert record_member(viewer, chapter, people[0], **WHEN)
    assert record_member(viewer, chapter, people[0], **WHEN) is None
    removal = record_member_removal(viewer, chapter, people[0], **WHEN)
    assert members(viewer, chapter) == []
    with pytest.raises(NoSuchMember):
        record_member_removal(viewer, chapter, people[0], **WHEN)
    undo_by_number(viewer, removal, now=TODAY)
    assert members(viewer, chapter) == ["Ada Brook"]


def test_a_chat_nobody_wrote_in_and_an_empty_list_are_refused(viewer, chapter):
    with pytest.raises(NoSuchMember):
        record_members_of_chat(viewer, chapter, "Tea lovers", **WHEN)
    with pytest.raises(NothingSaid):
        record_members(viewer, chapter, " ,, ", **WHEN)


def test_what_was_given_and_brought_is_kept_and_taken_down(viewer, chapter):
    record_group_entry(viewer, chapter, "gave", "A talk", hours=2.5, **WHEN)
    entry = record_group_entry(viewer, chapter, "brought", "A customer", amount="2000 CNY", **WHEN)
    card = group_card(viewer, chapter, today=DAY)
    assert [(each.what, each.hours) for each in card.gave] == [("A talk", 2.5)]
    assert [(each.what, each.amount) for each in card.brought] == [("A customer", "2000 CNY")]
    assert (card.yields.hours, card.yields.money) == (2.5, "2400 CNY")

    record_group_entry_removal(viewer, entry, **WHEN)
    assert group_card(viewer, chapter, today=DAY).brought == ()
    with pytest.raises(NoSuchNote):
        record_group_entry_removal(viewer, entry, **WHEN)
    with pytest.raises(NotAGroup):
        record_group_entry(viewer, chapter, "gave", "A talk", hours=-1.0, **WHEN)


def test_members_needs_that_i_can_meet_are_shown_with_what_a_contact_cost(viewer, people, chapter):
    record_member(viewer, chapter, people[0], **WHEN)
    record_value(viewer, people[0], "need", "a printer for tea labels", **WHEN)
    record_value(viewer, people[0], "offer", "a stall at the fair", **WHEN)
    record_value(viewer, None, "offer", "a printer for tea labels", **WHEN)
    card = group_card(viewer, chapter, today=DAY)

    assert [each.need.name for each in card.help] == ["Ada Brook"]
    assert (card.contacts, card.money_a_contact) == (1, "2400 CNY")


def test_a_renewal_is_told_of_two_weeks_before_and_advises_only_where_it_is_sure(viewer, people, chapter):
    [due] = renewals(viewer, today=DAY)
    assert (due.name, due.in_days, due.advice.code) == ("Alumni chapter", 4, "renewal_nobody_met")
    assert renewals(viewer, today=date(2026, 4, 5)) == ()

    record_met_through(viewer, people[:1], "", group=chapter, **WHEN)
    channels_card(viewer, today=DAY)
    [due] = renewals(viewer, today=DAY)
    assert due.advice.code == "renewal_open" and due.advice.numbers["weak"] == 1


def test_an_erased_member_leaves_neither_membership_nor_name(viewer, people, chapter):
    record_members(viewer, chapter, "Ada Brook\nBob Stone\nChen Wei", **WHEN)
    other = record_group(viewer, "Chess", {}, **WHEN)
    record_group_entry(viewer, other, "gave", "Played with Ada Brook", **WHEN)
    erase_from_tables(viewer, people[0], now=TODAY)

    assert members(viewer, chapter) == ["Bob Stone"]
    assert not Decision.objects.filter(payload__icontains="Ada Brook").exists()
