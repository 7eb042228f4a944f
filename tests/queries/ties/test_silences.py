"""How somebody answers and what their silence means, from a book (R6)."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from renmai.actions.capture.rebuild_book import rebuild_book
from renmai.actions.people.merge_people import merge_people
from renmai.queries.pages.person import person_card
from renmai.queries.ties.one import tie_row
from renmai.queries.today.page import today_card
from renmai.store.models import Person, ReplyHabit
from renmai.wording import sentence
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
ADA, BOB, CY = "Ada Byron <ada@work.example>", "Bob Marsh <bob@mill.example>", "Cy Long <cy@far.example>"


@pytest.fixture
def box():
    return Mailbox()


def person_id(name):
    return Person.objects.get(name=name).pk


def habits():
    return sorted(ReplyHabit.objects.values_list("person_id", "asked", "counts"))


def test_the_person_page_says_how_they_answer_and_what_silence_means_by_now(viewer, tmp_path, box):
    box.rounds(BOB, range(300, 20, -20), hours=30)
    box.add(ME, BOB, 6, "When can it be ready?", subject="The mill")
    box.imported(viewer, tmp_path)

    card = person_card(viewer, person_id("Bob Marsh"), today=DAY).replies

    assert (card.asked, card.answered) == (15, 14)
    assert 24 < card.half_hours < card.most_hours < 120
    assert 0.05 < card.still < card.chance
    assert card.waiting_since_on == DAY - timedelta(days=6)
    assert card.try_again_on <= DAY
    with override("en"):
        said = [sentence(each) for each in card.because]
    assert said[0].startswith("Of 15 letters Bob answered 14, half of them within")
    assert said[1] == "You wrote to Bob six days ago and have no answer yet."
    assert "% chance of an answer." in said[2]
    assert said[3] == "Ask once more, kindly, and make it easy to answer in one line."
    with override("zh-hans"):
        assert "现在仍有" in sentence(card.because[2])


def test_where_no_letter_waits_nothing_is_said_of_silence(viewer, tmp_path, box):
    box.rounds(BOB, [80, 60])
    box.imported(viewer, tmp_path)

    card = tie_row(viewer, person_id("Bob Marsh"), today=DAY).replies

    assert (card.asked, card.still, card.try_again_on) == (2, None, None)
    assert [each.code for each in card.because] == ["replies_few"]


def test_a_second_try_goes_by_another_way_that_has_reached_me(viewer, tmp_path, box):
    box.rounds(BOB, [90, 70, 50, 30])
    box.add(ME, BOB, 14, "When can it be ready?", subject="The mill")
    box.add(ME, BOB, 7, "May I come back to it? When can it be ready?", subject="The mill again")
    box.imported(viewer, tmp_path)

    (item,) = today_card(viewer, today=DAY).items

    assert [each.code for each in item.because] == ["waiting_asked", "silence_known", "waiting_tried"]
    assert item.step.code == "step_nudge_other_way"


def test_habits_are_the_same_after_a_new_letter_as_after_a_rebuild(viewer, tmp_path, box):
    for who in (ADA, BOB, CY):
        box.rounds(who, [80, 60, 40])
    box.imported(viewer, tmp_path)
    today_card(viewer, today=DAY)
    whole = habits()[0]
    assert whole[:2] == (0, 9)
    box.rounds(BOB, [35, 30])
    box.imported(viewer, tmp_path)
    merge_people(viewer, person_id("Ada Byron"), person_id("Cy Long"), now=TODAY)

    today_card(viewer, today=DAY)
    partly = habits()
    rebuild_book(viewer, now=TODAY)
    today_card(viewer, today=DAY)

    assert partly[0][:2] == (0, 11)
    assert habits() == partly


def test_a_day_in_the_past_knows_no_later_answer(viewer, tmp_path, box):
    box.rounds(BOB, [200, 180, 160, 30])
    box.imported(viewer, tmp_path)

    then = person_card(viewer, person_id("Bob Marsh"), today=DAY - timedelta(days=100)).replies
    now = person_card(viewer, person_id("Bob Marsh"), today=DAY).replies

    assert (then.asked, now.asked) == (3, 4)
