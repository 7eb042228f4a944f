"""What is said to be usual between two people is what was (T5)."""

import pytest
from django.utils.translation import override

from renmai.queries.pages.person import person_card
from renmai.queries.ties.one import tie_row
from renmai.store.models import Person
from renmai.wording import sentence
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
LI = "Li Lei <li@books.example>"


@pytest.fixture
def spoken(viewer, tmp_path):
    """Write letters each way at gaps of so many days, the last yesterday; return what is said of them."""

    def say(gaps: list[int]) -> tuple[float | None, str]:
        box = Mailbox()
        days = [1 + sum(gaps[place:]) for place in range(len(gaps) + 1)]
        for day in days:
            box.add(ME, LI, day + 0.1, "Here it is.", subject=f"Post {day}")
            box.add(LI, ME, day, "Thank you.", subject=f"Thanks {day}")
        box.imported(viewer, tmp_path)
        row = tie_row(viewer, Person.objects.get(name="Li Lei").pk, today=DAY)
        with override("en"):
            return row.tie.rhythm_days, sentence(row.tie.why.state[0])

    return say


@pytest.mark.parametrize(
    ("gaps", "rhythm", "words"),
    [
        ([7] * 9, 7.0, "You usually are in touch every seven days;"),
        ([14] * 9, 14.0, "You usually are in touch every 14 days;"),
        ([1] * 29, 1.0, "You are in touch nearly every day;"),
        ([7] * 3, None, "You were last in touch yesterday, and on 4 days in all: too few"),
    ],
    ids=["weekly", "fortnightly", "daily", "four times"],
)
def test_a_strict_rhythm_is_said_as_it_is(spoken, gaps, rhythm, words):
    said_rhythm, said = spoken(gaps)

    assert said_rhythm == rhythm
    assert said.startswith(words)


def test_how_often_somebody_answered_is_one_figure_on_the_whole_page(viewer, tmp_path):
    """T4."""
    box = Mailbox()
    box.rounds(LI, range(300, 20, -20), hours=30)
    box.add(ME, LI, 15, "When can it be ready?", subject="The mill")
    box.imported(viewer, tmp_path)
    card = person_card(viewer, Person.objects.get(name="Li Lei").pk, today=DAY)

    [answers] = [each for each in card.tie.why.standing if each.code == "standing_their_answers"]
    counted = (answers.numbers["turns_count"], answers.numbers["answers_count"])
    assert counted == (card.replies.asked, card.replies.answered) == (15, 14)
