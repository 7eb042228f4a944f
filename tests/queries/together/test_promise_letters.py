"""What letters promise is shown with its sentence, day and direction, and never kept unasked (P1)."""

import pytest

from renmai.actions.together.record_promise import record_promise
from renmai.queries.pages.person import person_card
from renmai.queries.together.promise_letters import WINDOW_DAYS, written_promises
from renmai.queries.together.promises import promise_cards
from tests.books import person_called
from tests.queries.books import ME, TODAY, Mailbox

pytestmark = pytest.mark.django_db
DAY = TODAY.date()
ADA, BOB = "Ada Byron <ada@work.example>", "Bob Marsh <bob@mill.example>"
MINE, THEIRS = "I'll send you the figures on Friday.", "我下周把资料发你。"


def told(cards):
    return [(card.name, card.is_mine, card.kind, card.sentence, (DAY - card.on).days) for card in cards]


@pytest.fixture
def book(viewer, tmp_path):
    box = Mailbox()
    box.add(ME, ADA, 4, f"Thank you. {MINE} Best", cc=[BOB])
    box.add(ADA, ME, 3, f"收到。\n{THEIRS}\n谢谢")
    box.add(BOB, ME, 2, "Let me introduce you to Ada. I won't send you the figures.")
    box.add(ME, BOB, WINDOW_DAYS + 2, MINE)
    box.add(ME, [BOB, *(f"r{n}@mill.example" for n in range(9))], 1, MINE)
    box.add("Weekly <letter@news.example>", ME, 1, MINE, List_Unsubscribe="<https://n.example/u>")
    box.imported(viewer, tmp_path)
    return viewer


def test_promises_of_late_are_shown_with_whom_and_which_way_and_none_is_kept(book):
    assert told(written_promises(book, today=DAY)) == [
        ("Bob Marsh", False, "introduction", "Let me introduce you to Ada.", 2),
        ("Ada Byron", False, "promise", THEIRS, 3),
        ("Ada Byron", True, "promise", MINE, 4),
    ]
    assert promise_cards(book, today=DAY) == ()


def test_the_page_of_somebody_shows_what_passed_with_them_and_nothing_that_is_noted(book):
    ada = person_called(book, "Ada Byron").pk
    shown = person_card(book, ada, today=DAY).together.written_promises
    record_promise(book, ada, MINE, now=TODAY, on=DAY)

    assert [card.sentence for card in shown] == [THEIRS, MINE]
    assert [card.sentence for card in written_promises(book, today=DAY, person_id=ada)] == [THEIRS]
