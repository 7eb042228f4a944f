"""Handles, birthdays and how one met, noted by hand of somebody who is in the book (CAPTURE 1, P3)."""

from datetime import timedelta

import pytest

from renmai.actions.book.noting import NothingSaid, NotYet
from renmai.actions.book.undo_decision import undo_by_number, undo_decision
from renmai.actions.capture.import_paths import import_paths
from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.record_birthday import NoBirthday, record_birthday
from renmai.actions.people.record_handle import NotByHand, record_handle, record_handle_removal
from renmai.actions.people.record_how_met import record_how_met
from renmai.actions.people.record_me import NotAHandle
from renmai.actions.people.record_own_note import record_own_note
from renmai.actions.people.record_person import HandleTaken
from renmai.domain.capture.records import RawRecord
from renmai.queries.pages.people import people_page
from renmai.queries.pages.person import person_card
from renmai.queries.people.handed_card import handed_card
from renmai.queries.people.occasions import occasions_of, upcoming_occasions
from renmai.sources.base import Reading
from renmai.sources.vcard.adapt import adapt
from renmai.sources.vcard.handed_card import composed
from renmai.store.models import Person
from tests.books import person_called
from tests.queries.books import TODAY, Mailbox
from tests.traces import address_book, card

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}


@pytest.fixture
def people(viewer, tmp_path):
    """Ada of whom letters tell, and 李雷 of whom there is a card without any address."""
    box = Mailbox()
    box.rounds("Ada Brook <ada@mill.example>", (90, 60, 30))
    box.imported(viewer, tmp_path)
    import_paths(viewer, [address_book(tmp_path / "c.vcf", card("1", "李雷", "BDAY:1990-05-01"))], now=TODAY)
    return person_called(viewer, "Ada Brook").pk, person_called(viewer, "李雷").pk


def handles(viewer, person_id: int) -> set[str]:
    return {each.text for each in person_card(viewer, person_id, today=DAY).handles}


def days(viewer, person_id: int) -> list[tuple[bool, int | None]]:
    return [(each.is_lunar, each.turning) for each in occasions_of(viewer, person_id, today=DAY)]


@pytest.mark.parametrize("who", [0, 1])
def test_a_handle_is_added_found_by_taken_back_and_brought_back(viewer, people, who):
    before = Person.objects.filter(is_person=True).count()
    added = record_handle(viewer, people[who], "wechat:teaforest", now=TODAY)
    assert "wechat:teaforest" in handles(viewer, people[who])
    assert [row.id for row in people_page(viewer, today=DAY, search="teaforest").rows] == [people[who]]
    assert record_handle(viewer, people[who], "wechat:teaforest", now=TODAY) is None
    assert Person.objects.filter(is_person=True).count() == before

    rebuild_book(viewer, now=TODAY)
    [person_id] = [row.id for row in people_page(viewer, today=DAY, search="teaforest").rows]
    taken = record_handle_removal(viewer, person_id, "wechat:teaforest", now=TODAY)
    assert "wechat:teaforest" not in handles(viewer, person_id)
    undo_decision(viewer, taken, now=TODAY)
    assert "wechat:teaforest" in handles(viewer, person_id)
    undo_by_number(viewer, added, now=TODAY)
    assert "wechat:teaforest" not in handles(viewer, person_id)


def test_a_handle_of_somebody_else_one_that_is_none_and_one_of_a_file_are_refused(viewer, people):
    ada, li = people
    with pytest.raises(HandleTaken):
        record_handle(viewer, li, "ada@mill.example", now=TODAY)
    with pytest.raises(NotAHandle):
        record_handle(viewer, li, "?", now=TODAY)
    with pytest.raises(NotByHand):
        record_handle_removal(viewer, ada, "ada@mill.example", now=TODAY)


@pytest.mark.parametrize(
    ("typed", "is_lunar", "is_kept_lunar", "has_age"),
    [
        ("1990-05-01", False, False, True),
        ("05-01", False, False, False),
        ("5月1日", False, False, False),
        ("农历八月十六", False, True, False),
        ("1990-08-16", True, True, True),
        ("lunar 1990-08-16", False, True, True),
    ],
)
def test_a_birthday_is_of_either_calendar_with_the_year_or_without(
    viewer, people, typed, is_lunar, is_kept_lunar, has_age
):
    ada, _ = people
    noted = record_birthday(viewer, ada, typed, is_lunar=is_lunar, **WHEN)
    [(lunar, turning)] = days(viewer, ada)
    assert (lunar, turning is not None) == (is_kept_lunar, has_age)
    assert record_birthday(viewer, ada, typed, is_lunar=is_lunar, **WHEN) is None
    assert ada in {each.person_id for each in upcoming_occasions(viewer, today=DAY, within_days=366)}
    undo_decision(viewer, noted, now=TODAY)
    assert days(viewer, ada) == []


def test_the_owner_s_word_on_a_birthday_goes_before_a_card_s(viewer, people):
    _, li = people
    assert len(days(viewer, li)) == 1
    record_birthday(viewer, li, "1991-09-09", **WHEN)
    [day] = occasions_of(viewer, li, today=DAY)
    assert (day.on.month, day.on.day) == (9, 9)
    record_birthday(viewer, li, "", **WHEN)
    assert days(viewer, li) == []
    with pytest.raises(NoBirthday):
        record_birthday(viewer, li, "some day", **WHEN)


def test_how_one_met_is_kept_in_words_with_its_day_and_the_latest_stands(viewer, people):
    ada, _ = people
    met_on = DAY - timedelta(days=400)
    first = record_how_met(viewer, ada, "At the spring fair", met_on=met_on, **WHEN)
    word = person_card(viewer, ada, today=DAY).how_met
    assert (word.text, word.on) == ("At the spring fair", met_on)
    assert record_how_met(viewer, ada, "At the spring fair", met_on=met_on, **WHEN) is None
    record_how_met(viewer, ada, "At Bob's wedding", **WHEN)
    assert person_card(viewer, ada, today=DAY).how_met.on is None
    with pytest.raises(NothingSaid):
        record_how_met(viewer, ada, " ", **WHEN)
    with pytest.raises(NotYet):
        record_how_met(viewer, ada, "x", met_on=DAY + timedelta(days=1), **WHEN)
    assert first


def test_a_card_handed_on_is_read_again_as_the_same_and_holds_no_note(viewer, people, tmp_path):
    ada, _ = people
    record_handle(viewer, ada, "+44 20 7946 0958", now=TODAY)
    record_handle(viewer, ada, "wechat:adabrook", now=TODAY)
    record_birthday(viewer, ada, "农历八月十六", **WHEN)
    record_own_note(viewer, ada, "Allergic to nuts", **WHEN)
    details = handed_card(viewer, ada, today=DAY)
    text = composed(details)
    assert b"VERSION:4.0" in text and b"nuts" not in text

    record = RawRecord(
        source="vcard",
        external_id="1",
        digest="",
        fields={"text": text.decode(), "stored_as": "utf-8", "charset": "utf-8"},
    )
    [mention] = adapt(record, Reading(region="GB", time_zone="UTC")).mentions
    assert mention.name == "Ada Brook"
    assert set(map(str, mention.handles)) == set(details.handles)
    assert ("birthday", details.birthday) in {(fact.kind, fact.value) for fact in mention.facts}
