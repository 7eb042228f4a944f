"""An agenda with somebody: noted, shown on their page and on Today, closed by a talk (CAPTURE 1)."""

from datetime import timedelta

import pytest

from renmai.actions.book.noting import NoSuchNote, NothingSaid
from renmai.actions.book.undo_decision import undo_decision
from renmai.actions.people.merge_people import merge_people
from renmai.actions.people.record_agenda import (
    record_agenda,
    record_agenda_raised,
    record_agenda_raised_with,
)
from renmai.queries.pages.person import person_card
from renmai.queries.people.agenda import agenda_cards
from renmai.queries.today.page import today_card
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
WHEN = {"now": TODAY, "on": DAY}
ADA, BOB = "Ada Brook <ada@mill.example>", "Bob Stone <bob@yard.example>"


@pytest.fixture
def people(viewer, tmp_path):
    box = Mailbox()
    box.rounds(ADA, (90, 60, 30))
    box.add(ADA, ME, 3, "Could you send me the plan?", subject="Plan")
    box.rounds(BOB, (80, 50, 20))
    box.imported(viewer, tmp_path)
    return person_called(viewer, "Ada Brook").pk, person_called(viewer, "Bob Stone").pk


def texts(viewer, person_id: int | None = None) -> list[str]:
    return [card.text for card in agenda_cards(viewer, today=DAY, person_id=person_id)]


def test_a_point_stands_until_it_is_closed_and_again_once_that_is_undone(viewer, people):
    ada, bob = people
    number = record_agenda(viewer, ada, "How did the move go?", **WHEN)
    assert record_agenda(viewer, ada, "How did the move go?", **WHEN) is None
    record_agenda(viewer, bob, "The boat", **WHEN)
    assert texts(viewer) == ["How did the move go?", "The boat"]
    assert [card.text for card in person_card(viewer, ada, today=DAY).agenda] == ["How did the move go?"]

    closed = record_agenda_raised(viewer, number, **WHEN)
    assert texts(viewer) == ["The boat"]
    assert record_agenda_raised(viewer, number, **WHEN) is None
    undo_decision(viewer, closed, now=TODAY)
    assert texts(viewer, ada) == ["How did the move go?"]
    with pytest.raises(NoSuchNote):
        record_agenda_raised(viewer, 999_999, **WHEN)
    with pytest.raises(NothingSaid):
        record_agenda(viewer, ada, " ", **WHEN)


def test_a_talk_closes_what_was_open_by_its_day_in_one_decision(viewer, people):
    ada, bob = people
    for text, days_ago in (("one", 9), ("two", 5), ("three", 0)):
        record_agenda(viewer, ada, text, now=TODAY, on=DAY - timedelta(days=days_ago))
    record_agenda(viewer, bob, "the boat", now=TODAY, on=DAY - timedelta(days=9))
    talk = record_agenda_raised_with(viewer, ada, now=TODAY, on=DAY - timedelta(days=2))
    assert set(texts(viewer)) == {"the boat", "three"}
    undo_decision(viewer, talk, now=TODAY)
    assert set(texts(viewer)) == {"one", "two", "three", "the boat"}
    assert record_agenda_raised_with(viewer, bob, now=TODAY, on=DAY - timedelta(days=30)) is None


def test_today_says_with_somebody_s_item_what_to_raise_with_them(viewer, people):
    ada, _ = people
    record_agenda(viewer, ada, "How did the move go?", **WHEN)
    items = {item.name: item.agenda for item in today_card(viewer, today=DAY).items}
    assert items["Ada Brook"] == ("How did the move go?",)
    assert all(agenda == () for name, agenda in items.items() if name != "Ada Brook")


def test_what_is_to_be_raised_follows_a_merge(viewer, people):
    ada, bob = people
    record_agenda(viewer, bob, "the boat", **WHEN)
    merge_people(viewer, ada, bob, now=TODAY)
    assert texts(viewer, ada) == ["the boat"]
    assert record_agenda_raised_with(viewer, ada, **WHEN)
    assert texts(viewer) == []
